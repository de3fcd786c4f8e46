"""What a post says, gathered when it is sent or drawn again: facts as they stand now, never words stored before."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import aliased

from mentoring.celebrations import Digest, ShoutOutText
from mentoring.notices import Content, Help, NoticeKind, Reader
from mentoring.pairs import PairState
from services.contents import (
    agenda,
    agreements,
    check_ins,
    feedback,
    goals,
    horizon,
    introductions,
    organisers,
    partings,
    pauses,
    plans,
    reviews,
    sharings,
    troubles,
    wins,
)
from services.contents.nudges import nudge_contents
from services.context import Services
from services.snapshots import NUDGES
from services.telling import zone_of
from storage.models import Delivery, DeliveryState, Notice, Pair, Person, Programme, Workspace
from storage.pairs import accepted_at, pairs_of
from storage.people import people_by_id
from storage.programmes import organised_programmes
from storage.tidying import WIPED
from storage.transaction import Transaction

# Asked of every post, and so made once: making a statement takes longer than running it.
ORIGINAL = aliased(Delivery)
DELIVERY = (
    select(Delivery, ORIGINAL, Person, Workspace.uninstalled_at)
    .join(Workspace, Workspace.id == Delivery.workspace_id)
    .outerjoin(ORIGINAL, ORIGINAL.id == Delivery.redraws_id)
    .outerjoin(Person, Person.id == Delivery.person_id)
    .where(Delivery.id == bindparam("delivery"))
)
NOTICES = select(Notice).where(Notice.delivery_id == bindparam("post")).order_by(Notice.id)


class AddressKind(StrEnum):
    """Where a post goes: to a person's direct message, a pair's group message, a programme's channel."""

    PERSON = "person"
    PAIR = "pair"
    PROGRAMME = "programme"


@dataclass(frozen=True)
class Address:
    """Where a post goes. `users` are Slack ids; `channel` is Slack's, none while no direct message is open."""

    kind: AddressKind
    users: tuple[str, ...]
    channel: str | None


@dataclass(frozen=True)
class Posted:
    """A message in Slack: its channel and time stamp."""

    channel: str
    ts: str


@dataclass(frozen=True)
class Composed:
    """What a delivery says, to whom, and, for a redrawing, which message it draws again.

    `notices` are the ids of those that say each of the contents, in the same order; `unsaid` of those that have nothing
    left to say.
    """

    contents: tuple[Content, ...]
    reader: Reader
    address: Address
    redraws: Posted | None
    notices: tuple[tuple[int, ...], ...] = ()
    unsaid: tuple[int, ...] = ()


async def compose_delivery(services: Services, delivery_id: int) -> Composed | None:
    """Gather what a delivery says as of now; None: there is nothing left to say, or nobody to say it to."""

    async def look(tx: Transaction) -> Composed | None:
        row: Sequence[Any] = (await tx.execute(DELIVERY, {"delivery": delivery_id})).one()
        delivery, original, person, uninstalled_at = row
        addressed = await _address(tx, delivery, person)
        if uninstalled_at or addressed is None:
            return None
        redraws = None
        if original:
            if original.state != DeliveryState.SENT or not (original.channel and original.ts):
                return None
            redraws = Posted(original.channel, original.ts)
        found, unsaid = await _found(tx, original or delivery, services.now())
        reader, address = addressed
        said = _as_one_post(found) if address.kind is AddressKind.PROGRAMME else _each_once(found)
        notices = tuple(map(tuple, said.values()))
        return Composed(tuple(said), reader, address, redraws, notices, tuple(unsaid)) if said else None

    return await services.read(look)


async def _found(tx: Transaction, post: Delivery, now: datetime) -> tuple[list[tuple[Content, int]], list[int]]:
    """What the notices of a post say, in their order, and those that say nothing."""
    notices = (await tx.scalars(NOTICES, {"post": post.id})).all()
    if any(notice.facts == WIPED for notice in notices):
        # Too old to be told again as it was.
        return [], []
    nudges = [notice for notice in notices if notice.kind in NUDGES]
    nudging = await nudge_contents(tx, nudges, now, are_out=post.state == DeliveryState.SENT)
    found, unsaid = [], []
    for notice in notices:
        gather = CONTENTS.get(NoticeKind(notice.kind))
        content = await gather(tx, notice) if gather else nudging.get(notice.id)
        if content is None:
            unsaid.append(notice.id)
        else:
            found.append((content, notice.id))
    return found, unsaid


def _each_once(found: list[tuple[Content, int]]) -> dict[Content, list[int]]:
    """What is said, with the notices that say it: somebody who wrote three times is helped once."""
    said: dict[Content, list[int]] = {}
    for content, notice_id in found:
        said.setdefault(content, []).append(notice_id)
    return said


def _as_one_post(found: list[tuple[Content, int]]) -> dict[Content, list[int]]:
    """What goes to a channel together is a digest."""
    posts = tuple(content for content, _ in found if isinstance(content, ShoutOutText))
    return {Digest(posts): [notice_id for _, notice_id in found]} if len(posts) > 1 else _each_once(found)


async def _help(tx: Transaction, notice: Notice) -> Help:
    person = await tx.get_one(Person, notice.receiver)
    proposed = await pairs_of(tx, person, (PairState.PROPOSED,))
    return Help(
        has_pair=bool(await pairs_of(tx, person)),
        awaits_answer=any(accepted_at(pair, person.id) is None for pair in proposed),
        waits_to_begin=bool(proposed),
        is_organiser=bool(await organised_programmes(tx, person)),
    )


# Each gathers what one kind of notice says; None: it has nothing left to say. Nudges are gathered all at once.
CONTENTS: dict[NoticeKind, Callable[[Transaction, Notice], Awaitable[Content | None]]] = {
    NoticeKind.INTRODUCTION: introductions.introduction,
    NoticeKind.ASKED_AGAIN: introductions.asked_again,
    NoticeKind.PAIR_DECLINED: introductions.pair_declined,
    NoticeKind.PAIR_AGREED: introductions.pair_agreed,
    NoticeKind.PAIR_STARTED: introductions.pair_started,
    NoticeKind.PROPOSAL_WITHDRAWN: partings.proposal_withdrawn,
    NoticeKind.PAIR_PAUSED: pauses.pair_paused,
    NoticeKind.PAIR_RESUMED: pauses.pair_resumed,
    NoticeKind.RHYTHM_CHANGED: pauses.rhythm_changed,
    NoticeKind.PAIR_GOES_ON: pauses.pair_goes_on,
    NoticeKind.PAIR_COMPLETED: pauses.pair_completed,
    NoticeKind.TALK_ASKED: troubles.talk_asked,
    NoticeKind.TALK_SAVED: troubles.talk_saved,
    NoticeKind.END_SAVED: partings.end_saved,
    NoticeKind.PAIR_ENDED: partings.pair_ended,
    NoticeKind.PERSON_LEFT: partings.person_left,
    NoticeKind.CHECK_IN_SAVED: check_ins.check_in_saved,
    NoticeKind.PARTNER_CHECKED_IN: check_ins.partner_checked_in,
    NoticeKind.SESSION_DISPUTED: check_ins.session_disputed,
    NoticeKind.WIN_SAVED: wins.win_saved,
    NoticeKind.WIN_SHARED: wins.win_shared,
    NoticeKind.BROUGHT_TO_SESSION: agenda.brought_to_session,
    NoticeKind.SESSION_ARRANGED: plans.session_arranged,
    NoticeKind.SESSION_CANCELLED: plans.session_called_off,
    NoticeKind.SESSION_MISSED: plans.session_called_off,
    NoticeKind.TIMES_PROPOSED: plans.times_offered,
    NoticeKind.TIMES_OFFERED: plans.times_offered,
    NoticeKind.CONSENT_ASKED: wins.consent_asked,
    NoticeKind.SHOUT_OUT: wins.shout_out,
    NoticeKind.NOT_POSTED: wins.not_posted,
    NoticeKind.CHANNEL_CLOSED: wins.channel_closed,
    NoticeKind.ORGANISER_NAMED: organisers.organiser_named,
    NoticeKind.ORGANISER_RELEASED: organisers.organiser_released,
    NoticeKind.ORGANISERS_WEEK: organisers.organisers_week,
    NoticeKind.GOALS_READY: goals.partner_ready,
    NoticeKind.GOALS_REVEALED: goals.goals_revealed,
    NoticeKind.GOALS_CHANGED: goals.goals_changed,
    NoticeKind.AGREEMENT_PROPOSED: agreements.agreement_proposed,
    NoticeKind.AGREEMENT_MADE: agreements.agreement_made,
    NoticeKind.AGREEMENT_CONFIRMED: agreements.agreement_confirmed,
    NoticeKind.FEEDBACK_ASKED: feedback.feedback_asked,
    NoticeKind.FEEDBACK_ASK_SAVED: feedback.ask_saved,
    NoticeKind.FEEDBACK_DECLINED: feedback.feedback_declined,
    NoticeKind.FEEDBACK_GIVEN: feedback.feedback_received,
    NoticeKind.FEEDBACK_SAVED: feedback.feedback_saved,
    NoticeKind.FEEDBACK_UNCLEAR: feedback.what_was_meant,
    NoticeKind.FEEDBACK_EXPLAINED: feedback.explained,
    NoticeKind.CAME_OF_IT: feedback.came_of_it,
    NoticeKind.HORIZON_COMPARED: horizon.horizon_compared,
    NoticeKind.REVIEW_SHARED: reviews.review_shared,
    NoticeKind.THANKED: reviews.thanked,
    NoticeKind.THANK_YOU_SAVED: reviews.thank_you_saved,
    NoticeKind.SHARED: sharings.shared_with_you,
    NoticeKind.PULSE_SHARED: sharings.pulse_shared,
    NoticeKind.HOW_IT_GOES: sharings.asked_how_it_goes,
    NoticeKind.HELP: _help,
}


async def _address(tx: Transaction, delivery: Delivery, person: Person | None) -> tuple[Reader, Address] | None:
    if person:
        if person.deactivated:
            return None
        reader = Reader(zone_of(person), person.locale)
        return reader, Address(AddressKind.PERSON, (person.slack_id,), person.dm_channel)
    if delivery.pair_id:
        pair = await tx.get_one(Pair, delivery.pair_id)
        people = await people_by_id(tx, delivery.workspace_id, (pair.mentor_id, pair.mentee_id))
        mentee = people[pair.mentee_id]
        users = (people[pair.mentor_id].slack_id, mentee.slack_id)
        return Reader(zone_of(mentee), mentee.locale), Address(AddressKind.PAIR, users, pair.group_channel)
    programme = await tx.get_one(Programme, delivery.programme_id)
    if programme.channel is None:
        return None
    return Reader("UTC"), Address(AddressKind.PROGRAMME, (), programme.channel)
