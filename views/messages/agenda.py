"""To whoever brings something to the next session: that it is there, and a button to take it off again."""

from mentoring.notices import BroughtToSession, OffTheAgenda, Reader
from views.blocks import actions, button, context, section
from views.ids import ActionId
from views.messages.message import Message
from views.messages.picked import about
from views.wording import Wording, dates


def brought_to_session(content: BroughtToSession, reader: Reader, wording: Wording) -> Message:
    """What was brought, when it will be talked about, and who sees it; once that is done, nothing is left to press."""
    partner = content.partner.name
    said = [section(content.words), *about(content.message, wording)]
    if content.is_discussed:
        return Message.of(section(wording.markup("agenda-discussed", partner=partner)), *said)
    news = wording.markup("agenda-kept", partner=partner)
    if content.next_at:
        on, at = dates.day_of(content.next_at, reader), dates.time_of(content.next_at, reader)
        news = wording.markup("agenda-kept-for", partner=partner, day=on, time=at)
    return Message.of(
        section(news),
        *said,
        actions(button(wording.say("button-take-off"), ActionId.TAKE_OFF_AGENDA, content.item_id)),
        context(wording.markup("agenda-readers", partner=partner)),
    )


def off_the_agenda(content: OffTheAgenda, _reader: Reader, wording: Wording) -> Message:
    """In its place: it was taken off."""
    return Message.of(section(wording.markup("agenda-off", partner=content.partner.name)))
