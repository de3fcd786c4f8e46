"""The likeliest next step, and which pair comes first."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from mentoring.home import PairCard, PlannedSession, Step, UnansweredSession, likeliest_step, longest_apart_first
from mentoring.pairs import PairState, Role
from mentoring.people import Person

MAYA = Person("p", "U0MAYA", "Maya")
PLANNED = PlannedSession("s", "pair", MAYA, datetime(2026, 3, 2, 12, tzinfo=UTC))
UNANSWERED = UnansweredSession("s", "pair", MAYA, date(2026, 3, 2))


def pair(sessions: int) -> PairCard:
    return PairCard("pair", Role.MENTOR, MAYA, None, PairState.ACTIVE, 14, sessions, None)


def resting(sessions: int) -> PairCard:
    return replace(pair(sessions), paused_until=date(2026, 4, 1))


@pytest.mark.parametrize(
    ("awaits_answer", "to_log", "to_add", "next_session", "pairs", "step"),
    [
        (True, PLANNED, UNANSWERED, PLANNED, (pair(1),), Step.ANSWER_INVITATION),
        (False, PLANNED, UNANSWERED, PLANNED, (pair(1),), Step.LOG_PLANNED),
        (False, None, UNANSWERED, PLANNED, (pair(1),), Step.ADD_MY_SIDE),
        (False, None, None, PLANNED, (pair(1),), Step.PREPARE),
        (False, None, None, None, (pair(0), pair(3)), Step.PLAN),
        (False, None, None, None, (pair(0), pair(0)), Step.PLAN_FIRST),
        (False, None, None, None, (resting(0), resting(3)), Step.REST),
        (False, None, None, None, (resting(0), pair(0)), Step.PLAN_FIRST),
        (False, None, None, None, (), None),
    ],
)
def test_the_most_pressing_step_is_offered(
    awaits_answer: bool,
    to_log: PlannedSession | None,
    to_add: UnansweredSession | None,
    next_session: PlannedSession | None,
    pairs: tuple[PairCard, ...],
    step: Step | None,
) -> None:
    found = likeliest_step(
        awaits_answer=awaits_answer, to_log=to_log, to_add=to_add, next_session=next_session, pairs=pairs
    )
    assert found is step


def test_whoever_has_not_met_for_long_comes_first_and_who_rests_last() -> None:
    met = replace(pair(1), last_met=date(2026, 3, 1))
    lately = replace(pair(1), last_met=date(2026, 3, 2))
    assert longest_apart_first((resting(0), lately, met, pair(0))) == (pair(0), met, lately, resting(0))
