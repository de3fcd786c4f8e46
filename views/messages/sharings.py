"""What one of a pair tells the other between two sessions, and the question that asks for it."""

from mentoring.notices import Reader
from mentoring.sharing import AskedHowItGoes, SharedWithYou
from views.blocks import actions, button, context, section
from views.ids import ActionId
from views.messages.message import Message
from views.wording import Wording


def shared_with_you(content: SharedWithYou, _reader: Reader, wording: Wording) -> Message:
    """To the partner: what was shared with them."""
    news = wording.markup("shared-news", partner=content.author.name)
    return Message.of(section(news), section(content.words), context(wording.markup("shared-readers")))


def asked_how_it_goes(content: AskedHowItGoes, _reader: Reader, wording: Wording) -> Message:
    """To the partner of whoever asks: the question, and one tap to answer it; then what was answered."""
    partner = content.author.name
    if content.words:
        return Message.of(section(wording.markup("asked-answered", partner=partner)), section(content.words))
    answer = button(wording.say("nudge-button-share"), ActionId.OPEN_SHARING, str(content.notice_id), primary=True)
    return Message.of(
        section(wording.markup("asked-news", partner=partner)),
        actions(answer),
        context(wording.markup("asked-next", partner=partner)),
    )
