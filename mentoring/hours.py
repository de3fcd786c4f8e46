"""Working hours: when news may reach somebody. Local time first, UTC last."""

from collections.abc import Container
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

MONDAY_TO_FRIDAY = frozenset(range(5))
# A longer row of days without work than any calendar has; past it, hours no longer hold a message back.
MOST_DAYS_OFF = 30
A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Hours:
    """When somebody works: from and until, local, on certain weekdays (Monday is 0) that are no holiday.

    `zone` is an IANA zone's name.
    """

    zone: str
    works_from: time
    works_until: time
    holidays: Container[date] = ()
    days: frozenset[int] = MONDAY_TO_FRIDAY


def local(now: datetime, zone: str) -> datetime:
    """The same instant on the clock of a zone."""
    return now.astimezone(ZoneInfo(zone))


def next_open(now: datetime, hours: Hours) -> datetime:
    """The first instant, from `now` on, that lies in somebody's working hours, in UTC.

    A start that a change of clocks skips moves forward; of one that happens twice, the first that is still to come.
    """
    today = local(now, hours.zone).date()
    for ahead in range(MOST_DAYS_OFF):
        day = today + timedelta(days=ahead)
        starts = (at_local(day, hours.works_from, hours.zone, fold=fold) for fold in (0, 1))
        for instant in (now.astimezone(UTC), *starts):
            if instant >= now and is_open(instant, hours):
                return instant
    return now.astimezone(UTC)


def next_open_to_both(now: datetime, one: Hours, other: Hours) -> datetime | None:
    """The first instant, from `now` on, that lies in the hours of both, in UTC; None: there is none within a day."""
    at = now.astimezone(UTC)
    while at <= now + A_DAY:
        later = next_open(next_open(at, one), other)
        if is_open(later, one) and is_open(later, other):
            return later if later <= now + A_DAY else None
        if later == at:
            return None
        at = later
    return None


def opens_after(day: date, hours: Hours) -> datetime:
    """When somebody's next working day after a day begins, in UTC."""
    return next_open(at_local(day + timedelta(days=1), time.min, hours.zone), hours)


def at_local(day: date, at: time, zone: str, *, fold: int = 0) -> datetime:
    """The instant, in UTC, at which a local clock shows a time of day; a gap moves forward, a fold takes the first."""
    # A round trip through UTC leaves a time inside a gap on the far side of it.
    return datetime.combine(day, at.replace(fold=fold), ZoneInfo(zone)).astimezone(UTC)


def works_on(day: date, hours: Hours) -> bool:
    """Whether a day is a working day of somebody's."""
    return day.weekday() in hours.days and day not in hours.holidays


def is_open(instant: datetime, hours: Hours) -> bool:
    """Whether a local clock and calendar show working time, on a day that need not be the one that was asked about."""
    here = local(instant, hours.zone)
    return works_on(here.date(), hours) and hours.works_from <= here.time() < hours.works_until
