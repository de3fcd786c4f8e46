"""The likeliest next step."""

from datetime import UTC, date, datetime

import pytest

from mentoring.home import PairCard, PlannedSession, Step, UnansweredSession, likeliest_step
from mentoring.pairs import PairState, Role
from mentoring.people import Person

MAYA = Person("p", "U0MAYA", "Maya")
PLANNED = PlannedSession("s", "pair", MAYA, datetime(2026, 3, 2, 12, tzinfo=UTC))
UNANSWERED = UnansweredSession("s", "pair", MAYA, date(2026, 3, 2))


def pair(sessions: int) -> PairCard:
    return PairCard("pair", Role.MENTOR, MAYA, None, PairState.ACTIVE, 14, sessions, None)


@pytest.mark.parametrize(
    ("awaits_answer", "to_log", "to_add", "pairs", "step"),
    [
        (True, PLANNED, UNANSWERED, (pair(1),), Step.ANSWER_INVITATION),
        (False, PLANNED, UNANSWERED, (pair(1),), Step.LOG_PLANNED),
        (False, None, UNANSWERED, (pair(1),), Step.ADD_MY_SIDE),
        (False, None, None, (pair(0), pair(3)), Step.LOG),
        (False, None, None, (pair(0), pair(0)), Step.LOG_FIRST),
        (False, None, None, (), None),
    ],
)
def test_the_most_pressing_step_is_offered(
    awaits_answer: bool,
    to_log: PlannedSession | None,
    to_add: UnansweredSession | None,
    pairs: tuple[PairCard, ...],
    step: Step | None,
) -> None:
    assert likeliest_step(awaits_answer=awaits_answer, to_log=to_log, to_add=to_add, pairs=pairs) is step
