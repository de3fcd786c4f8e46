"""Somebody takes back what they recorded of a session; what it had asked for follows."""

from datetime import date, datetime

from sqlalchemy import delete, select

from mentoring.notices import NoticeKind
from mentoring.pairs import LIVELY
from mentoring.people import Actor
from mentoring.promises import WAITING, PromiseState
from mentoring.sessions import SessionState
from services.arranging import ABOUT_A_PLAN
from services.context import Services
from services.knowing import known_person
from services.milestones import take_back_milestones
from services.own_check_in import OwnCheckIn, own_check_in
from services.ticks import show_ticks, untick
from storage.models import CheckIn, Notice, Promise
from storage.notices import Receiver, redraw, take_back
from storage.pairs import partner_of
from storage.people import mark_homes_stale
from storage.sessions import check_ins_of, next_planned
from storage.transaction import Transaction

# What is told of a check-in to either of the two.
ABOUT_A_CHECK_IN = (NoticeKind.CHECK_IN_SAVED, NoticeKind.PARTNER_CHECKED_IN, NoticeKind.SESSION_DISPUTED)


async def withdraw_check_in(services: Services, actor: Actor, check_in_id: str) -> None:
    """Remove a check-in with its open promises and what it ticked off, and the session if nobody else recorded it.

    A win that came with it stays: it is a win all the same. Withdrawing twice changes nothing.

    Raises:
        Refusal: Somebody else wrote it.
    """

    async def deed(tx: Transaction) -> None:
        now = services.now()
        person = await known_person(tx, actor)
        own = await own_check_in(tx, person, check_in_id, lock=True)
        if own is None:
            return
        own.pair.look_at = now
        day = own.session.happened_on or own.check_in.created_at.date()
        gone = [state.value for state in (*WAITING, PromiseState.REFUSED, PromiseState.DROPPED)]
        await tx.execute(delete(Promise).where(Promise.check_in_id == check_in_id, Promise.state.in_(gone)))
        unticked = await untick(tx, own.check_in)
        await tx.delete(own.check_in)
        await tx.flush()
        left = await check_ins_of(tx, own.session)
        if left:
            # The other side is on its own again.
            await redraw(tx, [check_in.id for check_in in left], ABOUT_A_CHECK_IN, now)
        else:
            await _did_not_happen(tx, now, own)
            await take_back_milestones(tx, now, own.pair)
        # Last: whoever answers about a milestone holds it before the message they answer in, and so does this.
        await _say_so(tx, now, own.check_in, day)
        await show_ticks(tx, now, own.pair.id, unticked)
        partner_id = partner_of(own.pair, person.id)
        await mark_homes_stale(tx, now, (person.id, partner_id), organisers_of=own.pair.programme_id)

    await services.write(deed)


async def _say_so(tx: Transaction, now: datetime, check_in: CheckIn, day: date) -> None:
    """What was told of it says from now on that it was withdrawn; what has not been told yet never is."""
    query = select(Notice).where(
        Notice.workspace_id == check_in.workspace_id,
        Notice.subject == check_in.id,
        Notice.kind.in_([kind.value for kind in ABOUT_A_CHECK_IN]),
    )
    for notice in (await tx.scalars(query)).all():
        receiver = Receiver(notice.workspace_id, person_id=notice.receiver)
        if not await take_back(tx, NoticeKind(notice.kind), check_in.id, receiver, now):
            notice.facts = {**notice.facts, "withdrawn": day.isoformat()}
    await redraw(tx, (check_in.id,), ABOUT_A_CHECK_IN, now)


async def _did_not_happen(tx: Transaction, now: datetime, own: OwnCheckIn) -> None:
    session = own.session
    is_ahead = session.planned_at is not None and session.planned_at > now and own.pair.state in LIVELY
    if is_ahead and await next_planned(tx, (own.pair.id,), now) is None:
        session.state = SessionState.PLANNED
        session.happened_on = None
        session.disputed_at = session.disputed_by_id = session.denied_again_at = session.upheld_at = None
        await redraw(tx, (session.id,), ABOUT_A_PLAN, now)
    else:
        await tx.delete(session)
    await tx.flush()
