"""A pair that has not met for longer than its rhythm: both are asked, and once more; then their organiser sees it."""

from collections.abc import Iterator
from datetime import date

from mentoring.nudges.kinds import NudgeKind
from mentoring.nudges.occasions import Occasion
from mentoring.nudges.snapshot import Member, Snapshot
from mentoring.nudges.waiting_to_meet import asked_from, steps

# In working days, beyond the rhythm.
LATE_AFTER = 3


def have_not_met(pair: Snapshot) -> Iterator[Occasion]:
    """Ask both three working days after the rhythm has passed, and once more after half a rhythm."""
    if last_met := pair.last_met:
        for member in pair.members:
            names = (f"{last_met} {time}" for time in (1, 2))
            yield from steps(pair, member, NudgeKind.HAVE_NOT_MET, names, _days(pair, member, last_met))


def _days(pair: Snapshot, member: Member, last_met: date) -> tuple[date, date]:
    diary = pair.diary(member)
    late = diary.working_days_after(diary.days_after(last_met, pair.rhythm_days), LATE_AFTER)
    first = asked_from(pair, diary, late)
    return first, diary.days_after(first, max(1, pair.rhythm_days // 2))
