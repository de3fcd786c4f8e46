"""Pairs that end, and those that do not come about after all."""

from datetime import datetime

from mentoring.notices import Reader
from mentoring.pairs import Role
from mentoring.partings import EndSaved, PairEnded, PersonLeft, ProposalWithdrawn
from views.blocks import Block, actions, button, section
from views.ids import ActionId
from views.messages.message import Message
from views.wording import Wording, dates
from views.wording.lists import names


def end_saved(content: EndSaved, reader: Reader, wording: Wording) -> Message:
    """To whoever ended it: what happens next."""
    wish = [section(wording.markup("ended-wish"))] if content.another_match else []
    told = "partner" if content.tells_partner else "nobody"
    return Message.of(
        section(wording.markup("ended-mine", partner=content.partner.name, told=told)),
        *_cancelled(content.cancelled, reader, wording),
        *wish,
    )


def pair_ended(content: PairEnded, reader: Reader, wording: Wording) -> Message:
    """To the partner, kindly and without a reason; to an organiser, who would like another match."""
    if content.role is None:
        wishing = content.wishing
        news = wording.markup("ended-organiser", mentor=content.mentor.name, mentee=content.mentee.name)
        wish = wording.markup("ended-organiser-wish", people=names(wishing), count=len(wishing)) if wishing else ""
        return Message.of(*[section(each) for each in (news, wish) if each], _pair_button(wording))
    partner = content.mentee if content.role is Role.MENTOR else content.mentor
    return Message.of(
        section(wording.markup("ended-partner", partner=partner.name)),
        *_cancelled(content.cancelled, reader, wording),
        section(wording.markup("ended-kept")),
    )


def person_left(content: PersonLeft, reader: Reader, wording: Wording) -> Message:
    """To the partner of somebody who left, and to an organiser."""
    left, partner = content.left.name, content.partner.name
    if not content.is_partner:
        pair = "begun" if content.had_begun else "proposed"
        return Message.of(
            section(wording.markup("left-organiser", person=left, partner=partner, pair=pair)), _pair_button(wording)
        )
    if not content.had_begun:
        return Message.of(section(wording.markup("left-proposed", person=left)))
    return Message.of(
        section(wording.markup("left-partner", person=left)),
        *_cancelled(content.cancelled, reader, wording),
        section(wording.markup("ended-kept")),
    )


def proposal_withdrawn(content: ProposalWithdrawn, _reader: Reader, wording: Wording) -> Message:
    """To one of the two who were asked."""
    return Message.of(section(wording.markup("withdrawn-proposal", partner=content.partner.name)))


def _cancelled(at: datetime | None, reader: Reader, wording: Wording) -> list[Block]:
    if at is None:
        return []
    day, time = dates.day_of(at, reader), dates.time_of(at, reader)
    return [section(wording.markup("ended-cancelled", day=day, time=time))]


def _pair_button(wording: Wording) -> Block:
    return actions(button(wording.say("button-pair"), ActionId.OPEN_PAIR_FORM))
