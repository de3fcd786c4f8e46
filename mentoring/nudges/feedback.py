"""Feedback that is owed: two working days after a request, and two weeks after it was given, what came of it."""

from collections.abc import Iterator

from mentoring.nudges.kinds import NudgeKind
from mentoring.nudges.occasions import Occasion, OnDay
from mentoring.nudges.snapshot import Snapshot

AFTER_REQUEST = 2
AFTER_GIVEN = 14
# The first asks for feedback, the second what came of it.
ASKS, FOLLOWS_UP = 1, 2


def feedback(pair: Snapshot) -> Iterator[Occasion]:
    """Ask who owes feedback, and later whoever was given it; a request that was put off is asked about anew."""
    people = {member.person_id: member for member in pair.members}
    for each in pair.feedback:
        to = people.get(each.to_id)
        if to is None:
            continue
        diary = pair.diary(to)
        since = diary.date_of(each.since)
        if each.is_given:
            when = OnDay(diary.days_after(since, AFTER_GIVEN))
            yield Occasion(NudgeKind.FEEDBACK, to, each.id, "given", when, FOLLOWS_UP)
        else:
            when = OnDay(diary.working_days_after(since, AFTER_REQUEST))
            yield Occasion(NudgeKind.FEEDBACK, to, each.id, f"asked {each.put_offs}", when, ASKS)
