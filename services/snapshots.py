"""Pairs as the rules of nudges see them. Called inside a transaction."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import assert_never

from sqlalchemy import bindparam, func, or_, select
from sqlalchemy.orm import aliased

from mentoring.agreements import AgreementState
from mentoring.horizon import Round
from mentoring.nudges.diary import Pause
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
from services.telling import hours_of
from storage.lists import is_any
from storage.models import Notice, Pair, Person, Programme, Session
from storage.seen import OF_PAIRS, SeenRow, What, seen_of
from storage.transaction import Transaction

NUDGES = [kind.value for kind in NudgeKind]

# Made once: making a statement takes longer than running it.
_LATEST = aliased(Session)
PEOPLE = select(Person).where(Person.id.in_(bindparam("people", expanding=True)))
PROGRAMMES = select(Programme).where(Programme.id.in_(bindparam("programmes", expanding=True)))
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
    Notice.waits_for_partner,
).where(Notice.pair_id.in_(OF_PAIRS), is_any(Notice.kind, NUDGES), Notice.day.is_not(None))


@dataclass
class _Seen:
    """What else there is of a pair, as the rules see it."""

    agreements: list[AgreementSeen] = field(default_factory=list)
    feedback: list[FeedbackSeen] = field(default_factory=list)
    goals: list[GoalSeen] = field(default_factory=list)
    horizon: list[HorizonSeen] = field(default_factory=list)
    pauses: list[Pause] = field(default_factory=list)
    promises: list[PromiseSeen] = field(default_factory=list)
    silences: list[SilenceSeen] = field(default_factory=list)

    def add(self, row: SeenRow) -> None:
        """Note what a row is about."""
        match What(row.what):
            case What.AGREEMENT:
                is_agreed = row.word == AgreementState.AGREED
                self.agreements.append(AgreementSeen(row.number, row.person_id, is_agreed, row.at, row.times))
            case What.FEEDBACK_ASKED:
                self.feedback.append(FeedbackSeen(row.id, row.person_id, row.at, put_offs=row.times))
            case What.FEEDBACK_GIVEN:
                self.feedback.append(FeedbackSeen(row.id, row.person_id, row.at, is_given=True))
            case What.GOAL:
                self.goals.append(GoalSeen(row.id, row.day, row.at))
            case What.HORIZON:
                self.horizon.append(HorizonSeen(row.person_id, Round(row.word)))
            case What.PAUSE:
                self.pauses.append(Pause(row.at, row.until))
            case What.PROMISE:
                self.promises.append(PromiseSeen(row.id, row.person_id, PromiseState.OPEN, row.day, row.at))
            case What.SILENCE:
                self.silences.append(SilenceSeen(row.person_id, row.day))
            case unknown:
                assert_never(unknown)


async def snapshots(tx: Transaction, pairs: Collection[Pair]) -> dict[str, Snapshot]:
    """How pairs stand, by their ids; as many statements for a hundred as for one."""
    both = list({id_ for pair in pairs for id_ in (pair.mentor_id, pair.mentee_id)})
    people = {person.id: person for person in await tx.scalars(PEOPLE, {"people": both})}
    theirs = list({pair.programme_id for pair in pairs})
    programmes = {programme.id: programme for programme in await tx.scalars(PROGRAMMES, {"programmes": theirs})}
    ids = {"pairs": [pair.id for pair in pairs]}
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
    seen = await _seen(tx, ids["pairs"])
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
            pauses=tuple(seen[pair.id].pauses),
            sessions=tuple(sessions[pair.id]),
            promises=tuple(seen[pair.id].promises),
            goals=tuple(seen[pair.id].goals),
            feedback=tuple(seen[pair.id].feedback),
            agreements=tuple(seen[pair.id].agreements),
            horizon=tuple(seen[pair.id].horizon),
            silences=tuple(seen[pair.id].silences),
            told=tuple(told[pair.id]),
        )
        for pair in pairs
    }


async def _seen(tx: Transaction, pair_ids: Collection[str]) -> dict[str, _Seen]:
    found: dict[str, _Seen] = defaultdict(_Seen)
    for row in await seen_of(tx, pair_ids):
        found[row.pair_id].add(row)
    return found


async def _told(tx: Transaction, ids: dict[str, list[str]]) -> dict[str, list[Told]]:
    told: dict[str, list[Told]] = defaultdict(list)
    rows = await tx.execute(TOLD, ids)
    for pair_id, kind, subject, occurrence, receiver, day, answered_at, overtaken_at, snoozed_until, waits in rows:
        key = Key(NudgeKind(kind), subject, occurrence, receiver)
        is_answered = answered_at is not None or (overtaken_at is not None and key.kind in DONE_BY_EVENTS)
        still_asks = overtaken_at is None and (answered_at is None or waits)
        if pair_id and day:
            told[pair_id].append(Told(key, day, is_answered, snoozed_until, still_asks))
    return told


def _member(person: Person, programme: Programme) -> Member:
    # Whoever has left is told nothing.
    kinds_off = NudgeKind if person.deactivated else map(NudgeKind, person.kinds_off)
    return Member(person.id, hours_of(person, programme), frozenset(kinds_off), person.wants_hour_before)
