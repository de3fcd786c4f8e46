"""Milestones: what a pair has reached, found from what is recorded."""

from dataclasses import dataclass
from enum import StrEnum


class MilestoneKind(StrEnum):
    """What can be reached. Each counts once per pair and subject, for ever."""

    FIRST_SESSION = "first session"
    SESSIONS = "sessions"
    GOAL = "goal"


@dataclass(frozen=True)
class Milestone:
    """A milestone of a pair; the subject tells two of a kind apart."""

    kind: MilestoneKind
    subject: str = ""


SESSION_COUNTS = (10, 25)


def reached_by_sessions(happened: int) -> tuple[Milestone, ...]:
    """All milestones that a pair with so many sessions has reached; sessions in dispute are not to be counted."""
    first = (Milestone(MilestoneKind.FIRST_SESSION),) if happened else ()
    return first + tuple(Milestone(MilestoneKind.SESSIONS, str(n)) for n in SESSION_COUNTS if happened >= n)
