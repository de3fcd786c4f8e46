"""The only place that reads a clock."""

from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta

Clock = Callable[[], datetime]

SATURDAY = 5


def utc_now() -> datetime:
    """The machine's time, aware, in UTC."""
    return datetime.now(UTC)


def clock_from(start: datetime, machine_now: Clock = utc_now) -> Clock:
    """A clock that shows `start` now, and runs on at the machine's pace."""
    shift = start - machine_now()
    return lambda: machine_now() + shift


def latest_working_morning(now: datetime) -> datetime:
    """10:00 UTC of the most recent day that is no weekend, and that is not later than now."""
    morning = datetime.combine(now.astimezone(UTC).date(), time(10), UTC)
    while morning > now or morning.weekday() >= SATURDAY:
        morning -= timedelta(days=1)
    return morning
