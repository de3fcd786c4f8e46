"""Pairs as the rules of nudges see them. Called inside a transaction."""

from collections import defaultdict
from collections.abc import Collection

from sqlalchemy import BindParameter, bindparam, case, func, literal, or_, select, union_all
from sqlalchemy.orm import aliased

from mentoring.agreements import STANDING, AgreementState
from mentoring.feedback import RequestState
from mentoring.horizon import Round
from mentoring.nudge_contents import Outcome
from mentoring.nudges.diary import Pause as Rest
from mentoring.nudges.kinds import DONE_BY_EVENTS, NudgeKind
from mentoring.nudges.snapshot import (
    AgreementSeen,
    FeedbackSeen,
    GoalSeen,
    HorizonSeen,
    Key,
    Member,
    PromiseSeen,
    SessionSeen,
    SilenceSeen,
    Snapshot,
    Told,
)
from mentoring.pairs import PairState
from mentoring.promises import PromiseState
from mentoring.sessions import SessionKind, SessionState
from mentoring.shared_goals import GoalState
from services.telling import hours_of
from storage.models import (
    Agreement,
    Feedback,
    FeedbackRequest,
    Goal,
    HorizonAnswers,
    Notice,
    Pair,
    Pause,
    Person,
    Programme,
    Promise,
    Session,
    Silence,
)
from storage.transaction import Transaction

OF_PAIRS: BindParameter[str] = bindparam("pairs", expanding=True)
NUDGES = [kind.value for kind in NudgeKind]

# Made once: making a statement takes longer than running it.
_LATEST = aliased(Session)
PEOPLE = select(Person).where(Person.id.in_(bindparam("people", expanding=True)))
PROGRAMMES = select(Programme).where(Programme.id.in_(bindparam("programmes", expanding=True)))
PAUSES = select(Pause.pair_id, Pause.since, Pause.until).where(Pause.pair_id.in_(OF_PAIRS))
# Of those that happened the last says all that the rules ask.
SESSIONS = select(
    Session.pair_id,
    Session.id,
    Session.state,
    Session.kind,
    Session.planned_at,
    Session.arranged_at,
    Session.planned_zone,
    Session.minutes,
    Session.happened_on,
    func.coalesce(Session.disputed_at, Session.called_off_at),
).where(
    Session.pair_id.in_(OF_PAIRS),
    or_(
        Session.state != SessionState.HAPPENED.value,
        Session.happened_on
        == select(func.max(_LATEST.happened_on))
        .where(_LATEST.pair_id == Session.pair_id, _LATEST.state == SessionState.HAPPENED.value)
        .scalar_subquery(),
    ),
)
PROMISES = select(Promise.pair_id, Promise.id, Promise.owner_id, Promise.state, Promise.due_on, Promise.dated_at).where(
    Promise.pair_id.in_(OF_PAIRS), Promise.state == PromiseState.OPEN.value, Promise.due_on.is_not(None)
)
GOALS = select(Goal.pair_id, Goal.id, Goal.due_on, Goal.revisited_at).where(
    Goal.pair_id.in_(OF_PAIRS), Goal.state == GoalState.OPEN.value, Goal.due_on.is_not(None)
)
# What is owed, and what came of which has not been said: in one statement, since most pairs have neither.
FEEDBACK = union_all(
    select(
        FeedbackRequest.pair_id,
        FeedbackRequest.id,
        FeedbackRequest.giver_id,
        func.coalesce(FeedbackRequest.put_off_at, FeedbackRequest.created_at),
        literal(0),
        FeedbackRequest.put_offs,
    ).where(FeedbackRequest.pair_id.in_(OF_PAIRS), FeedbackRequest.state == RequestState.OPEN.value),
    select(
        Feedback.pair_id,
        Feedback.id,
        case((Pair.mentor_id == Feedback.author_id, Pair.mentee_id), else_=Pair.mentor_id),
        Feedback.created_at,
        literal(1),
        literal(0),
    )
    .join(Pair, Pair.id == Feedback.pair_id)
    .where(Feedback.pair_id.in_(OF_PAIRS), Feedback.followed_up_at.is_(None)),
)
AGREEMENTS = select(
    Agreement.pair_id,
    Agreement.number,
    Agreement.author_id,
    Agreement.state,
    func.coalesce(Agreement.confirmed_at, Agreement.settled_at, Agreement.proposed_at),
    Agreement.confirmations,
).where(Agreement.pair_id.in_(OF_PAIRS), Agreement.state.in_([state.value for state in STANDING]))
HORIZON = select(HorizonAnswers.pair_id, HorizonAnswers.author_id, HorizonAnswers.round).where(
    HorizonAnswers.pair_id.in_(OF_PAIRS)
)
SILENCES = select(Silence.pair_id, Silence.partner_id, Silence.said_on).where(Silence.pair_id.in_(OF_PAIRS))
TOLD = select(
    Notice.pair_id,
    Notice.kind,
    Notice.subject,
    Notice.occurrence,
    Notice.receiver,
    Notice.day,
    Notice.answered_at,
    Notice.overtaken_at,
    Notice.snoozed_until,
    Notice.answer,
).where(Notice.pair_id.in_(OF_PAIRS), Notice.kind.in_(NUDGES), Notice.day.is_not(None))


async def snapshots(tx: Transaction, pairs: Collection[Pair]) -> dict[str, Snapshot]:
    """How pairs stand, by their ids; as many statements for a hundred as for one."""
    both = list({id_ for pair in pairs for id_ in (pair.mentor_id, pair.mentee_id)})
    people = {person.id: person for person in await tx.scalars(PEOPLE, {"people": both})}
    theirs = list({pair.programme_id for pair in pairs})
    programmes = {programme.id: programme for programme in await tx.scalars(PROGRAMMES, {"programmes": theirs})}
    ids = {"pairs": [pair.id for pair in pairs]}
    pauses: dict[str, list[Rest]] = defaultdict(list)
    for pair_id, since, until in await tx.execute(PAUSES, ids):
        pauses[pair_id].append(Rest(since, until))
    sessions: dict[str, list[SessionSeen]] = defaultdict(list)
    for pair_id, id_, state, kind, planned_at, arranged_at, zone, minutes, on, changed_at in await tx.execute(
        SESSIONS, ids
    ):
        sessions[pair_id].append(
            SessionSeen(
                id_, SessionState(state), SessionKind(kind), planned_at, arranged_at, zone or "UTC", minutes, on,
                changed_at,
            )
        )  # fmt: skip
    promises: dict[str, list[PromiseSeen]] = defaultdict(list)
    for pair_id, id_, owner_id, state, due_on, dated_at in await tx.execute(PROMISES, ids):
        if due_on and dated_at:
            promises[pair_id].append(PromiseSeen(id_, owner_id, PromiseState(state), due_on, dated_at))
    goals = await _goals(tx, ids)
    feedback: dict[str, list[FeedbackSeen]] = defaultdict(list)
    for pair_id, id_, to_id, since, is_given, put_offs in await tx.execute(FEEDBACK, ids):
        feedback[pair_id].append(FeedbackSeen(id_, to_id, since, bool(is_given), put_offs))
    agreements: dict[str, list[AgreementSeen]] = defaultdict(list)
    for pair_id, number, author_id, state, since, confirmations in await tx.execute(AGREEMENTS, ids):
        is_agreed = state == AgreementState.AGREED
        agreements[pair_id].append(AgreementSeen(number, author_id, is_agreed, since, confirmations))
    horizon: dict[str, list[HorizonSeen]] = defaultdict(list)
    for pair_id, author_id, round_ in await tx.execute(HORIZON, ids):
        horizon[pair_id].append(HorizonSeen(author_id, Round(round_)))
    silences: dict[str, list[SilenceSeen]] = defaultdict(list)
    for pair_id, partner_id, said_on in await tx.execute(SILENCES, ids):
        silences[pair_id].append(SilenceSeen(partner_id, said_on))
    told = await _told(tx, ids)
    return {
        pair.id: Snapshot(
            pair_id=pair.id,
            state=PairState(pair.state),
            rhythm_days=pair.rhythm_days,
            length_months=pair.length_months,
            accepted_at=pair.accepted_at,
            mentor=_member(people[pair.mentor_id], programmes[pair.programme_id]),
            mentee=_member(people[pair.mentee_id], programmes[pair.programme_id]),
            ended_at=pair.ended_at,
            pauses=tuple(pauses[pair.id]),
            sessions=tuple(sessions[pair.id]),
            promises=tuple(promises[pair.id]),
            goals=tuple(goals[pair.id]),
            feedback=tuple(feedback[pair.id]),
            agreements=tuple(agreements[pair.id]),
            horizon=tuple(horizon[pair.id]),
            silences=tuple(silences[pair.id]),
            told=tuple(told[pair.id]),
        )
        for pair in pairs
    }


async def _goals(tx: Transaction, ids: dict[str, list[str]]) -> dict[str, list[GoalSeen]]:
    goals: dict[str, list[GoalSeen]] = defaultdict(list)
    for pair_id, id_, due_on, revisited_at in await tx.execute(GOALS, ids):
        if due_on:
            goals[pair_id].append(GoalSeen(id_, due_on, revisited_at))
    return goals


async def _told(tx: Transaction, ids: dict[str, list[str]]) -> dict[str, list[Told]]:
    told: dict[str, list[Told]] = defaultdict(list)
    rows = await tx.execute(TOLD, ids)
    for pair_id, kind, subject, occurrence, receiver, day, answered_at, overtaken_at, snoozed_until, answer in rows:
        key = Key(NudgeKind(kind), subject, occurrence, receiver)
        is_answered = answered_at is not None or (overtaken_at is not None and key.kind in DONE_BY_EVENTS)
        # Times that were proposed wait for an answer; what comes of them is shown.
        still_asks = overtaken_at is None and (answered_at is None or answer == Outcome.PROPOSED.value)
        if pair_id and day:
            told[pair_id].append(Told(key, day, is_answered, snoozed_until, still_asks))
    return told


def _member(person: Person, programme: Programme) -> Member:
    # Whoever has left is told nothing.
    kinds_off = NudgeKind if person.deactivated else map(NudgeKind, person.kinds_off)
    return Member(person.id, hours_of(person, programme), frozenset(kinds_off), person.wants_hour_before)
