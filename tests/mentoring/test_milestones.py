"""Milestones that follow from how often a pair met."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.milestones import Milestone, MilestoneKind, reached_by_sessions

FIRST = Milestone(MilestoneKind.FIRST_SESSION)
TENTH = Milestone(MilestoneKind.SESSIONS, "10")
TWENTY_FIFTH = Milestone(MilestoneKind.SESSIONS, "25")


@pytest.mark.parametrize(
    ("sessions", "reached"),
    [
        (0, ()),
        (1, (FIRST,)),
        (9, (FIRST,)),
        (10, (FIRST, TENTH)),
        (24, (FIRST, TENTH)),
        (25, (FIRST, TENTH, TWENTY_FIFTH)),
        (400, (FIRST, TENTH, TWENTY_FIFTH)),
    ],
)
def test_the_first_the_tenth_and_the_twenty_fifth_session_count(sessions: int, reached: tuple[Milestone, ...]) -> None:
    assert reached_by_sessions(sessions) == reached


@given(st.integers(0, 100))
def test_what_has_been_reached_stays_reached(sessions: int) -> None:
    reached, later = reached_by_sessions(sessions), reached_by_sessions(sessions + 1)
    assert later[: len(reached)] == reached
    assert len(set(later)) == len(later)
