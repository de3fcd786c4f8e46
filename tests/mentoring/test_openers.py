"""A question to open a session with: the same for both, and one that fits how far they have come."""

from datetime import date, timedelta

import pytest

from mentoring.openers import EARLY, QUESTIONS, Stage, opener_for


def test_no_question_comes_again_before_all_have_come() -> None:
    began = date(2026, 3, 2)
    numbers = [opener_for(began, EARLY + 1 + n, is_wrapping_up=False).number for n in range(QUESTIONS)]
    assert sorted(numbers) == list(range(1, QUESTIONS + 1))
    others = {opener_for(began + timedelta(days=n), 0, is_wrapping_up=False).number for n in range(QUESTIONS)}
    assert others == set(numbers), "not every pair begins with the same"


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
    assert opener_for(date(2026, 3, 2), sessions, is_wrapping_up=is_wrapping_up).stage is stage
