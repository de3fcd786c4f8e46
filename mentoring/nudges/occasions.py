"""Occasions: what a rule finds to say to somebody, and from when to when it may be said.

An occasion follows from the facts of a pair alone and knows nothing of the present: time passes, and it opens, waits
and expires.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice

from mentoring.nudges.diary import Diary
from mentoring.nudges.kinds import NudgeKind
from mentoring.nudges.snapshot import Key, Member

# In working days: how long a nudge waits for its turn.
WAITS = 5


@dataclass(frozen=True)
class Opening:
    """When something may be said.

    Attributes:
        until: If it may be said now: until when today.
        next_at: The next time after now at which it may be said; None: it will have expired.
    """

    until: datetime | None = None
    next_at: datetime | None = None


@dataclass(frozen=True)
class OnDay:
    """On a day or the next on which nudges go, then for five working days more; never after `last`, if there is one."""

    day: date
    last: date | None = None

    def opening(self, diary: Diary, now: datetime) -> Opening:
        """When it may be said: in somebody's hours, from when nudges go."""
        latest = next_at = None
        for slot in self._slots(diary):
            if slot > now:
                next_at = slot
                break
            latest = slot
        if latest is None or diary.date_of(latest) != diary.date_of(now):
            return Opening(next_at=next_at)
        closes = diary.closes(diary.date_of(now))
        return Opening(closes if now < closes and diary.is_open(now) else None, next_at)

    def has_begun(self, diary: Diary, now: datetime) -> bool:
        """Whether its day has come; on later days it concerns the receiver still."""
        return self.day <= diary.date_of(now)

    def put_off(self, diary: Diary, day: date) -> "OnDay":  # noqa: ARG002 - as a moment is put off
        """The same from a later day on."""
        return OnDay(max(self.day, day), self.last)

    def _slots(self, diary: Diary) -> Iterator[datetime]:
        waits = islice(diary.slots(self.day), WAITS + 1)
        return (slot for slot in waits if self.last is None or diary.date_of(slot) <= self.last)


@dataclass(frozen=True)
class AtMoment:
    """At a moment or, looked at late, until another, in the hours for messages about sessions."""

    at: datetime
    until: datetime

    def opening(self, diary: Diary, now: datetime) -> Opening:
        """When it may be said: in the hours for messages about sessions."""
        if now >= self.until:
            return Opening()
        if now < self.at and diary.session_hours_end(self.at):
            return Opening(next_at=self.at)
        ends = diary.session_hours_end(now) if self.at <= now else None
        opens = diary.session_hours_after(max(now, self.at))
        return Opening(ends and min(ends, self.until), opens if opens and opens < self.until else None)

    def has_begun(self, diary: Diary, now: datetime) -> bool:  # noqa: ARG002 - as a day has begun
        """Whether its moment has come; later it concerns the receiver still."""
        return self.at <= now

    def put_off(self, diary: Diary, day: date) -> "AtMoment":
        """The same from a later day on."""
        return AtMoment(max(self.at, diary.slot(day) or diary.begins(day)), self.until)


@dataclass(frozen=True)
class Occasion:
    """Something to say to one of a pair.

    Attributes:
        step: Which of its kind's nudges it is, from 1 on: the second time that they have not met, say.
        outlasts: Whether it is said of a pair that has come to its end.
        is_last: Whether, once it has been said in vain, their organiser is to see that they do not meet.
    """

    kind: NudgeKind
    to: Member
    subject: str
    occurrence: str
    when: OnDay | AtMoment
    step: int = 1
    outlasts: bool = False
    is_last: bool = False

    @property
    def key(self) -> Key:
        """What tells it from any other."""
        return Key(self.kind, self.subject, self.occurrence, self.to.person_id)
