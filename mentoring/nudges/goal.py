"""A pair's goals: both are asked a week before a goal's date and the day after it, and half-way about all of them."""

from collections.abc import Iterator
from datetime import date, timedelta

from mentoring.nudges.course import half_way_on
from mentoring.nudges.kinds import NudgeKind
from mentoring.nudges.occasions import Occasion, OnDay
from mentoring.nudges.snapshot import GoalSeen, Snapshot

# In days, before and after a goal's date.
BEFORE, AFTER = 7, 1
COMES, HAS_PASSED, HALF_WAY = 1, 2, 3
# Half-way comes once, however much longer a pair goes on later.
HALF_WAY_NAME = "half-way"


def goal(pair: Snapshot) -> Iterator[Occasion]:
    """Ask both about each open goal with a date, unless one of them has said since what is to become of it.

    Half-way both are asked to look at their goals, also where there are none. A new date is asked about anew.
    """
    for each in pair.goals:
        comes, passed = each.due_on - timedelta(days=BEFORE), each.due_on + timedelta(days=AFTER)
        yield from _asked(pair, each, OnDay(comes, last=each.due_on), COMES)
        yield from _asked(pair, each, OnDay(passed), HAS_PASSED)
    if pair.accepted_at:
        when = OnDay(half_way_on(pair.accepted_at, pair.length_months, pair.pauses))
        for member in pair.members:
            yield Occasion(NudgeKind.GOAL, member, pair.pair_id, HALF_WAY_NAME, when, HALF_WAY)


def _asked(pair: Snapshot, each: GoalSeen, when: OnDay, step: int) -> Iterator[Occasion]:
    # The same for both: what one says on the morning of that day, far in the east, answers for the other as well.
    if each.revisited_at < min(pair.diary(member).begins(when.day) for member in pair.members):
        for member in pair.members:
            yield Occasion(NudgeKind.GOAL, member, each.id, f"{each.due_on} {step}", when, step)


def asked_of(occurrence: str) -> date | None:
    """The date of a goal that a nudge about it was about; None: it was about all of them, half-way."""
    name = occurrence.split()[0]
    return None if name == HALF_WAY_NAME else date.fromisoformat(name)
