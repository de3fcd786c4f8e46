"""A session of a pair is planned, moved or called off. Called inside a deed's transaction."""

from datetime import datetime

from mentoring.notices import NoticeKind, Weight
from mentoring.planning import USUAL_MINUTES
from mentoring.sessions import SessionKind, SessionState
from services.telling import tell, zone_of
from storage.models import Pair, Person, Programme, Session, new_id
from storage.notices import redraw
from storage.plans import close_offers, last_called_off, latest_check_ins
from storage.sessions import find_session, next_planned
from storage.transaction import Transaction

# What tells of a plan, and shows what has become of it.
ABOUT_A_PLAN = (
    NoticeKind.SESSION_ARRANGED,
    NoticeKind.SESSION_CANCELLED,
    NoticeKind.SESSION_MISSED,
    NoticeKind.TIMES_OFFERED,
    NoticeKind.TIMES_PROPOSED,
    NoticeKind.BEFORE_SESSION,
    NoticeKind.HOUR_BEFORE,
    NoticeKind.AFTER_SESSION,
)

# A check-in names the next session, and offers it for one's calendar.
NAMES_A_PLAN = (*ABOUT_A_PLAN, NoticeKind.CHECK_IN_SAVED, NoticeKind.PARTNER_CHECKED_IN)


async def session_to_move(
    tx: Transaction, now: datetime, pair: Pair, session_id: str | None, *, lock: bool = True
) -> Session | None:
    """The session that a new time would move: a pair has one next session. None: it would be a new one.

    Where nothing is to come, it is the one with this id, if that is planned and its time has passed.
    """
    planned = await next_planned(tx, (pair.id,), now)
    if planned is None and session_id:
        past = await find_session(tx, pair, session_id, lock=lock)
        return past if past and past.state == SessionState.PLANNED else None
    return planned


async def arrange(
    tx: Transaction,
    now: datetime,
    by: Person,
    pair: Pair,
    session: Session | None,
    at: datetime,
    *,
    kind: SessionKind | None = None,
    minutes: int | None = None,
) -> Session:
    """Give a session its time, or plan a new one; what was proposed is settled by it.

    Its `revision` tells whether anything has changed. Without a kind or minutes it keeps its own.
    """
    # What names another time; or what told that there was none, and offered to plan it.
    shown = await (latest_check_ins(tx, pair) if session else last_called_off(tx, pair))
    if session is None:
        session = Session(
            id=new_id(), workspace_id=pair.workspace_id, pair_id=pair.id, kind=SessionKind.SESSION,
            state=SessionState.PLANNED, minutes=USUAL_MINUTES, revision=0, created_at=now,
        )  # fmt: skip
        tx.add(session)
    before = session.planned_at, session.kind, session.minutes
    wanted = at, kind or session.kind, minutes or session.minutes
    if wanted == before:
        return session
    if at != session.planned_at:
        session.planned_at = at
        session.planned_by_id = by.id
        session.planned_zone = zone_of(by)
        session.arranged_at = now
    session.kind, session.minutes = wanted[1:]
    session.revision += 1
    pair.look_at = now
    await tx.flush()
    await redraw(tx, (session.id, *shown, *await close_offers(tx, pair, now)), NAMES_A_PLAN, now)
    return session


async def call_off(tx: Transaction, now: datetime, pair: Pair, session: Session, state: SessionState) -> None:
    """A planned session is cancelled, or was missed."""
    session.state = state
    session.called_off_at = now
    session.revision += 1
    pair.look_at = now
    await tx.flush()
    await redraw(tx, (session.id, *await latest_check_ins(tx, pair)), NAMES_A_PLAN, now)


async def call_off_what_passed(tx: Transaction, now: datetime, pair: Pair, session_id: str | None) -> None:
    """Whoever plans anew from a session whose time has passed says with it that they did not meet then."""
    past = await find_session(tx, pair, session_id) if session_id else None
    if past and past.state == SessionState.PLANNED and past.planned_at and past.planned_at <= now:
        await call_off(tx, now, pair, past, SessionState.MISSED)


async def tell_of_plan(
    tx: Transaction,
    now: datetime,
    kind: NoticeKind,
    session: Session,
    by: Person,
    partner: Person,
    programme: Programme,
    *,
    at: datetime | None,
    moved: bool = False,
    tells_partner: bool = True,
) -> None:
    """Tell both of a session: whoever did it at once, their partner in their hours."""
    facts = facts_of(by, at, moved=moved) | {"told": tells_partner}
    times = str(session.revision)
    await tell(
        tx, now, kind, session.id, by, programme, weight=Weight.REPLY, occurrence=times, pair_id=session.pair_id,
        facts=facts,
    )  # fmt: skip
    if tells_partner:
        await tell(
            tx, now, kind, session.id, partner, programme, occurrence=times, pair_id=session.pair_id, facts=facts
        )


def facts_of(by: Person, at: datetime | None, *, moved: bool = False) -> dict[str, str | bool | None]:
    """What a notice of a plan remembers: who did it, and when the session was to be."""
    return {"by": by.id, "at": at.isoformat() if at else None, "moved": moved}
