"""What an organiser is told once a week: what waits for them, never what anybody wrote; and when that is told."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from mentoring.deliveries import Deliveries
from mentoring.home import PairLine
from mentoring.hours import Hours
from mentoring.nudges.diary import Diary

# In weeks: who works on no day of so many is looked at again then.
FARTHEST = 8
_DAY, _WEEK = timedelta(days=1), timedelta(weeks=1)


@dataclass(frozen=True)
class Week:
    """A week whose message may go now.

    Attributes:
        name: As ISO 8601 names it, such as "2026-W10".
        closes: From when it may go no more.
    """

    name: str
    closes: datetime


@dataclass(frozen=True)
class Decision:
    """Whether an organiser may be told now what waits for them, and when to look again."""

    week: Week | None
    look_at: datetime


def decide(hours: Hours, now: datetime) -> Decision:
    """Say whether `now` is the time: from half past nine on the first working day of a week until that day closes."""
    diary = Diary(hours)
    today = diary.date_of(now)
    monday = today - today.weekday() * _DAY
    slots = [slot for weeks in range(FARTHEST) if (slot := _slot_in(monday + weeks * _WEEK, diary))]
    week = None
    for slot in slots[:1]:
        day = diary.date_of(slot)
        if slot <= now < (closes := diary.closes(day)):
            year, number, _ = day.isocalendar()
            week = Week(f"{year}-W{number:02}", closes)
    return Decision(week, next((slot for slot in slots if slot > now), now + FARTHEST * _WEEK))


def _slot_in(monday: date, diary: Diary) -> datetime | None:
    return next((slot for days in range(7) if (slot := diary.slot(monday + days * _DAY))), None)


@dataclass(frozen=True)
class OrganisersWeek:
    """To an organiser, on Mondays: what waits for them in a programme.

    Attributes:
        notice_id: By which it can be turned off.
        stuck: Pairs that have not met although they were asked.
        unanswered: Proposed pairs whose answer has been long in coming.
        deliveries: What became of all messages since the last such message, or of thirty days.
        is_on: Whether they still get it.
    """

    notice_id: int
    programme: str
    today: date
    stuck: tuple[PairLine, ...]
    unanswered: tuple[PairLine, ...]
    deliveries: Deliveries
    is_on: bool = True

    @property
    def says_something(self) -> bool:
        """Whether anything waits for them."""
        return bool(self.stuck or self.unanswered or self.deliveries.failed or self.deliveries.in_doubt)
