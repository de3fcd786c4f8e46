"""Long after the end of a pair: both are asked 3, 6 and 12 months later what came of it."""

from collections.abc import Iterator

from mentoring.nudges.course import add_months, ends_on
from mentoring.nudges.kinds import NudgeKind
from mentoring.nudges.occasions import Occasion, OnDay
from mentoring.nudges.snapshot import Snapshot

# In months.
AFTER = (3, 6, 12)


def echo(pair: Snapshot) -> Iterator[Occasion]:
    """Ask both, of a pair that was completed."""
    if pair.accepted_at:
        ends = ends_on(pair, pair.accepted_at)
        for step, months in enumerate(AFTER, start=1):
            when = OnDay(add_months(ends, months))
            for member in pair.members:
                yield Occasion(NudgeKind.ECHO, member, pair.pair_id, str(months), when, step, outlasts=True)
