"""A pair that has not met at all: both are asked 3, 7 and 10 days after both accepted; then their organiser sees it."""

from collections.abc import Iterator
from datetime import date, datetime

from mentoring.nudges.kinds import NudgeKind
from mentoring.nudges.occasions import Occasion
from mentoring.nudges.snapshot import Member, Snapshot
from mentoring.nudges.waiting_to_meet import asked_from, steps

# In days.
AFTER = (3, 7, 10)


def first_meeting(pair: Snapshot) -> Iterator[Occasion]:
    """Ask both for a first meeting; a plan that came to nothing moves all that is left."""
    if pair.accepted_at and not pair.last_met:
        for member in pair.members:
            names = (str(days) for days in AFTER)
            yield from steps(pair, member, NudgeKind.FIRST_MEETING, names, _days(pair, member, pair.accepted_at))


def _days(pair: Snapshot, member: Member, accepted_at: datetime) -> list[date]:
    diary = pair.diary(member)
    first = asked_from(pair, diary, diary.days_after(diary.date_of(accepted_at), AFTER[0]))
    return [diary.days_after(first, days - AFTER[0]) for days in AFTER]
