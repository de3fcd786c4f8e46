"""A pair comes to its end, or is not to come about after all. Called inside a deed's transaction."""

from datetime import datetime

from sqlalchemy import Select, exists, or_, select, update

from mentoring.consent import ShoutOutState
from mentoring.notices import NoticeKind
from mentoring.pairs import PairState
from mentoring.sessions import SessionState
from services.shout_outs import give_up
from storage.models import Consent, Milestone, Pair, Session, ShoutOut, Win
from storage.notices import INVITATIONS, Receiver, redraw, take_back
from storage.pairs import accepted_at
from storage.people import mark_homes_stale, organisers_of
from storage.transaction import Transaction


async def end(tx: Transaction, now: datetime, pair: Pair) -> None:
    """End a pair that has begun: what it planned is cancelled, and what it was still asked is asked no more.

    What both had agreed to stays, and what they wrote stays where it is.
    """
    _close(pair, now)
    await tx.execute(
        update(Session)
        .where(Session.pair_id == pair.id, Session.state == SessionState.PLANNED.value, Session.planned_at > now)
        .values(state=SessionState.CANCELLED.value)
    )
    # Before any message: whoever answers about a post holds it before the message they answer in.
    for shout_out in (await tx.scalars(_open_questions(pair))).all():
        await give_up(tx, now, shout_out)
    await take_back(tx, NoticeKind.PAIR_STARTED, pair.id, Receiver(pair.workspace_id, pair_id=pair.id), now)


async def call_off(tx: Transaction, now: datetime, pair: Pair) -> tuple[str, ...]:
    """Take a proposal back, and its questions with it; the ids of those of the two who had heard of it."""
    _close(pair, now)
    heard = []
    for person_id in (pair.mentor_id, pair.mentee_id):
        receiver = Receiver(pair.workspace_id, person_id=person_id)
        is_unasked = await take_back(tx, NoticeKind.INTRODUCTION, pair.id, receiver, now)
        if not is_unasked or accepted_at(pair, person_id):
            heard.append(person_id)
    await redraw(tx, (pair.id,), INVITATIONS, now)
    return tuple(heard)


async def show_on_homes(tx: Transaction, now: datetime, pair: Pair) -> None:
    """Have the homes of both, and of the organisers, show what became of a pair."""
    organisers = await organisers_of(tx, pair.workspace_id, pair.programme_id)
    await mark_homes_stale(tx, now, (pair.mentor_id, pair.mentee_id, *(organiser.id for organiser in organisers)))


def _close(pair: Pair, now: datetime) -> None:
    pair.state = PairState.ENDED_EARLY
    pair.ended_at = now
    pair.look_at = None


def _open_questions(pair: Pair) -> Select[ShoutOut]:
    """The posts about a pair's milestones and wins that wait for one of the two, locked."""
    of_the_pair = or_(
        ShoutOut.milestone_id.in_(select(Milestone.id).where(Milestone.pair_id == pair.id)),
        ShoutOut.win_id.in_(select(Win.id).where(Win.pair_id == pair.id)),
    )
    unanswered = exists().where(
        Consent.shout_out_id == ShoutOut.id,
        Consent.person_id.in_((pair.mentor_id, pair.mentee_id)),
        Consent.answer.is_(None),
    )
    query = select(ShoutOut).where(of_the_pair, unanswered, ShoutOut.state == ShoutOutState.ASKING.value)
    return query.order_by(ShoutOut.id).with_for_update()
