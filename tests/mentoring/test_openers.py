"""A question to open a session with: the same for both, and one that fits how far they have come."""

from uuid import UUID

import pytest

from mentoring.openers import EARLY, QUESTIONS, Stage, opener_for


def test_a_session_has_one_question_and_sessions_have_different_ones() -> None:
    ids = [UUID(int=n).hex for n in range(200)]
    numbers = [opener_for(id_, 1, is_wrapping_up=False).number for id_ in ids]
    assert numbers == [opener_for(id_, 1, is_wrapping_up=False).number for id_ in ids]
    assert set(numbers) == set(range(1, QUESTIONS + 1))


@pytest.mark.parametrize(
    ("sessions", "is_wrapping_up", "stage"),
    [
        (0, False, Stage.FIRST),
        (0, True, Stage.FIRST),
        (1, False, Stage.EARLY),
        (EARLY, False, Stage.EARLY),
        (EARLY + 1, False, Stage.UNDER_WAY),
        (40, True, Stage.LAST),
    ],
)
def test_it_goes_by_how_far_the_pair_has_come(sessions: int, is_wrapping_up: bool, stage: Stage) -> None:
    assert opener_for("s", sessions, is_wrapping_up=is_wrapping_up).stage is stage
