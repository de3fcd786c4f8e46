"""One of a pair plans their next session, or moves it; the partner hears of it."""

from dataclasses import replace

from mentoring.changes import clashes
from mentoring.notices import NoticeKind
from mentoring.people import Actor
from mentoring.planning import PlanValues, refusals_of_plan
from mentoring.refusals import Reason, Refusal, refuse
from mentoring.sessions import SessionKind
from services.answers import note_plan
from services.arranging import arrange, call_off_what_passed, session_to_move, tell_of_plan
from services.context import Services
from services.knowing import lively_pair_in_full
from storage.intake import is_first_submit
from storage.models import Session
from storage.people import mark_homes_stale
from storage.transaction import Transaction


async def plan_session(services: Services, actor: Actor, values: PlanValues, form_id: str) -> None:
    """Plan a session or move the planned one, and tell both. A second submit changes nothing.

    Raises:
        Refusals: Fields that cannot stand as they are; `CHANGED_MEANWHILE` at "at": the partner planned, moved or
            cancelled it while the form was open.
        Refusal: The pair is not theirs, or has not begun, or has ended.
    """

    async def deed(tx: Transaction) -> None:
        now = services.now()
        if not await is_first_submit(tx, actor.workspace, form_id, now):
            return
        found = await lively_pair_in_full(tx, actor, values.pair_id)
        refuse(list(refusals_of_plan(values, now)))
        session = await session_to_move(tx, now, found.pair, values.session_id)
        refuse(_clashes(values, session))
        before, revision = (session.planned_at, session.revision) if session else (None, 0)
        wanted = _with_what_was_left_alone(values, session)
        session = await arrange(
            tx, now, found.me, found.pair, session, wanted.at, kind=wanted.kind, minutes=wanted.minutes
        )
        if session.id != values.session_id:
            await call_off_what_passed(tx, now, found.pair, values.session_id)
        if session.revision == revision:
            return
        await tell_of_plan(
            tx, now, NoticeKind.SESSION_ARRANGED, session, found.me, found.partner, found.programme, at=wanted.at,
            moved=before not in (None, wanted.at),
        )  # fmt: skip
        await note_plan(tx, now, found.me, found.pair.id)
        await mark_homes_stale(tx, now, (found.me.id, found.partner.id))

    await services.write(deed)


def _clashes(values: PlanValues, session: Session | None) -> list[Refusal]:
    seen = values.seen
    if session is None:
        # It was cancelled, or has been held: there is nothing left to be moved, or to be left as it was.
        return [Refusal(Reason.CHANGED_MEANWHILE, "at")] if seen.next_at else []
    return [
        *clashes("at", values.at, seen.next_at, session.planned_at),
        *clashes("kind", values.kind, seen.kind, session.kind),
        *clashes("minutes", values.minutes, seen.minutes, session.minutes),
    ]


def _with_what_was_left_alone(values: PlanValues, session: Session | None) -> PlanValues:
    """What was entered; what was left as it was seen is now as the partner made it."""
    if session is None or session.planned_at is None:
        return values
    seen = values.seen
    return replace(
        values,
        at=session.planned_at if values.at == seen.next_at else values.at,
        kind=SessionKind(session.kind) if values.kind == seen.kind else values.kind,
        minutes=session.minutes if values.minutes == seen.minutes else values.minutes,
    )
