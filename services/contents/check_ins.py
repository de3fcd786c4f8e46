"""What notices about check-ins say: to the writer what was saved, to the partner what is for them."""

from mentoring.notices import CheckInSaved, PartnerCheckedIn
from mentoring.promises import PromiseLine
from mentoring.sessions import SessionKind
from storage.models import CheckIn, Notice, Pair, Person, Session
from storage.pairs import partner_of
from storage.people import card
from storage.sessions import check_ins_of, next_planned, promise_line, promises_in
from storage.transaction import Transaction


async def check_in_saved(tx: Transaction, notice: Notice) -> CheckInSaved:
    """To the writer. What is private is not unsealed: that it is kept is enough."""
    check_in, session, pair = await _rows(tx, notice)
    partner = await tx.get_one(Person, partner_of(pair, check_in.author_id))
    mine, theirs = await _promises(tx, check_in)
    planned = await next_planned(tx, (pair.id,), check_in.created_at)
    return CheckInSaved(
        pair_id=pair.id,
        session_id=session.id,
        partner=card(partner),
        happened_on=session.happened_on or check_in.created_at.date(),
        kind=SessionKind(session.kind),
        notes=tx.unseal(check_in, "notes"),
        my_promises=mine,
        their_promises=theirs,
        next_at=planned.planned_at if planned else None,
        keeps_private=check_in.reflection is not None or check_in.feeling is not None,
    )


async def partner_checked_in(tx: Transaction, notice: Notice) -> PartnerCheckedIn:
    """To the partner: what the writer shared and proposed, and whether the partner has added their side."""
    check_in, session, pair = await _rows(tx, notice)
    writer = await tx.get_one(Person, check_in.author_id)
    theirs, proposals = await _promises(tx, check_in)
    planned = await next_planned(tx, (pair.id,), check_in.created_at)
    both = await check_ins_of(tx, session)
    return PartnerCheckedIn(
        pair_id=pair.id,
        session_id=session.id,
        partner=card(writer),
        happened_on=session.happened_on or check_in.created_at.date(),
        kind=SessionKind(session.kind),
        notes=tx.unseal(check_in, "notes"),
        their_promises=theirs,
        proposals=proposals,
        next_at=planned.planned_at if planned else None,
        added_mine=any(other.author_id != check_in.author_id for other in both),
    )


async def _rows(tx: Transaction, notice: Notice) -> tuple[CheckIn, Session, Pair]:
    check_in = await tx.get_one(CheckIn, notice.subject)
    session = await tx.get_one(Session, check_in.session_id)
    return check_in, session, await tx.get_one(Pair, session.pair_id)


async def _promises(tx: Transaction, check_in: CheckIn) -> tuple[tuple[PromiseLine, ...], tuple[PromiseLine, ...]]:
    """The promises of a check-in: the writer's own, and what they proposed."""
    promises = await promises_in(tx, check_in)
    own = tuple(promise_line(tx, promise) for promise in promises if promise.owner_id == check_in.author_id)
    proposed = tuple(promise_line(tx, promise) for promise in promises if promise.owner_id != check_in.author_id)
    return own, proposed
