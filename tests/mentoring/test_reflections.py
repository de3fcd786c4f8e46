"""The question for a private reflection is another each time; a lighter session is offered when weeks are heavy."""

import pytest

from mentoring.heavy_weeks import weighs
from mentoring.reflections import QUESTIONS, question_after


def test_a_question_comes_again_only_when_all_have_come() -> None:
    asked = [question_after(records) for records in range(2 * QUESTIONS)]
    assert sorted(asked[:QUESTIONS]) == list(range(1, QUESTIONS + 1))
    assert asked[QUESTIONS:] == asked[:QUESTIONS]


@pytest.mark.parametrize(
    ("feelings", "expected"),
    [
        ((), False),
        ((1,), True),
        ((5, 1), True),
        ((1, 2), False),
        ((4, 3), False),
        ((5, 4, 3), True),
        ((5, 4, 4), False),
        ((4, 4, 3), False),
        ((5, 4, 3, 3), False),
        ((2, 5, 4, 3), True),
        ((3, 2, 5), False),
    ],
)
def test_two_falls_or_the_lowest_ask_for_a_lighter_session(feelings: tuple[int, ...], expected: bool) -> None:
    assert weighs(feelings) is expected
