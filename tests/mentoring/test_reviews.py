"""When there is something to look back on, and what is kept of answers."""

from datetime import date

import pytest

from mentoring.pairs import PairState
from mentoring.reviews import (
    QUESTIONS,
    YES,
    Answer,
    Question,
    ReviewKind,
    Standing,
    answers_print,
    kept,
    months_ago,
    to_write,
)

HALF_WAY, END = date(2026, 6, 2), date(2026, 9, 2)
GOALS = ("goal-1", "goal-2")
TWO_GOALS = [(ReviewKind.GOAL, "goal-1"), (ReviewKind.GOAL, "goal-2")]


def on(day: date, state: PairState, *, goals: tuple[str, ...] = ()) -> list[tuple[ReviewKind, str]]:
    ended = END if state is PairState.COMPLETED else None
    return list(to_write(Standing(state, HALF_WAY, ended, goals), day))


@pytest.mark.parametrize(
    ("day", "state", "opens"),
    [
        (date(2026, 6, 1), PairState.ACTIVE, []),
        (date(2026, 6, 2), PairState.ACTIVE, [(ReviewKind.HALF_WAY, "")]),
        (date(2026, 8, 1), PairState.PAUSED, [(ReviewKind.HALF_WAY, "")]),
        (date(2026, 8, 20), PairState.WRAPPING_UP, [(ReviewKind.HALF_WAY, ""), (ReviewKind.END, "")]),
        (date(2026, 9, 2), PairState.COMPLETED, [(ReviewKind.END, "")]),
        (date(2026, 12, 1), PairState.COMPLETED, [(ReviewKind.END, "")]),
        (date(2026, 12, 2), PairState.COMPLETED, [(ReviewKind.ECHO, "3")]),
        (date(2027, 3, 2), PairState.COMPLETED, [(ReviewKind.ECHO, "6")]),
        (date(2027, 9, 2), PairState.COMPLETED, [(ReviewKind.ECHO, "12")]),
        (date(2027, 12, 1), PairState.COMPLETED, [(ReviewKind.ECHO, "12")]),
        (date(2027, 12, 2), PairState.COMPLETED, []),
        (date(2026, 6, 2), PairState.ENDED_EARLY, []),
        (date(2026, 6, 2), PairState.PROPOSED, []),
    ],
)
def test_each_has_its_time(day: date, state: PairState, opens: list[tuple[ReviewKind, str]]) -> None:
    assert on(day, state) == opens


def test_a_goal_that_was_reached_can_be_looked_back_on_ever_after_but_not_once_the_pair_ended_early() -> None:
    assert on(date(2026, 4, 1), PairState.ACTIVE, goals=GOALS) == TWO_GOALS
    assert on(date(2030, 1, 1), PairState.COMPLETED, goals=GOALS) == TWO_GOALS
    assert on(date(2026, 4, 1), PairState.ENDED_EARLY, goals=GOALS) == []


def test_the_latest_echo_is_the_one_to_write() -> None:
    assert [months_ago(END, day) for day in (END, date(2026, 12, 2), date(2027, 8, 1), date(2031, 1, 1))] == [
        None, 3, 6, 12,
    ]  # fmt: skip


def test_what_is_empty_or_was_not_offered_is_not_kept() -> None:
    answers = (
        Answer(Question.HOW_IT_GOES, "4"),
        Answer(Question.HELPS, "  You listen.\n"),
        Answer(Question.CHANGED, "  "),
        Answer(Question.WOULD_MENTOR, YES),
    )
    assert kept(answers, ReviewKind.HALF_WAY) == (
        Answer(Question.HELPS, "You listen."),
        Answer(Question.HOW_IT_GOES, "4"),
    )
    assert kept((Answer(Question.HOW_IT_GOES, "6"),), ReviewKind.HALF_WAY) == ()


def test_a_preview_is_known_by_its_words() -> None:
    one, other = (Answer(Question.HELPS, "This"),), (Answer(Question.HELPS, "That"),)
    assert answers_print(one) == answers_print(list(one)) != answers_print(other)


def test_each_question_belongs_to_one_occasion() -> None:
    asked = [question for questions in QUESTIONS.values() for question in questions]
    assert sorted(asked) == sorted(Question)
    assert [len(QUESTIONS[kind]) for kind in ReviewKind] == [4, 2, 5, 3]
