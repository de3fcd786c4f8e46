"""What of all that may be said to somebody now is said: the budget, over all of their pairs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from mentoring.hours import local
from mentoring.nudges.course import add_months
from mentoring.nudges.decide import Nudge
from mentoring.nudges.kinds import ASK_NOTHING, IN_ORDER, OF_SESSIONS, NudgeKind
from mentoring.nudges.snapshot import Member, Told

# Messages in a week, of which one may go a day.
MOST_A_WEEK = 3
WEEK = timedelta(days=7)
# Past this, a message would be a wall: the rest waits for another day.
MOST_IN_A_MESSAGE = 5
# After so many that were left unanswered in a row, a kind goes quiet for so long.
LEFT_UNANSWERED = 2
QUIET_MONTHS = 1
# How far back what somebody was told counts.
LATELY = timedelta(days=92)


@dataclass(frozen=True)
class Message:
    """What is said to one person now, in one message.

    Attributes:
        day: The receiver's date: the day for which it counts, wherever they are later on.
        nudges: In the order in which they are said.
        open_until: When it may go no longer; what it says may then be found again on another day.
    """

    receiver: str
    day: date
    nudges: tuple[Nudge, ...]
    open_until: datetime


def choose(person: Member, nudges: Iterable[Nudge], lately: Iterable[Told], now: datetime) -> Message | None:
    """Say what goes to somebody now.

    Args:
        person: The receiver.
        nudges: All that may be said to them now, of all of their pairs.
        lately: What they were told in the last 92 days, of all of their pairs; what is older counts for nothing.
        now: The instant.
    """
    today = local(now, person.hours.zone).date()
    told = [each for each in lately if abs(each.day - today) <= LATELY]
    quiet = {kind for kind in NudgeKind if _is_quiet(kind, told, today)}
    waiting = sorted((nudge for nudge in nudges if nudge.kind not in quiet), key=_place)
    urgent = [nudge for nudge in waiting if nudge.kind in OF_SESSIONS]
    others = [nudge for nudge in waiting if nudge.kind not in OF_SESSIONS] if _has_room(told, today) else []
    chosen = sorted(urgent + others[: max(0, MOST_IN_A_MESSAGE - len(urgent))], key=_place)
    if not chosen:
        return None
    return Message(person.person_id, today, tuple(chosen), min(nudge.open_until for nudge in chosen))


def _place(nudge: Nudge) -> tuple[int, str, str]:
    return IN_ORDER[nudge.kind], nudge.key.occurrence, nudge.key.subject


def _has_room(told: Sequence[Told], today: date) -> bool:
    """Whether one more message may go today. Should a clock have been ahead, what it sent counts as well."""
    days = {each.day for each in told if each.key.kind not in OF_SESSIONS and abs(each.day - today) < WEEK}
    return today not in days and len(days) < MOST_A_WEEK


def _is_quiet(kind: NudgeKind, told: Sequence[Told], today: date) -> bool:
    """Whether the last two times that somebody was told of this kind they left all of it unanswered.

    What came on one day counts as one: nobody owes an answer to each line of a message.
    """
    if kind in ASK_NOTHING:
        return False
    of_kind = [each for each in told if each.key.kind is kind]
    last = sorted({each.day for each in of_kind})[-LEFT_UNANSWERED:]
    if len(last) < LEFT_UNANSWERED or any(each.is_answered for each in of_kind if each.day in last):
        return False
    return today < add_months(last[-1], QUIET_MONTHS)
