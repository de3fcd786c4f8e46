"""Somebody records a session with their partner: the product's main deed."""

from datetime import date, datetime, time, timedelta

from mentoring.changes import clashes
from mentoring.hours import at_local, local
from mentoring.notices import NoticeKind, Weight
from mentoring.people import Actor
from mentoring.refusals import Reason, Refusal, refuse
from mentoring.sessions import SAME_SESSION_WITHIN, CheckInValues, SessionState, refusals_of_check_in
from services.arranging import ABOUT_A_PLAN
from services.context import Services
from services.dispute_session import resolve_as_met
from services.keep_promises import keep_promises
from services.knowing import lively_pair_in_full
from services.milestones import note_milestones
from services.plan_next import clashes_of_next, plan_next
from services.prepare_check_in import OFFERED_FOR
from services.telling import tell_all, to_tell, today_of, zone_of
from services.ticks import tick
from services.wins import keep_win
from services.withdraw_check_in import ABOUT_A_CHECK_IN
from storage.agenda import note_discussed
from storage.horizon import are_cards
from storage.inserts import insert_row
from storage.intake import is_first_submit
from storage.models import CheckIn, Pair, Person, Session
from storage.notices import redraw
from storage.pairs import look_at_pair
from storage.people import mark_homes_stale
from storage.sessions import at_hand, check_ins_of, find_session
from storage.transaction import Transaction


async def log_check_in(services: Services, actor: Actor, values: CheckInValues, form_id: str) -> None:
    """Save a check-in with its promises, the next session and a win; tell both. A second submit changes nothing.

    Raises:
        Refusals: Fields that cannot stand as they are; `CHANGED_MEANWHILE`: the partner changed them too.
        Refusal: The pair or session is not theirs or was logged already; or, `SAME_SESSION`, the partner has
            recorded one within two days and the form has not asked yet whether it is the same.
    """

    async def deed(tx: Transaction) -> None:
        now = services.now()
        if not await is_first_submit(tx, actor.workspace, form_id, now):
            return
        found = await lively_pair_in_full(tx, actor, values.pair_id)
        person, pair, partner, programme = found.me, found.pair, found.partner, found.programme
        refuse(list(refusals_of_check_in(values, today_of(person, now), now)))
        session = await _session_for(tx, now, person, pair, values)
        day = session.happened_on or today_of(person, now)
        ends = at_local(day + timedelta(days=1), time.min, zone_of(person))
        known = await at_hand(tx, session, person.id, _days_near(values.happened_on, now), ends)
        if known.is_there_another and session.id != values.session_id and not values.is_new:
            raise Refusal(Reason.SAME_SESSION)
        refuse([*_clashes_of_day(session, values), *await clashes_of_next(tx, now, pair, values)])
        await look_at_pair(tx, pair, now)
        if _is_another_day(session, values):
            session.happened_on = values.happened_on
        check_in = await _keep(tx, now, person, session, values)
        await keep_promises(tx, now, check_in, pair, person, partner, values)
        if values.ticked:
            await tick(tx, now, check_in, pair.id, values.ticked)
        # Somebody who met before the time they had planned may leave that time standing in the form.
        if values.next_at != session.planned_at:
            await plan_next(tx, now, person, pair, values)

        saved, checked_in = NoticeKind.CHECK_IN_SAVED, NoticeKind.PARTNER_CHECKED_IN
        await tell_all(
            tx, now,
            to_tell(now, saved, check_in.id, person, programme, weight=Weight.REPLY, pair_id=pair.id),
            to_tell(now, checked_in, check_in.id, partner, programme, pair_id=pair.id),
        )  # fmt: skip
        # The partner's own record, if there is one, asked this person to add their side: that is done now.
        others = await check_ins_of(tx, session) if values.session_id else ()
        earlier = [other.id for other in others if other.id != check_in.id]
        await redraw(tx, earlier, ABOUT_A_CHECK_IN, now)
        if known.has_agenda and not earlier:
            await _note_agenda(tx, now, session, ends)
        concerned = {person.id, partner.id}
        if values.win and values.win.strip():
            concerned |= await keep_win(tx, now, person, pair, values.win.strip(), values.win_audience)
        await note_milestones(tx, now, pair, programme, (person, partner), known.times, known.milestones)
        await mark_homes_stale(tx, now, concerned, organisers_of=programme.id)

    await services.write(deed)


async def _note_agenda(tx: Transaction, now: datetime, session: Session, ends: datetime) -> None:
    """What was on the list by the end of that day has been talked about."""
    discussed = await note_discussed(tx, session, ends)
    await redraw(tx, discussed, (NoticeKind.BROUGHT_TO_SESSION,), now)
    if discussed and await are_cards(tx, discussed):
        await redraw(tx, (session.pair_id,), (NoticeKind.HORIZON_COMPARED,), now)


async def _session_for(tx: Transaction, now: datetime, person: Person, pair: Pair, values: CheckInValues) -> Session:
    chosen = await _chosen(tx, now, person, pair, values.session_id) if values.session_id else None
    if chosen:
        # Called off while the form was open, it took place all the same: whoever was there says so.
        if chosen.state in (SessionState.PLANNED, SessionState.CANCELLED, SessionState.MISSED):
            chosen.state = SessionState.HAPPENED
            chosen.called_off_at = None
            chosen.happened_on = values.happened_on
            chosen.kind = values.kind
            # What told of the plan has nothing left to be pressed.
            await redraw(tx, (chosen.id,), ABOUT_A_PLAN, now)
        if chosen.state == SessionState.DISPUTED:
            # They said that they had not met, and now record it after all.
            await resolve_as_met(tx, now, chosen, *await check_ins_of(tx, chosen))
        return chosen
    session = Session(
        workspace_id=pair.workspace_id, pair_id=pair.id, kind=values.kind, state=SessionState.HAPPENED,
        happened_on=values.happened_on, created_at=now,
    )  # fmt: skip
    await insert_row(tx, session)
    return session


async def _chosen(tx: Transaction, now: datetime, person: Person, pair: Pair, session_id: str) -> Session | None:
    session = await find_session(tx, pair, session_id)
    if session is None:
        if await tx.get(Session, session_id):
            raise Refusal(Reason.NOT_PARTNER)
        # The partner withdrew it while the form was open: what this person recorded stands by itself.
        return None
    if any(check_in.author_id == person.id for check_in in await check_ins_of(tx, session)):
        raise Refusal(Reason.ALREADY_LOGGED)
    moved = (
        session.state == SessionState.PLANNED
        and session.planned_at is not None
        and local(session.planned_at, zone_of(person)).date() > today_of(person, now)
    )
    # The partner moved it to another day while the form was open: it is still to come, and this was one of its own.
    return None if moved else session


def _is_another_day(session: Session, values: CheckInValues) -> bool:
    """Whether a session that the partner had recorded is moved to another day by whoever adds their side."""
    return values.session_id == session.id and values.seen.on not in (None, values.happened_on)


def _clashes_of_day(session: Session, values: CheckInValues) -> list[Refusal]:
    if not _is_another_day(session, values):
        return []
    return list(clashes("happened_on", values.happened_on, values.seen.on, session.happened_on))


def _days_near(day: date, now: datetime) -> tuple[date, date]:
    """From when to when a session that the partner has recorded may be the same."""
    return max(day - SAME_SESSION_WITHIN, (now - OFFERED_FOR).date()), day + SAME_SESSION_WITHIN


async def _keep(tx: Transaction, now: datetime, person: Person, session: Session, values: CheckInValues) -> CheckIn:
    check_in = CheckIn(
        workspace_id=session.workspace_id, session_id=session.id, author_id=person.id, question=values.question,
        created_at=now,
    )  # fmt: skip
    tx.seal(check_in, "notes", values.notes)
    tx.seal(check_in, "feeling", None if values.feeling is None else str(values.feeling))
    tx.seal(check_in, "reflection", values.reflection)
    await insert_row(tx, check_in)
    return check_in
