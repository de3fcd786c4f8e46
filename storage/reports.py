"""What a report counts: when the pairs of a programme met, when they rested, which nudges were answered."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import and_, case, func, or_, select

from mentoring.nudges.kinds import ASK_NOTHING, DONE_BY_EVENTS, NudgeKind
from mentoring.reporting import NudgesOn
from mentoring.sessions import SessionState
from storage.models import Delivery, DeliveryState, Notice, Pair, Pause, Programme, Session
from storage.organising import CAME_OF_SILENCE
from storage.transaction import Transaction

# Not what leaves nobody anything to answer; nor the horizon check, of which nobody else learns that it was answered.
ASKING = [kind.value for kind in NudgeKind if kind not in ASK_NOTHING | {NudgeKind.HORIZON}]


@dataclass(frozen=True)
class Begun:
    """A pair that has begun, and dates on which it met: the first, and the last up to each day that is asked about."""

    pair: Pair
    met_on: frozenset[date]
    pauses: tuple[Pause, ...]


async def pairs_begun(tx: Transaction, programme: Programme, since: datetime, days: Sequence[date]) -> list[Begun]:
    """The pairs of a programme that had begun and not been ended before an instant. Two SELECTs, however many."""
    theirs = (
        Pair.programme_id == programme.id,
        Pair.accepted_at.is_not(None),
        or_(Pair.ended_at.is_(None), Pair.ended_at >= since),
    )
    met = [func.max(case((Session.happened_on <= day, Session.happened_on))) for day in days]
    happened = and_(Session.pair_id == Pair.id, Session.state == SessionState.HAPPENED.value)
    query = select(Pair, func.min(Session.happened_on), *met).outerjoin(Session, happened)
    rows = (await tx.execute(query.where(*theirs).group_by(Pair.id))).all()
    pauses: dict[str, list[Pause]] = defaultdict(list)
    for pause in await tx.scalars(select(Pause).join(Pair, Pair.id == Pause.pair_id).where(*theirs)):
        pauses[pause.pair_id].append(pause)
    return [Begun(pair, frozenset(filter(None, dates)), tuple(pauses[pair.id])) for pair, *dates in rows]


async def nudges_by_day(tx: Transaction, programme: Programme, since: date) -> list[NudgesOn]:
    """How many nudges went to the pairs of a programme on each day from one on, and how many were answered.

    Whoever did what it asked for, without a button of it, has answered, too. A question that came since a partner said
    that they wait for a reply does not count: of few pairs, the number would tell it.
    """
    is_done = and_(Notice.overtaken_at.is_not(None), Notice.kind.in_([kind.value for kind in DONE_BY_EVENTS]))
    answered = func.sum(case((or_(Notice.answered_at.is_not(None), is_done), 1), else_=0))
    query = (
        select(Notice.day, func.count(), answered)
        .join(Pair, Pair.id == Notice.pair_id)
        .join(Delivery, Delivery.id == Notice.delivery_id)
        .where(
            Pair.programme_id == programme.id,
            Notice.kind.in_(ASKING),
            ~CAME_OF_SILENCE,
            Notice.day >= since,
            Delivery.state == DeliveryState.SENT.value,
        )
        .group_by(Notice.day)
    )
    return [NudgesOn(day, sent, done) for day, sent, done in await tx.execute(query) if day]
