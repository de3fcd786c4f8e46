"""The clock of the playground."""

from datetime import UTC, datetime, timedelta, timezone
from itertools import count

import pytest

from bot.clock import MovableClock, latest_working_morning, utc_now

FRIDAY, SATURDAY, SUNDAY, MONDAY = (datetime(2026, 3, day, tzinfo=UTC) for day in (6, 7, 8, 9))
TEN = timedelta(hours=10)


@pytest.mark.parametrize(
    ("now", "morning"),
    [
        (FRIDAY + TEN, FRIDAY + TEN),
        (FRIDAY + timedelta(hours=23), FRIDAY + TEN),
        (SATURDAY + timedelta(hours=12), FRIDAY + TEN),
        (SUNDAY + timedelta(hours=12), FRIDAY + TEN),
        (MONDAY + timedelta(hours=9, minutes=59), FRIDAY + TEN),
        (MONDAY + TEN, MONDAY + TEN),
        (datetime(2026, 3, 9, 12, tzinfo=timezone(timedelta(hours=14))), FRIDAY + TEN),
    ],
)
def test_the_latest_working_morning_is_a_weekday_at_ten_and_not_to_come(now: datetime, morning: datetime) -> None:
    assert latest_working_morning(now) == morning


def test_a_moved_clock_shows_what_it_is_told_and_runs_on() -> None:
    minutes = count()
    clock = MovableClock(FRIDAY, lambda: MONDAY + next(minutes) * timedelta(minutes=1))
    assert clock() == FRIDAY + timedelta(minutes=1)
    clock.move(SATURDAY)
    assert [clock(), clock()] == [SATURDAY + timedelta(minutes=1), SATURDAY + timedelta(minutes=2)]


def test_the_machines_clock_is_aware() -> None:
    assert utc_now().tzinfo is UTC
