"""The only place that reads a clock."""

from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta

Clock = Callable[[], datetime]

SATURDAY = 5


def utc_now() -> datetime:
    """The machine's time, aware, in UTC."""
    return datetime.now(UTC)


class MovableClock:
    """A clock that shows a time of its own, and runs on at the machine's pace. What the playground goes by.

    Args:
        start: What it shows now.
        machine_now: The machine's clock.
    """

    def __init__(self, start: datetime, machine_now: Clock = utc_now) -> None:
        self._machine_now = machine_now
        self.move(start)

    def __call__(self) -> datetime:
        """What it shows now."""
        return self._machine_now() + self._shift

    def move(self, to: datetime) -> None:
        """Show another time, and run on from there."""
        self._shift = to - self._machine_now()


def latest_working_morning(now: datetime) -> datetime:
    """10:00 UTC of the most recent day that is no weekend, and that is not later than now."""
    morning = datetime.combine(now.astimezone(UTC).date(), time(10), UTC)
    while morning > now or morning.weekday() >= SATURDAY:
        morning -= timedelta(days=1)
    return morning
