"""Goals: what is kindly asked for."""

from datetime import date

import pytest

from mentoring.goals import GoalsValues, GoalWords, left_open

WHOLE = GoalWords("Give a talk", "Twenty people hear it", date(2026, 6, 30))
BARE = GoalWords("Say no more often")


@pytest.mark.parametrize(
    ("goals", "kept", "asked"),
    [
        ([WHOLE, GoalWords()], [], []),
        ([WHOLE, BARE], [], ["measure_1", "due_on_1"]),
        ([GoalWords("Give a talk", "Twenty people hear it")], [], ["due_on_0"]),
        ([WHOLE, BARE], [BARE], []),
    ],
    ids=["nothing is missing", "both", "a date", "it was kept without"],
)
def test_a_new_goal_is_asked_for_what_it_lacks(goals: list[GoalWords], kept: list[GoalWords], asked: list[str]) -> None:
    assert left_open(GoalsValues("pair", tuple(goals)), kept) == set(asked)
    assert left_open(GoalsValues("pair", tuple(goals), asked=2), kept) == set()
