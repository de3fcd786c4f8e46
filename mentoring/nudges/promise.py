"""A promise with a date: its owner is reminded half-way to it."""

from collections.abc import Iterator

from mentoring.nudges.kinds import NudgeKind
from mentoring.nudges.occasions import Occasion, OnDay
from mentoring.nudges.snapshot import Snapshot
from mentoring.promises import PromiseState


def promise(pair: Snapshot) -> Iterator[Occasion]:
    """Remind the owner of each open promise, until its date; of one for tomorrow nobody need be. A new date is new."""
    owners = {member.person_id: member for member in pair.members}
    for each in pair.promises:
        owner = owners.get(each.owner_id)
        if owner and each.state is PromiseState.OPEN:
            given_on = pair.diary(owner).date_of(each.dated_at)
            half_way = given_on + (each.due_on - given_on) // 2
            if half_way > given_on:
                when = OnDay(half_way, last=each.due_on)
                yield Occasion(NudgeKind.PROMISE, owner, each.id, each.due_on.isoformat(), when)
