"""Sessions, check-ins and promises of pairs."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, ScalarSelect, bindparam, exists, func, literal, or_, select
from sqlalchemy.orm import InstrumentedAttribute, aliased

from mentoring.promises import PromiseLine, PromiseState
from mentoring.sessions import SessionState
from storage.agenda import is_open_until
from storage.models import CheckIn, Milestone, Pair, Promise, Session, table_of
from storage.transaction import Transaction


@dataclass(frozen=True)
class Meetings:
    """How often a pair met, and when last: a date as the pair recorded it."""

    count: int = 0
    last_met: date | None = None


@dataclass(frozen=True)
class AtHand:
    """What a pair has at hand as one of them records a session.

    Attributes:
        times: How often they have met, with this session.
        milestones: Kind and subject of each that is noted.
        is_there_another: Whether the partner alone has recorded another session of the days asked about.
        has_agenda: Whether something was brought by the instant asked about, and has not been talked about.
    """

    times: int
    milestones: set[tuple[str, str]]
    is_there_another: bool
    has_agenda: bool


def asks_something_of(reader: ColumnElement[str] | InstrumentedAttribute[str]) -> ColumnElement[bool]:
    """Whether a session still asks something of somebody: see `unsettled_sessions`. Run with `asking_since`."""
    is_logged = exists().where(CheckIn.session_id == Session.id, CheckIn.author_id == reader)
    return or_(
        (Session.state == SessionState.PLANNED.value) & (Session.planned_at >= bindparam("since")),
        (Session.state == SessionState.HAPPENED.value) & (Session.happened_on >= bindparam("since_day")) & ~is_logged,
        (Session.state == SessionState.DISPUTED.value) & is_logged,
    )


def is_of_disputed_session(reader: ColumnElement[str]) -> ColumnElement[bool]:
    """Whether somebody else wrote a promise about a session of which the reader says that they did not meet."""
    # Aliases, so that they are never taken for what the query around it reads.
    written, session = aliased(CheckIn), aliased(Session)
    return exists().where(
        written.id == Promise.check_in_id,
        written.author_id != reader,
        session.id == written.session_id,
        session.state == SessionState.DISPUTED.value,
    )


def asking_since(instant: datetime) -> dict[str, datetime | date]:
    """The parameters of `asks_something_of`."""
    return {"since": instant, "since_day": instant.date()}


# Statements that most deeds need are made once: making one takes longer than running it.
UNSETTLED = (
    select(Session)
    .where(Session.pair_id.in_(bindparam("pairs", expanding=True)), asks_something_of(bindparam("reader")))
    .order_by(Session.created_at, Session.id)
)
NEXT_PLANNED = (
    select(Session)
    .where(
        Session.pair_id.in_(bindparam("pairs", expanding=True)),
        Session.state == SessionState.PLANNED.value,
        Session.planned_at > bindparam("now"),
    )
    .order_by(Session.planned_at, Session.id)
    .limit(1)
)
CHECK_INS = select(CheckIn).where(CheckIn.session_id == bindparam("session")).order_by(CheckIn.created_at, CheckIn.id)

# Of the bare tables: SQLAlchemy takes a third less time to read columns of those.
MET, RECORDED, NOTED, OF = table_of(Session), table_of(CheckIn), table_of(Milestone), table_of(Pair)
SESSIONS_AND_MILESTONES = (
    select(
        select(func.count(MET.c.id))
        .where(MET.c.pair_id == OF.c.id, MET.c.state == SessionState.HAPPENED.value)
        .scalar_subquery(),
        NOTED.c.kind,
        NOTED.c.subject,
    )
    .select_from(OF)
    .outerjoin(NOTED, NOTED.c.pair_id == OF.c.id)
    .where(OF.c.id == bindparam("pair"))
)
AT_HAND = SESSIONS_AND_MILESTONES.add_columns(
    exists().where(
        MET.c.pair_id == OF.c.id,
        MET.c.id != bindparam("session"),
        MET.c.state == SessionState.HAPPENED.value,
        MET.c.happened_on.between(bindparam("begins"), bindparam("ends")),
        ~exists().where(RECORDED.c.session_id == MET.c.id, RECORDED.c.author_id == bindparam("writer")),
    ),
    is_open_until(OF.c.id),
)

PROMISES = select(Promise).where(Promise.check_in_id == bindparam("check_in")).order_by(Promise.position)


async def find_session(tx: Transaction, pair: Pair, session_id: str, *, lock: bool = True) -> Session | None:
    """A session of this pair, locked if it is to be changed; another pair's is not found."""
    query = select(Session).where(Session.id == session_id, Session.pair_id == pair.id)
    return await tx.scalar(query.with_for_update() if lock else query)


async def check_ins_of(tx: Transaction, session: Session) -> Sequence[CheckIn]:
    """What each side recorded of a session, the earlier first."""
    return (await tx.scalars(CHECK_INS, {"session": session.id})).all()


async def unsettled_sessions(
    tx: Transaction, pair_ids: Collection[str], person_id: str, since: datetime
) -> Sequence[Session]:
    """The sessions of these pairs that still ask something of a person.

    Since an instant: planned ones, also those to come, and those that the partner alone has logged. Of any time: those
    that this person logged and the partner disputes.
    """
    return (await tx.scalars(UNSETTLED, {"pairs": list(pair_ids), "reader": person_id, **asking_since(since)})).all()


async def next_planned(tx: Transaction, pair_ids: Collection[str], now: datetime) -> Session | None:
    """The first planned session that is still to come, of any of these pairs."""
    return await tx.scalar(NEXT_PLANNED, {"pairs": list(pair_ids), "now": now})


def next_of(sessions: Sequence[Session], now: datetime) -> Session | None:
    """The same among sessions that are at hand."""
    planned = (each for each in sessions if each.state == SessionState.PLANNED)
    to_come = [(each.planned_at, each.id, each) for each in planned if each.planned_at and each.planned_at > now]
    return min(to_come)[2] if to_come else None


def meetings_in_row() -> tuple[ColumnElement[int], ColumnElement[date | None]]:
    """Columns for a query that reads pairs: how often each of them met, and when last."""
    happened = Session.pair_id == Pair.id, Session.state == SessionState.HAPPENED.value
    times = select(func.count(Session.id)).where(*happened).correlate(Pair).scalar_subquery()
    last = select(func.max(Session.happened_on)).where(*happened).correlate(Pair).scalar_subquery()
    return times, last


def how_many_records(author: InstrumentedAttribute[str]) -> ScalarSelect[int]:
    """A column for a query that reads pairs: how many of a pair's sessions somebody has recorded."""
    # An alias, so that it is never taken for a session that the query around it reads.
    session = aliased(Session)
    return (
        select(func.count(CheckIn.id))
        .join(session, session.id == CheckIn.session_id)
        .where(session.pair_id == Pair.id, CheckIn.author_id == author)
        .correlate_except(CheckIn, session)
        .scalar_subquery()
    )


async def sessions_and_milestones(tx: Transaction, pair: Pair) -> tuple[int, set[tuple[str, str]]]:
    """How often a pair met, and its milestones that are noted: kind and subject of each."""
    rows = (await tx.execute(SESSIONS_AND_MILESTONES, {"pair": pair.id})).all()
    return rows[0][0], {(kind, subject) for _, kind, subject in rows if kind}


async def at_hand(
    tx: Transaction, session: Session, writer_id: str, days: tuple[date, date], until: datetime
) -> AtHand:
    """What a pair has at hand as one of them records a session, in one statement."""
    which = {
        "pair": session.pair_id, "session": session.id, "writer": writer_id, "begins": days[0], "ends": days[1],
        "until": until,
    }  # fmt: skip
    rows = (await tx.execute(AT_HAND, which)).all()
    times, _, _, is_there_another, has_agenda = rows[0]
    milestones = {(kind, subject) for _, kind, subject, _, _ in rows if kind}
    return AtHand(times, milestones, is_there_another, has_agenda)


async def promises_of(
    tx: Transaction, pair_ids: Collection[str], states: Collection[PromiseState], *, reader_id: str
) -> Sequence[Promise]:
    """The promises of these pairs in certain states, in the order in which they were made.

    What somebody else wrote about a session of which the reader says that they did not meet is left out.
    """
    query = (
        select(Promise)
        .where(
            Promise.pair_id.in_(pair_ids),
            Promise.state.in_([state.value for state in states]),
            ~is_of_disputed_session(literal(reader_id)),
        )
        .order_by(Promise.created_at, Promise.check_in_id, Promise.position)
    )
    return (await tx.scalars(query)).all()


async def promises_in(tx: Transaction, check_in: CheckIn) -> Sequence[Promise]:
    """The promises written in one check-in, in their order."""
    return (await tx.scalars(PROMISES, {"check_in": check_in.id})).all()


def promise_line(tx: Transaction, promise: Promise) -> PromiseLine:
    """A promise with its words, for one of the pair."""
    return PromiseLine(promise.id, tx.unseal(promise, "words") or "", PromiseState(promise.state), promise.due_on)
