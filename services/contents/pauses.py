"""What notices say about pairs that rest, meet less often, go on or are completed."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select

from mentoring.going_on import PairCompleted, PairGoesOn
from mentoring.hours import local
from mentoring.notices import NoticeKind
from mentoring.nudges.course import planned_end
from mentoring.pairs import LIVELY, PairState
from mentoring.pausing import PairPaused, PairResumed
from mentoring.rhythms import RhythmChanged
from mentoring.sessions import SessionState
from services.go_on import rests_of
from services.telling import zone_of
from storage.models import Delivery, DeliveryState, Notice, Pair, Pause, Person, Session
from storage.notices import heard_at, was_sent
from storage.pairs import partner_of, role_in
from storage.people import card
from storage.sessions import next_planned
from storage.transaction import Transaction


async def pair_paused(tx: Transaction, notice: Notice) -> PairPaused | None:
    """To both: until when it rests. That it did is not told any more once it does not, unless it took a session."""
    pause = await tx.get_one(Pause, notice.subject)
    pair = await tx.get_one(Pair, pause.pair_id)
    # Resumed early, it ended before its last day had begun anywhere.
    is_over = pair.state != PairState.PAUSED or await _has_newer(tx, pause)
    is_mine = notice.facts["by"] == notice.receiver
    cancelled = await _times(tx, notice.facts["cancelled"])
    nobody_waits = is_mine or pair.ended_at is not None or not cancelled
    if is_over and nobody_waits and not await was_sent(tx, notice):
        return None
    said_by = await tx.get_one(Person, pause.by_id or notice.facts["by"])
    return PairPaused(
        pair.id,
        card(await tx.get_one(Person, partner_of(pair, notice.receiver))),
        local(pause.until, zone_of(said_by)).date(),
        is_mine,
        cancelled,
        () if is_over else await _kept(tx, pair, pause),
        is_over,
    )


async def pair_resumed(tx: Transaction, notice: Notice) -> PairResumed | None:
    """To both; not to whoever has not heard of the pause."""
    heard = (
        select(Notice.id)
        .join(Delivery, Delivery.id == Notice.delivery_id)
        .where(
            Notice.workspace_id == notice.workspace_id,
            Notice.kind == NoticeKind.PAIR_PAUSED.value,
            Notice.subject == notice.subject,
            Notice.receiver == notice.receiver,
            Delivery.state.in_([DeliveryState.SENT, DeliveryState.IN_DOUBT, DeliveryState.UNCONFIRMED]),
        )
        .limit(1)
    )
    is_mine = notice.facts["by"] == notice.receiver
    if not is_mine and await tx.scalar(heard) is None:
        return None
    pause = await tx.get_one(Pause, notice.subject)
    pair = await tx.get_one(Pair, pause.pair_id)
    partner = card(await tx.get_one(Person, partner_of(pair, notice.receiver)))
    planned = await next_planned(tx, (pair.id,), await heard_at(tx, notice))
    return PairResumed(pair.id, partner, is_mine, planned.planned_at if planned else None)


async def rhythm_changed(tx: Transaction, notice: Notice) -> RhythmChanged | None:
    """To both. What has been changed again, or has ended, before it was told is not told."""
    pair = await tx.get_one(Pair, notice.subject)
    days = int(notice.facts["days"])
    holds = pair.rhythm_days == days and pair.state in LIVELY
    if not holds and not await was_sent(tx, notice):
        return None
    partner = card(await tx.get_one(Person, partner_of(pair, notice.receiver)))
    return RhythmChanged(pair.id, partner, days, notice.facts["by"] == notice.receiver, holds)


async def pair_goes_on(tx: Transaction, notice: Notice) -> PairGoesOn | None:
    """To both. What has been said otherwise before it was told is not told."""
    pair = await tx.get_one(Pair, notice.subject)
    months, days = int(notice.facts["months"]), int(notice.facts["days"])
    holds = (pair.length_months, pair.rhythm_days) == (months, days) and pair.state in LIVELY
    if pair.accepted_at is None or (not holds and not await was_sent(tx, notice)):
        return None
    return PairGoesOn(
        pair.id,
        card(await tx.get_one(Person, partner_of(pair, notice.receiver))),
        planned_end(pair.accepted_at, months, await rests_of(tx, pair)),
        days,
        notice.facts["by"] == notice.receiver,
        holds,
    )


async def pair_completed(tx: Transaction, notice: Notice) -> PairCompleted:
    """To both, and to the organisers."""
    pair = await tx.get_one(Pair, notice.subject)
    mentor, mentee = await tx.get_one(Person, pair.mentor_id), await tx.get_one(Person, pair.mentee_id)
    role = role_in(pair, notice.receiver)
    cancelled = await _times(tx, notice.facts["cancelled"]) if role else ()
    is_mine = notice.facts["by"] == notice.receiver
    return PairCompleted(pair.id, card(mentor), card(mentee), role, is_mine, cancelled[0] if cancelled else None)


async def _has_newer(tx: Transaction, pause: Pause) -> bool:
    newer = select(Pause.id).where(Pause.pair_id == pause.pair_id, Pause.since > pause.since)
    return await tx.scalar(newer.limit(1)) is not None


async def _times(tx: Transaction, session_ids: Collection[str]) -> tuple[datetime, ...]:
    query = select(Session.planned_at).where(Session.id.in_(session_ids)).order_by(Session.planned_at)
    return tuple(at for at in await tx.scalars(query) if at) if session_ids else ()


async def _kept(tx: Transaction, pair: Pair, pause: Pause) -> tuple[datetime, ...]:
    query = select(Session.planned_at).where(
        Session.pair_id == pair.id,
        Session.state == SessionState.PLANNED.value,
        Session.planned_at >= pause.since,
        Session.planned_at < pause.until,
    )
    return tuple(at for at in await tx.scalars(query.order_by(Session.planned_at)) if at)
