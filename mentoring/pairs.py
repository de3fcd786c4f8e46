"""Pairs: their states, their rhythm, and who may be paired."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from mentoring.people import Person, Profile, reason_against
from mentoring.refusals import Reason, Refusal

WEEKLY, EVERY_TWO_WEEKS, MONTHLY = 7, 14, 30
MAX_RHYTHM_DAYS = 180


class PairState(StrEnum):
    """Where a pair is in its life."""

    PROPOSED = "proposed"
    ACTIVE = "active"
    PAUSED = "paused"
    WRAPPING_UP = "wrapping up"
    COMPLETED = "completed"
    ENDED_EARLY = "ended early"


# The states in which a pair logs sessions, plans and celebrates.
LIVELY = (PairState.ACTIVE, PairState.PAUSED, PairState.WRAPPING_UP)


class Role(StrEnum):
    """What somebody is in a pair."""

    MENTOR = "mentor"
    MENTEE = "mentee"

    @property
    def other(self) -> "Role":
        """The partner's role."""
        return Role.MENTEE if self is Role.MENTOR else Role.MENTOR


@dataclass(frozen=True)
class PairValues:
    """What an organiser entered to pair two people. Users are Slack ids; a rhythm is in days."""

    mentor: str
    mentee: str
    rhythm_days: int
    channel: str | None = None


@dataclass(frozen=True)
class PairDraft:
    """What the form for a new pair starts with; users are Slack ids, of somebody who would like to be paired."""

    rhythm_days: int
    asks_channel: bool
    mentor: str | None = None
    mentee: str | None = None


@dataclass(frozen=True)
class PairChoice:
    """A pair as one of its two sees it."""

    id: str
    role: Role
    partner: Person
    rhythm_days: int


def refusals_to_pair(mentor: Profile, mentee: Profile, workspace: str, rhythm_days: int) -> Iterator[Refusal]:
    """Say why two people cannot be paired, each reason with the form's field it belongs to."""
    for field, profile in ((Role.MENTOR, mentor), (Role.MENTEE, mentee)):
        reason = reason_against(profile, workspace)
        if reason:
            yield Refusal(reason, field.value, name=profile.name)
    if mentor.user == mentee.user:
        yield Refusal(Reason.SAME_PERSON, Role.MENTEE.value)
    yield from refusals_of_rhythm(rhythm_days)


def refusals_of_rhythm(days: int) -> Iterator[Refusal]:
    """Say whether a number of days cannot be a rhythm."""
    if not 1 <= days <= MAX_RHYTHM_DAYS:
        yield Refusal(Reason.BAD_RHYTHM, "rhythm_days", most=MAX_RHYTHM_DAYS)
