"""The end of a pair: both are asked 14 days before whether to go on, and at the end there is a last word to say."""

from collections.abc import Iterator
from datetime import timedelta

from mentoring.nudges.course import WRAPS_UP_BEFORE, ends_on
from mentoring.nudges.kinds import NudgeKind
from mentoring.nudges.occasions import Occasion, OnDay
from mentoring.nudges.snapshot import Snapshot

ASKS, ENDS = 1, 2


def wrap_up(pair: Snapshot) -> Iterator[Occasion]:
    """Ask both how to go on, and tell both at the end. A pair that goes on is asked anew, since it lasts longer.

    Of one that somebody finished, both have heard that it is over.
    """
    if pair.accepted_at:
        ends = ends_on(pair, pair.accepted_at)
        asks = OnDay(ends - timedelta(days=WRAPS_UP_BEFORE), last=ends - timedelta(days=1))
        for member in pair.members:
            name = f"{pair.length_months} {ASKS}"
            yield Occasion(NudgeKind.WRAP_UP, member, pair.pair_id, name, asks, ASKS)
            if pair.ended_at is None:
                name = f"{pair.length_months} {ENDS}"
                yield Occasion(NudgeKind.WRAP_UP, member, pair.pair_id, name, OnDay(ends), ENDS, outlasts=True)
