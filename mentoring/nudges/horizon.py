"""The horizon check: both are asked on day 30 and half-way, each alone. What one does shows nowhere to the other."""

from collections.abc import Collection, Iterator
from datetime import date, datetime, timedelta

from mentoring.horizon import Round
from mentoring.nudges.course import day_of_course, half_way_on
from mentoring.nudges.diary import Pause
from mentoring.nudges.kinds import NudgeKind
from mentoring.nudges.occasions import Occasion, OnDay
from mentoring.nudges.snapshot import Member, Snapshot

# In days.
FIRST = 30
# Where half of a pair's time is over sooner after that, half-way is all there is.
APART = timedelta(days=14)


def rounds(accepted_at: datetime, length_months: int, pauses: Collection[Pause]) -> dict[Round, date]:
    """The days on which the checks of a pair begin, in their order. Each lasts until the next, or the end."""
    days = {
        Round.DAY_30: day_of_course(accepted_at, FIRST, pauses),
        Round.HALF_WAY: half_way_on(accepted_at, length_months, pauses),
    }
    if half_way_on(accepted_at, length_months, ()) - day_of_course(accepted_at, FIRST, ()) < APART:
        del days[Round.DAY_30]
    return days


def round_on(days: dict[Round, date], today: date) -> Round | None:
    """Which of them is open on a day; None: the first is still to come."""
    return max((each for each, day in days.items() if day <= today), key=list(Round).index, default=None)


def is_closed(pair: Snapshot, member: Member, check: Round) -> bool:
    """Whether one of a pair has heard of a later check than this, or answered one."""
    mine = [each.key for each in pair.told if each.key.receiver == member.person_id]
    # Put off, a nudge has more words behind its name.
    asked = {Round(key.occurrence.split(" ")[0]) for key in mine if key.kind is NudgeKind.HORIZON}
    order = list(Round)
    return any(order.index(each) > order.index(check) for each in asked | _answered(pair, member))


def horizon(pair: Snapshot) -> Iterator[Occasion]:
    """Ask each of them once in each check, until they have answered it or it is closed."""
    if pair.accepted_at:
        days = rounds(pair.accepted_at, pair.length_months, pair.pauses)
        for member in pair.members:
            for check, day in days.items():
                if check not in _answered(pair, member) and not is_closed(pair, member, check):
                    later = [other - timedelta(days=1) for other in days.values() if other > day]
                    when, step = OnDay(day, min(later, default=None)), list(Round).index(check) + 1
                    yield Occasion(NudgeKind.HORIZON, member, pair.pair_id, check.value, when, step)


def _answered(pair: Snapshot, member: Member) -> set[Round]:
    return {said.round for said in pair.horizon if said.author_id == member.person_id}
