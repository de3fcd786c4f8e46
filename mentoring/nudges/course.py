"""The course of a pair: when it ends, and what time alone makes of it."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from mentoring.hours import Hours
from mentoring.nudges.diary import Diary, Pause
from mentoring.nudges.snapshot import Snapshot
from mentoring.pairs import LIVELY, PairState

# In days before the end.
WRAPS_UP_BEFORE = 14
# In months.
YEAR = 12

_UTC = Hours("UTC", time.min, time.max)


def add_months(day: date, months: int) -> date:
    """The same day so many months later, or the last of that month where it has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def ends_on(pair: Snapshot, accepted_at: datetime) -> date:
    """The day on which a pair ends, one for both wherever they are: counted from acceptance in UTC, pauses added."""
    if pair.state is PairState.COMPLETED and pair.ended_at:
        return pair.ended_at.astimezone(UTC).date()
    return planned_end(accepted_at, pair.length_months, pair.pauses)


def planned_end(accepted_at: datetime, length_months: int, pauses: Iterable[Pause]) -> date:
    """The day on which a pair ends that is to last so long."""
    rested = sum((pause.until - pause.since for pause in pauses), timedelta())
    return add_months(accepted_at.astimezone(UTC).date(), length_months) + timedelta(days=rested.days)


def half_way_on(accepted_at: datetime, length_months: int, pauses: Iterable[Pause]) -> date:
    """The day on which half of a pair's time is over, one for both wherever they are."""
    begins = accepted_at.astimezone(UTC).date()
    return day_of_course(accepted_at, (add_months(begins, length_months) - begins).days // 2, pauses)


def year_on(accepted_at: datetime, pauses: Iterable[Pause]) -> date:
    """The day on which a pair has gone on for a year, one for both wherever they are."""
    begins = accepted_at.astimezone(UTC).date()
    return day_of_course(accepted_at, (add_months(begins, YEAR) - begins).days, pauses)


def day_of_course(accepted_at: datetime, days: int, pauses: Iterable[Pause]) -> date:
    """The day on which a pair has gone on for so many days: counted from acceptance in UTC, pauses left out."""
    return Diary(_UTC, tuple(pauses)).days_after(accepted_at.astimezone(UTC).date(), days)


def ends_at(pair: Snapshot, accepted_at: datetime) -> datetime:
    """When it ends or has ended; what concerns only a pair that goes on is not said from then on."""
    return pair.ended_at or _midnight(ends_on(pair, accepted_at))


def state_at(pair: Snapshot, now: datetime) -> PairState:
    """What has become of a pair by `now` if nobody did anything: pauses end, it wraps up, it is completed."""
    if pair.accepted_at is None or not _goes_by_time(pair):
        return pair.state
    if any(pause.since <= now < pause.until for pause in pair.pauses):
        return PairState.PAUSED
    ends = ends_at(pair, pair.accepted_at)
    if now >= ends:
        return PairState.COMPLETED
    return PairState.WRAPPING_UP if now >= ends - timedelta(days=WRAPS_UP_BEFORE) else PairState.ACTIVE


def changes(pair: Snapshot, accepted_at: datetime) -> tuple[datetime, ...]:
    """The instants at which time makes something else of a pair, or brings a milestone."""
    if not _goes_by_time(pair):
        return ()
    ends = ends_at(pair, accepted_at)
    return (
        ends - timedelta(days=WRAPS_UP_BEFORE),
        ends,
        *(pause.until for pause in pair.pauses),
        _midnight(half_way_on(accepted_at, pair.length_months, pair.pauses)),
        _midnight(year_on(accepted_at, pair.pauses)),
    )


def _goes_by_time(pair: Snapshot) -> bool:
    """Whether nobody has ended it. What a clock completed that ran ahead goes on once the clock is right again."""
    return pair.state in LIVELY or (pair.state is PairState.COMPLETED and pair.ended_at is None)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, UTC)
