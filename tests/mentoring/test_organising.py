"""When an organiser is told what waits for them: once a week, on its first working day, in their hours."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.hours import Hours, is_open, local
from mentoring.organising import decide

LONDON = Hours("Europe/London", time(9), time(17), holidays=(date(2026, 5, 4),))


def instant(day: int, hour: int, minute: int = 0, *, month: int = 3) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "week", "look_at"),
    [
        (instant(1, 23), None, instant(2, 9, 30)),
        (instant(2, 9, 29), None, instant(2, 9, 30)),
        (instant(2, 9, 30), "2026-W10", instant(9, 9, 30)),
        (instant(2, 16, 59), "2026-W10", instant(9, 9, 30)),
        (instant(2, 17), None, instant(9, 9, 30)),
        (instant(3, 10), None, instant(9, 9, 30)),
        # Monday is a holiday; the clocks have changed since.
        (instant(4, 10, month=5), None, instant(5, 8, 30, month=5)),
        (instant(5, 8, 30, month=5), "2026-W19", instant(11, 8, 30, month=5)),
    ],
)
def test_on_the_first_working_day_of_a_week(now: datetime, week: str | None, look_at: datetime) -> None:
    decision = decide(LONDON, now)
    assert (decision.week and decision.week.name, decision.look_at) == (week, look_at)
    if decision.week:
        assert local(decision.week.closes, LONDON.zone).time() == time(17)


def test_who_works_in_the_afternoon_is_told_as_their_day_begins() -> None:
    hours = Hours("Asia/Kolkata", time(13), time(18), days=frozenset({2, 3}))
    assert decide(hours, instant(4, 7, 29)).look_at == instant(4, 7, 30)
    week = decide(hours, instant(4, 7, 30)).week
    assert week is not None
    assert week.closes == instant(4, 12, 30)
    assert decide(hours, instant(5, 8)).week is None


def test_who_never_works_is_told_nothing_and_looked_at_again() -> None:
    decision = decide(Hours("Europe/London", time(9), time(17), days=frozenset()), instant(2, 10))
    assert (decision.week, decision.look_at) == (None, instant(2, 10) + timedelta(weeks=8))


@given(
    st.sampled_from(["Europe/London", "Asia/Kolkata", "America/New_York", "Pacific/Apia", "Australia/Lord_Howe"]),
    st.integers(0, 2 * 365 * 24 * 60),
    st.frozensets(st.integers(0, 6), min_size=1),
    st.integers(0, 20),
)
def test_each_week_once_and_in_hours(zone: str, minutes: int, days: frozenset[int], works_from: int) -> None:
    hours = Hours(zone, time(works_from), time(works_from + 3), days=days)
    now, told = instant(1, 0) + timedelta(minutes=minutes), []
    for _ in range(6):
        decision = decide(hours, now)
        if decision.week:
            assert is_open(now, hours)
            told.append(decision.week.name)
        assert decision.look_at > now
        now = decision.look_at
    assert len(set(told)) == len(told) >= 5
