"""What App Home shows of somebody's pairs, in two statements however many pairs and however much of each there is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy import and_, bindparam, func, literal, select, true, union_all
from sqlalchemy.orm import aliased, load_only

from mentoring.confidence import SHOWN
from mentoring.feedback import RequestState
from mentoring.pairs import PairState
from mentoring.promises import PromiseState
from mentoring.sessions import SessionState
from mentoring.shared_goals import GoalState
from storage.agenda import IS_DISCUSSED
from storage.lists import is_any
from storage.models import AgendaItem, CheckIn, FeedbackRequest, Goal, Pair, Pause, Person, Promise, Session
from storage.pairs import WITH_PARTNER_AND_MEETINGS, in_states
from storage.sessions import Meetings, asking_since, asks_something_of, is_of_disputed_session
from storage.transaction import Transaction

# Only of these it matters when they rest, or rested.
RESTING = (PairState.PAUSED, PairState.WRAPPING_UP)
PAIRS_WITH_PAUSES = (
    WITH_PARTNER_AND_MEETINGS.add_columns(Pause)
    .outerjoin(Pause, and_(Pause.pair_id == Pair.id, is_any(Pair.state, RESTING)))
    .order_by(Pause.since)
)

# The reader's own scores alone: the partner's are never read.
NUMBERED = (
    select(
        CheckIn,
        Session.pair_id,
        Session.happened_on,
        func.row_number()
        .over(partition_by=Session.pair_id, order_by=(Session.happened_on.desc(), CheckIn.created_at.desc()))
        .label("place"),
        func.count().over(partition_by=Session.pair_id).label("count"),
    )
    .join(Session, Session.id == CheckIn.session_id)
    .where(
        CheckIn.author_id == bindparam("reader"),
        CheckIn.feeling.is_not(None),
        Session.state == SessionState.HAPPENED.value,
        Session.pair_id.in_(bindparam("pairs", expanding=True)),
    )
    .subquery()
)
SCORED = aliased(CheckIn, NUMBERED)

# A row of a pair holds one thing of one list: that of its slot.
SESSIONS, AGENDA, GOALS, PROMISES, REQUESTS, SCORES = range(6)
SLOT = union_all(*(select(literal(slot).label("slot")) for slot in range(6))).subquery()
# Made once: making a statement takes longer than running it.
LISTS = (
    select(Session, AgendaItem, Goal, Promise, FeedbackRequest)
    .add_columns(SCORED, NUMBERED.c.pair_id, NUMBERED.c.happened_on, NUMBERED.c.count)
    .select_from(Pair)
    .join(SLOT, true())
    .outerjoin(
        Session, and_(SLOT.c.slot == SESSIONS, Session.pair_id == Pair.id, asks_something_of(bindparam("reader")))
    )
    .outerjoin(AgendaItem, and_(SLOT.c.slot == AGENDA, AgendaItem.pair_id == Pair.id, ~IS_DISCUSSED))
    .outerjoin(Goal, and_(SLOT.c.slot == GOALS, Goal.pair_id == Pair.id, Goal.state == GoalState.OPEN.value))
    .outerjoin(
        Promise,
        and_(
            SLOT.c.slot == PROMISES,
            Promise.pair_id == Pair.id,
            is_any(Promise.state, (PromiseState.OPEN, PromiseState.PROPOSED)),
            ~is_of_disputed_session(bindparam("reader")),
        ),
    )
    .outerjoin(
        FeedbackRequest,
        and_(
            SLOT.c.slot == REQUESTS,
            FeedbackRequest.pair_id == Pair.id,
            FeedbackRequest.giver_id == bindparam("reader"),
            FeedbackRequest.state == RequestState.OPEN.value,
        ),
    )
    .outerjoin(
        NUMBERED, and_(SLOT.c.slot == SCORES, NUMBERED.c.pair_id == Pair.id, NUMBERED.c.place <= bindparam("scores"))
    )
    .where(Pair.id.in_(bindparam("pairs", expanding=True)))
    # Rows are as wide as all of it together, so of the widest only what is needed is read.
    .options(
        load_only(Session.pair_id, Session.state, Session.planned_at, Session.happened_on, Session.created_at),
        load_only(SCORED.workspace_id, SCORED.feeling, SCORED.created_at),
    )
)


@dataclass(frozen=True)
class PairWithPauses:
    """A pair with the partner, how the two met, and, where it rests or comes to its end, its pauses in their order."""

    pair: Pair
    partner: Person
    meetings: Meetings
    pauses: list[Pause] = field(default_factory=list)


@dataclass(frozen=True)
class Scored:
    """A check-in of the reader's with their score, the day of its session, and how many such there are in its pair."""

    check_in: CheckIn
    pair_id: str
    on: date
    count: int


@dataclass(frozen=True)
class Lists:
    """What there is of the pairs under way, each in the order in which it came.

    Attributes:
        sessions: Those that still ask something of the reader: see `unsettled_sessions`.
        agenda: What is still to be talked about.
        goals: Those that are worked on, in the order of their lists.
        promises: Those that are open or wait for an answer, as `promises_of` has them.
        requests: For feedback of the reader's.
        scores: The reader's own, the newest `SHOWN` of each pair.
    """

    sessions: list[Session] = field(default_factory=list)
    agenda: list[AgendaItem] = field(default_factory=list)
    goals: list[Goal] = field(default_factory=list)
    promises: list[Promise] = field(default_factory=list)
    requests: list[FeedbackRequest] = field(default_factory=list)
    scores: list[Scored] = field(default_factory=list)


async def pairs_with_pauses(tx: Transaction, person: Person, states: Iterable[PairState]) -> list[PairWithPauses]:
    """Somebody's pairs in certain states, the oldest first."""
    found: dict[str, PairWithPauses] = {}
    for pair, partner, count, last_met, pause in await tx.execute(PAIRS_WITH_PAUSES, in_states(person, states)):
        each = found.setdefault(pair.id, PairWithPauses(pair, partner, Meetings(count, last_met)))
        if pause is not None:
            each.pauses.append(pause)
    return list(found.values())


async def lists_of(tx: Transaction, pair_ids: Sequence[str], person: Person, since: datetime) -> Lists:
    """The lists of these pairs as one of each reads them; sessions as far back as `since`. One SELECT."""
    found = Lists()
    if not pair_ids:
        return found
    which = {"pairs": list(pair_ids), "reader": person.id, "scores": SHOWN, **asking_since(since)}
    for session, item, goal, promise, request, *scored in await tx.execute(LISTS, which):
        # A row holds one of them, or none where a pair has none of a kind.
        found.sessions.extend(filter(None, [session]))
        found.agenda.extend(filter(None, [item]))
        found.goals.extend(filter(None, [goal]))
        found.promises.extend(filter(None, [promise]))
        found.requests.extend(filter(None, [request]))
        found.scores.extend([Scored(*scored)] if scored[0] else [])
    found.sessions.sort(key=lambda each: (each.created_at, each.id))
    found.agenda.sort(key=lambda each: (each.created_at, each.id))
    found.goals.sort(key=lambda each: (each.created_at, each.position, each.id))
    found.promises.sort(key=lambda each: (each.created_at, each.check_in_id or "", each.position))
    found.requests.sort(key=lambda each: (each.created_at, each.id))
    found.scores.sort(key=lambda each: (each.on, each.check_in.created_at))
    return found
