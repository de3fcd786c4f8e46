"""A session that one recorded and of which the other says that they did not meet: each is asked once more."""

from mentoring.check_in_news import Dispute, PartnerCheckedIn, SessionDisputed
from mentoring.notices import Reader
from views.blocks import Block, Confirmation, actions, button, section
from views.ids import ActionId
from views.messages.message import Message
from views.wording import Wording, dates


def session_disputed(content: SessionDisputed, reader: Reader, wording: Wording) -> Message:
    """To the writer: they did meet, or it was a mistake; once answered or resolved, how it stands."""
    partner, day = content.partner.name, dates.day(content.happened_on, reader.locale)
    if content.dispute is None:
        return Message.of(section(wording.markup("disputed-resolved", partner=partner, day=day)))
    news = section(wording.markup("disputed-news", partner=partner, day=day))
    if content.dispute.upheld:
        return Message.of(news, section(wording.markup("disputed-upheld", partner=partner)))
    return Message.of(
        news,
        section(wording.markup("disputed-question")),
        actions(
            button(wording.say("button-did-meet"), ActionId.DID_MEET, content.session_id),
            withdraw_button(wording.say("button-mistake"), content.check_in_id, partner, wording),
        ),
    )


def my_denial(content: PartnerCheckedIn, dispute: Dispute, reader: Reader, wording: Wording) -> list[Block]:
    """To the partner, who said that they did not meet: how it stands, and the question once more."""
    partner, day = content.partner.name, dates.day(content.happened_on, reader.locale)
    upheld = "yes" if dispute.upheld else "no"
    news = section(wording.markup("denied-news", partner=partner, day=day, upheld=upheld))
    met = button(wording.say("button-met-after-all"), ActionId.DID_MEET, content.session_id)
    if dispute.denied_again:
        return [news, section(wording.markup("denied-again", partner=partner)), actions(met)]
    still = button(wording.say("button-did-not-meet"), ActionId.STILL_DID_NOT_MEET, content.session_id)
    return [news, section(wording.markup("denied-question")), actions(met, still)]


def withdraw_button(words: str, check_in_id: str, partner: str, wording: Wording) -> Block:
    """Take a check-in back, once one is sure."""
    sure = Confirmation(
        wording.say("button-withdraw.title"),
        wording.say("button-withdraw.text", partner=partner),
        wording.say("button-withdraw.yes"),
        wording.say("button-withdraw.no"),
    )
    return button(words, ActionId.WITHDRAW_CHECK_IN, check_in_id, confirm=sure)
