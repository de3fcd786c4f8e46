"""The question bank: none comes again before all of its stage have come, and each session opens with what fits it."""

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.question_bank import (
    BOTH_WAYS_EVERY,
    CARDS,
    EARLY_SESSIONS,
    OF_SESSIONS,
    SITUATIONS,
    STRUGGLES,
    Stage,
    asks_both_ways,
    next_card,
    stage_of_session,
    struggle_for,
)

HALF_WAY = date(2026, 6, 1)


@given(stage=st.sampled_from(Stage), shift=st.integers(0, 10**6), before=st.lists(st.integers(1, 6), max_size=9))
def test_no_card_comes_again_before_all_have_come(stage: Stage, shift: int, before: list[int]) -> None:
    asked: list[int] = []
    for _ in range(3 * CARDS[stage] + 1):
        asked.append(next_card(stage, asked, shift).number)
        how_often = Counter(asked)
        assert max(how_often.values()) - min(how_often[n + 1] for n in range(CARDS[stage])) <= 1
        assert set(how_often) <= set(range(1, CARDS[stage] + 1))
    # Also where somebody drew some of them in another order, or some twice.
    left = CARDS[stage] - len(set(before))
    drawn = list(before)
    for _ in range(left):
        drawn.append(next_card(stage, drawn, shift).number)
    assert set(drawn) == set(range(1, CARDS[stage] + 1))


def test_not_every_pair_begins_with_the_same() -> None:
    first = {next_card(Stage.FIRST, (), shift).number for shift in range(CARDS[Stage.FIRST])}
    assert len(first) == CARDS[Stage.FIRST]


@pytest.mark.parametrize(
    ("sessions", "days", "is_wrapping_up", "stage"),
    [
        (0, -60, False, Stage.FIRST),
        (0, 60, True, Stage.FIRST),
        (1, -60, False, Stage.EARLY),
        (EARLY_SESSIONS, -60, False, Stage.EARLY),
        (EARLY_SESSIONS + 1, -1, False, Stage.UNDER_WAY),
        (EARLY_SESSIONS + 1, 0, False, Stage.HALF_WAY),
        (1, 13, False, Stage.HALF_WAY),
        (12, 14, False, Stage.UNDER_WAY),
        (12, 5, True, Stage.GOODBYE),
    ],
)
def test_a_session_opens_with_what_fits_it(sessions: int, days: int, is_wrapping_up: bool, stage: Stage) -> None:
    on = HALF_WAY + timedelta(days=days)
    assert stage_of_session(sessions, on, HALF_WAY, 14, is_wrapping_up=is_wrapping_up) is stage


def test_every_stage_is_within_reach() -> None:
    assert {*OF_SESSIONS, *SITUATIONS} == set(Stage)
    assert sum(CARDS.values()) >= 40


def test_now_and_then_each_is_asked_what_they_give_and_get() -> None:
    asked = [sessions for sessions in range(3 * BOTH_WAYS_EVERY) if asks_both_ways(sessions)]
    assert asked == [BOTH_WAYS_EVERY - 1, 2 * BOTH_WAYS_EVERY - 1, 3 * BOTH_WAYS_EVERY - 1]


def test_what_a_mentor_might_tell_of_themselves_changes_with_the_card() -> None:
    cards = [next_card(Stage.UNDER_WAY, range(1, n)) for n in range(1, CARDS[Stage.UNDER_WAY] + 1)]
    assert [struggle_for(card) for card in cards[: STRUGGLES + 1]] == [1, 2, 3, 1]
