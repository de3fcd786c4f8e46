"""The days and hours in which somebody may be nudged about a pair. Local time first, UTC last."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import islice

from mentoring.hours import Hours, at_local, is_open, local, works_on

# Local; where somebody does not work at this time, when their day begins.
NUDGE_AT = time(9, 30)
# How far beyond somebody's hours a message about a session may go.
SESSION_MARGIN = timedelta(hours=2)
# In days: who has no working day in so many is not nudged.
FARTHEST = 400

_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Pause:
    """A pair rests from one instant to another; `until` is when it was resumed, if that was earlier than planned."""

    since: datetime
    until: datetime


@dataclass(frozen=True)
class Diary:
    """When one person may be nudged about one pair: in their hours, and outside of its pauses, which never overlap."""

    hours: Hours
    pauses: tuple[Pause, ...] = ()

    def date_of(self, instant: datetime) -> date:
        """The date where they are."""
        return local(instant, self.hours.zone).date()

    def begins(self, day: date) -> datetime:
        """When a day begins where they are, in UTC."""
        return at_local(day, time.min, self.hours.zone)

    def slot(self, day: date) -> datetime | None:
        """When nudges go on a day: at half past nine, or when the day opens; None: not on that day.

        A time that a change of clocks skips moves forward; of one that happens twice, it is the first.
        """
        if not works_on(day, self.hours):
            return None
        instant = _slot(day, self.hours.zone, self.hours.works_from, self.hours.works_until, self.hours.days)
        return None if instant is None or self.is_paused(instant) else instant

    def closes(self, day: date) -> datetime:
        """When their hours end on a day, in UTC."""
        return at_local(day, self.hours.works_until, self.hours.zone)

    def slots(self, first: date) -> Iterator[datetime]:
        """When nudges go on each day on which they do, from a first one on."""
        day = first
        for _ in range(FARTHEST):
            if slot := self.slot(day):
                yield slot
            day += _DAY

    def working_days_after(self, day: date, count: int) -> date:
        """So many days on which nudges go after a day; far away where there are not so many."""
        found = next(islice(self.slots(day + _DAY), count - 1, None), None)
        return self.date_of(found) if found else day + timedelta(days=FARTHEST)

    def working_day_before(self, day: date, most: int) -> date | None:
        """The last day before a day on which nudges go, if there is one among so many."""
        back = (day - timedelta(days=n) for n in range(1, most + 1))
        return next((day for day in back if self.slot(day)), None)

    def days_after(self, day: date, count: int) -> date:
        """So many days after a day; those in a pause do not count."""
        found = day + timedelta(days=count)
        for pause in sorted(self.pauses, key=lambda pause: pause.since):
            begins, ends = max(day, self.date_of(pause.since)), self.date_of(pause.until)
            if begins <= found and ends > begins:
                found += ends - begins
        return found

    def is_paused(self, instant: datetime) -> bool:
        """Whether the pair rests."""
        return bool(self.pauses) and any(pause.since <= instant < pause.until for pause in self.pauses)

    def is_open(self, instant: datetime) -> bool:
        """Whether it lies in their hours, and the pair does not rest."""
        return is_open(instant, self.hours) and not self.is_paused(instant)

    def session_hours_end(self, instant: datetime) -> datetime | None:
        """When the hours for messages about sessions end in which an instant lies; None: it lies in none.

        They begin two hours before somebody's hours and end two hours after them, but not on a day without work.
        """
        today = self.date_of(instant)
        if not works_on(today, self.hours) or self.is_paused(instant):
            return None
        for day in (today, today - _DAY, today + _DAY):
            if works_on(day, self.hours):
                ends = self.closes(day) + SESSION_MARGIN
                if self._session_hours_begin(day) <= instant < ends:
                    return ends
        return None

    def session_hours_after(self, instant: datetime) -> datetime | None:
        """The next instant after one at which hours for messages about sessions begin; None: not within weeks."""
        today = self.date_of(instant)
        edges = [pause.until for pause in self.pauses]
        for day in (today + timedelta(days=n) for n in range(31)):
            edges += (self.begins(day), self._session_hours_begin(day))
        return next((edge for edge in sorted(edges) if edge > instant and self.session_hours_end(edge)), None)

    def _session_hours_begin(self, day: date) -> datetime:
        return at_local(day, self.hours.works_from, self.hours.zone) - SESSION_MARGIN


@lru_cache(maxsize=50_000)
def _slot(day: date, zone: str, works_from: time, works_until: time, days: frozenset[int]) -> datetime | None:
    """When nudges go on a working day; None: no clock shows such a time. Kept, since all pairs of a zone share it."""
    hours = Hours(zone, works_from, works_until, days=days)
    for at in (NUDGE_AT, works_from):
        instant = at_local(day, at, zone)
        here = local(instant, zone)
        if here.date() == day and is_open(instant, hours):
            return instant
    return None
