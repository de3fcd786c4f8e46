"""Working hours: when news may reach somebody. Local time first, UTC last."""

from collections.abc import Container
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

SATURDAY = 5
# A longer row of days without work than any calendar has; past it, hours no longer hold a message back.
MOST_DAYS_OFF = 30


@dataclass(frozen=True)
class Hours:
    """When somebody works: from and until, local, on weekdays that are no holiday. `zone` is an IANA zone's name."""

    zone: str
    works_from: time
    works_until: time
    holidays: Container[date] = ()


def local(now: datetime, zone: str) -> datetime:
    """The same instant on the clock of a zone."""
    return now.astimezone(ZoneInfo(zone))


def next_open(now: datetime, hours: Hours) -> datetime:
    """The first instant, from `now` on, that lies in somebody's working hours, in UTC.

    A start that a change of clocks skips moves forward to when the clock shows it passed; a start that happens twice
    takes the first.
    """
    here = local(now, hours.zone)
    for ahead in range(MOST_DAYS_OFF):
        day = here.date() + timedelta(days=ahead)
        if day.weekday() >= SATURDAY or day in hours.holidays:
            continue
        opens, closes = (at_local(day, at, hours.zone) for at in (hours.works_from, hours.works_until))
        if now < closes:
            return max(now.astimezone(UTC), opens)
    return now.astimezone(UTC)


def at_local(day: date, at: time, zone: str) -> datetime:
    """The instant, in UTC, at which a local clock shows a time of day; a gap moves forward, a fold takes the first."""
    # A round trip through UTC leaves a time inside a gap on the far side of it.
    return datetime.combine(day, at, ZoneInfo(zone)).astimezone(UTC)
