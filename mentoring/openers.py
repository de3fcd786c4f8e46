"""A question to open a session with, and what of their own a mentor might share first: by how far the pair has come."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

# How many questions each stage has in the wording.
QUESTIONS = 5
# Up to so many sessions that happened, they are getting to know each other.
EARLY = 3


class Stage(StrEnum):
    """How far a pair has come."""

    FIRST = "first"
    EARLY = "early"
    UNDER_WAY = "under way"
    LAST = "last"


@dataclass(frozen=True)
class Opener:
    """Which question of which stage it is, from 1 on."""

    stage: Stage
    number: int


def opener_for(began_on: date, sessions: int, *, is_wrapping_up: bool) -> Opener:
    """The question for a session of a pair that has met so many times: the same for both of them, however often.

    One after the other, so that none comes again before all of a stage have come; where a pair begins with them goes
    by the day on which the pair began.
    """
    stage = _stage(sessions, is_wrapping_up=is_wrapping_up)
    return Opener(stage, 1 + (began_on.toordinal() + sessions) % QUESTIONS)


def _stage(sessions: int, *, is_wrapping_up: bool) -> Stage:
    if sessions == 0:
        return Stage.FIRST
    if is_wrapping_up:
        return Stage.LAST
    return Stage.EARLY if sessions <= EARLY else Stage.UNDER_WAY
