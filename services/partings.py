"""A pair comes to its end, or is not to come about after all. Called inside a deed's transaction."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import func, or_, select

from mentoring.consent import ShoutOutState
from mentoring.notices import NoticeKind
from mentoring.pairs import PairState
from mentoring.sessions import SessionState
from services.arranging import call_off as call_off_session
from services.shout_outs import give_up
from storage.models import Consent, Milestone, Pair, Session, ShoutOut, Win
from storage.notices import INVITATIONS, Receiver, redraw, take_back
from storage.pairs import accepted_at
from storage.people import organisers_of
from storage.transaction import Transaction


async def end(tx: Transaction, now: datetime, pairs: Sequence[Pair]) -> set[str]:
    """End pairs that have begun: what they planned is cancelled, and what they were still asked is asked no more.

    What both had agreed to stays, and what they wrote stays where it is. All that can be held is held in one order, so
    that deeds which concern the same people do not wait for each other.

    Returns:
        The ids of those whose homes show another thing now.
    """
    ids = [pair.id for pair in pairs]
    for pair in pairs:
        close(pair, PairState.ENDED_EARLY, now)
    # Before any message: whoever answers about a post holds it before the message they answer in.
    concerned = await give_up(tx, now, await _open_questions(tx, ids))
    for pair in pairs:
        await cancel_planned(tx, now, pair)
        await take_back(tx, NoticeKind.PAIR_STARTED, pair.id, Receiver(pair.workspace_id, pair_id=pair.id), now)
    return concerned | await shown_to(tx, pairs)


def close(pair: Pair, state: PairState, now: datetime) -> None:
    """Have a pair be over."""
    pair.state = state
    pair.ended_at = now
    # Once more: what it was asked about is asked no more.
    pair.look_at = now


async def cancel_planned(tx: Transaction, now: datetime, pair: Pair, *, before: datetime | None = None) -> list[str]:
    """Cancel the sessions that a pair has planned, or only those before an instant; their ids, the earliest first."""
    query = select(Session).where(
        Session.pair_id == pair.id, Session.state == SessionState.PLANNED.value, Session.planned_at > now
    )
    if before:
        query = query.where(Session.planned_at < before)
    sessions = (await tx.scalars(query.order_by(Session.planned_at, Session.id).with_for_update())).all()
    for session in sessions:
        await call_off_session(tx, now, pair, session, SessionState.CANCELLED)
    return [session.id for session in sessions]


async def call_off(tx: Transaction, now: datetime, pairs: Sequence[Pair]) -> tuple[set[tuple[str, str]], set[str]]:
    """Take proposals back, and their questions with them.

    Returns:
        Who had heard of which, by the ids of pair and person; and the ids of those whose homes show another thing now.
    """
    for pair in pairs:
        close(pair, PairState.ENDED_EARLY, now)
    await redraw(tx, [pair.id for pair in pairs], INVITATIONS, now)
    heard = set()
    for pair in pairs:
        for person_id in (pair.mentor_id, pair.mentee_id):
            receiver = Receiver(pair.workspace_id, person_id=person_id)
            is_unasked = await take_back(tx, NoticeKind.INTRODUCTION, pair.id, receiver, now)
            if not is_unasked or accepted_at(pair, person_id):
                heard.add((pair.id, person_id))
    return heard, await shown_to(tx, pairs)


async def shown_to(tx: Transaction, pairs: Sequence[Pair]) -> set[str]:
    """All in these pairs, and their organisers."""
    concerned = {id_ for pair in pairs for id_ in (pair.mentor_id, pair.mentee_id)}
    for workspace, programme in {(pair.workspace_id, pair.programme_id) for pair in pairs}:
        concerned |= {organiser.id for organiser in await organisers_of(tx, workspace, programme)}
    return concerned


async def _open_questions(tx: Transaction, pair_ids: Collection[str]) -> Sequence[ShoutOut]:
    """The posts about milestones and wins of pairs that wait for one of its two, locked."""
    query = (
        select(ShoutOut)
        .outerjoin(Milestone, Milestone.id == ShoutOut.milestone_id)
        .outerjoin(Win, Win.id == ShoutOut.win_id)
        .join(Pair, Pair.id == func.coalesce(Milestone.pair_id, Win.pair_id))
        .join(Consent, Consent.shout_out_id == ShoutOut.id)
        .where(
            ShoutOut.state == ShoutOutState.ASKING.value,
            Pair.id.in_(pair_ids),
            Consent.answer.is_(None),
            or_(Consent.person_id == Pair.mentor_id, Consent.person_id == Pair.mentee_id),
        )
        .order_by(ShoutOut.id)
        .with_for_update(of=ShoutOut)
    )
    return (await tx.scalars(query)).unique().all()
