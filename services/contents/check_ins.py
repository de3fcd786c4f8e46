"""What notices about check-ins say: to the writer what was saved, to the partner what is for them."""

from datetime import date

from mentoring.check_in_news import CheckInSaved, CheckInWithdrawn, Dispute, PartnerCheckedIn, SessionDisputed
from mentoring.checkpoints import Checkpoint
from mentoring.heavy_weeks import weighs
from mentoring.notices import NoticeKind
from mentoring.people import Person as PersonCard
from mentoring.promises import PromiseLine
from mentoring.pulses import PulseAsked
from mentoring.sessions import SessionKind, SessionState
from storage.feelings import feelings_until
from storage.goals import step, ticked_by
from storage.models import CheckIn, Notice, Pair, Person, Session
from storage.pairs import partner_of
from storage.people import card
from storage.pulses import how_pulse_stands
from storage.records import find_record
from storage.sessions import promise_line, promises_in
from storage.transaction import Transaction


async def check_in_saved(tx: Transaction, notice: Notice) -> CheckInSaved | CheckInWithdrawn | None:
    """To the writer. What is private is not unsealed: that it is kept is enough."""
    record = await find_record(tx, notice.subject)
    if record is None:
        return await _withdrawn(tx, notice)
    check_in, session, partner, planned = record.check_in, record.session, record.partner, record.planned
    mine, theirs = await _promises(tx, check_in)
    return CheckInSaved(
        pair_id=record.pair.id,
        session_id=session.id,
        check_in_id=check_in.id,
        partner=card(partner),
        happened_on=_day(session, check_in),
        kind=SessionKind(session.kind),
        notes=tx.unseal(check_in, "notes"),
        my_promises=mine,
        their_promises=theirs,
        next_at=planned.planned_at if planned else None,
        keeps_private=check_in.reflection is not None or check_in.feeling is not None,
        partner_logged=record.sides > 1,
        is_disputed=session.state == SessionState.DISPUTED,
        next_id=planned.id if planned else None,
        ticked=await _ticked(tx, check_in),
        pulse=await _pulse(tx, notice, session, card(partner)),
        weighs=weighs(await feelings_until(tx, notice.receiver, check_in, session)),
    )


async def partner_checked_in(tx: Transaction, notice: Notice) -> PartnerCheckedIn | CheckInWithdrawn | None:
    """To the partner: what the writer shared and proposed, and whether the partner has added their side."""
    record = await find_record(tx, notice.subject)
    if record is None:
        return await _withdrawn(tx, notice)
    check_in, session, planned = record.check_in, record.session, record.planned
    theirs, proposals = await _promises(tx, check_in)
    return PartnerCheckedIn(
        pair_id=record.pair.id,
        session_id=session.id,
        partner=card(record.writer),
        happened_on=_day(session, check_in),
        kind=SessionKind(session.kind),
        notes=tx.unseal(check_in, "notes"),
        their_promises=theirs,
        proposals=proposals,
        next_at=planned.planned_at if planned else None,
        added_mine=record.sides > 1,
        dispute=_dispute(session),
        next_id=planned.id if planned else None,
        ticked=await _ticked(tx, check_in),
    )


async def session_disputed(tx: Transaction, notice: Notice) -> SessionDisputed | CheckInWithdrawn | None:
    """To the writer, whose partner says that they did not meet."""
    record = await find_record(tx, notice.subject)
    if record is None:
        return await _withdrawn(tx, notice)
    check_in, session = record.check_in, record.session
    return SessionDisputed(session.id, check_in.id, card(record.partner), _day(session, check_in), _dispute(session))


async def _pulse(tx: Transaction, notice: Notice, session: Session, partner: PersonCard) -> PulseAsked | None:
    if session.state != SessionState.HAPPENED:
        return None
    noted, shared = await how_pulse_stands(tx, notice.receiver, session.id)
    return PulseAsked(session.id, SessionKind(session.kind), partner, noted, shared)


async def _withdrawn(tx: Transaction, notice: Notice) -> CheckInWithdrawn | None:
    """The check-in is gone; the notice remembers of which day it was."""
    day = notice.facts.get("withdrawn")
    if notice.pair_id is None or day is None:
        return None
    pair = await tx.get_one(Pair, notice.pair_id)
    partner = await tx.get_one(Person, partner_of(pair, notice.receiver))
    return CheckInWithdrawn(
        card(partner),
        date.fromisoformat(day),
        is_mine=notice.kind != NoticeKind.PARTNER_CHECKED_IN,
        was_asked=notice.kind == NoticeKind.SESSION_DISPUTED,
    )


def _day(session: Session, check_in: CheckIn) -> date:
    return session.happened_on or check_in.created_at.date()


def _dispute(session: Session) -> Dispute | None:
    if session.state != SessionState.DISPUTED:
        return None
    return Dispute(upheld=session.upheld_at is not None, denied_again=session.denied_again_at is not None)


async def _ticked(tx: Transaction, check_in: CheckIn) -> tuple[Checkpoint, ...]:
    """The checkpoints that it ticked off; most check-ins tick none, and look for none."""
    return tuple(step(tx, each) for each in await ticked_by(tx, check_in.id)) if check_in.ticks else ()


async def _promises(tx: Transaction, check_in: CheckIn) -> tuple[tuple[PromiseLine, ...], tuple[PromiseLine, ...]]:
    """The promises of a check-in: the writer's own, and what they proposed."""
    promises = await promises_in(tx, check_in)
    own = tuple(promise_line(tx, promise) for promise in promises if promise.owner_id == check_in.author_id)
    proposed = tuple(promise_line(tx, promise) for promise in promises if promise.owner_id != check_in.author_id)
    return own, proposed
