"""Milestones: what a pair has reached, found from what is recorded and from how long it has lasted."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from mentoring.nudges.course import YEAR, ends_on, half_way_on, state_at, year_on
from mentoring.nudges.snapshot import Snapshot
from mentoring.pairs import LIVELY, PairState


class MilestoneKind(StrEnum):
    """What can be reached. Each counts once per pair and subject, for ever."""

    FIRST_SESSION = "first session"
    SESSIONS = "sessions"
    GOAL = "goal"
    HALF_WAY = "half-way"
    YEAR = "year"
    GRADUATION = "graduation"


@dataclass(frozen=True)
class Milestone:
    """A milestone of a pair; the subject tells two of a kind apart."""

    kind: MilestoneKind
    subject: str = ""


SESSION_COUNTS = (10, 25)
# What time brings is noticed on its day, or soon after it; later it is no news any more.
NOTICED_WITHIN = timedelta(days=14)


def reached_by_sessions(happened: int) -> tuple[Milestone, ...]:
    """All milestones that a pair with so many sessions has reached; sessions in dispute are not to be counted."""
    first = (Milestone(MilestoneKind.FIRST_SESSION),) if happened else ()
    return first + tuple(Milestone(MilestoneKind.SESSIONS, str(n)) for n in SESSION_COUNTS if happened >= n)


def reached_by_time(pair: Snapshot, now: datetime) -> tuple[Milestone, ...]:
    """All milestones that time has brought a pair lately: half-way and a year while it goes on, its completion.

    Pauses do not count. Nothing is reached by a pair that has never met, or that ended early; a pair that is to last a
    year has its graduation on that day, and is not told of the year besides.
    """
    if pair.accepted_at is None or pair.last_met is None:
        return ()
    state, days = state_at(pair, now), {}
    if state in LIVELY:
        days[MilestoneKind.HALF_WAY] = half_way_on(pair.accepted_at, pair.length_months, pair.pauses)
        if pair.length_months > YEAR:
            days[MilestoneKind.YEAR] = year_on(pair.accepted_at, pair.pauses)
    elif state is PairState.COMPLETED:
        days[MilestoneKind.GRADUATION] = ends_on(pair, pair.accepted_at)
    today = now.astimezone(UTC).date()
    return tuple(Milestone(kind) for kind, day in days.items() if day <= today < day + NOTICED_WITHIN)
