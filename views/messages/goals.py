"""What is told of goals: that a partner is ready, and, once both are, what both wrote."""

from mentoring.goals import GoalsRevealed, PartnerReady
from mentoring.notices import Reader
from views.blocks import actions, button, context, section
from views.goals import both_drafts
from views.ids import ActionId
from views.messages.message import Message
from views.wording import Wording


def partner_ready(content: PartnerReady, _reader: Reader, wording: Wording) -> Message:
    """To the partner of whoever is ready: one tap to write one's own."""
    partner = content.partner.name
    if content.is_over:
        return Message.of(section(wording.markup("goals-partner-ready-over", partner=partner)))
    write = button(wording.say("button-write-goals"), ActionId.OPEN_GOALS, content.pair_id, primary=True)
    return Message.of(
        section(wording.markup("goals-partner-ready", partner=partner)),
        context(wording.markup("goals-partner-ready-next")),
        actions(write),
    )


def goals_revealed(content: GoalsRevealed, _reader: Reader, wording: Wording) -> Message:
    """To each of them: both drafts."""
    news = section(wording.markup("goals-revealed", partner=content.partner.name))
    return Message.of(news, *both_drafts(content, wording))
