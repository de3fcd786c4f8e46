"""The days a pair's course counts to, pauses left out."""

from datetime import UTC, date, datetime

import pytest

from mentoring.nudges.course import day_of_course, half_way_on
from mentoring.nudges.diary import Pause
from tests.mentoring.nudges.pairs import MONDAY


def rest(since: tuple[int, int], until: tuple[int, int]) -> Pause:
    return Pause(datetime(2026, *since, tzinfo=UTC), datetime(2026, *until, tzinfo=UTC))


@pytest.mark.parametrize(
    ("pauses", "half_way", "day_30"),
    [
        ((), date(2026, 6, 2), date(2026, 4, 1)),
        ((rest((3, 9), (3, 16)),), date(2026, 6, 9), date(2026, 4, 8)),
        ((rest((5, 1), (5, 11)),), date(2026, 6, 12), date(2026, 4, 1)),
        ((rest((6, 10), (6, 20)),), date(2026, 6, 2), date(2026, 4, 1)),
        # The first pause brings the second before the day.
        ((rest((6, 4), (6, 9)), rest((5, 1), (5, 11))), date(2026, 6, 17), date(2026, 4, 1)),
    ],
)
def test_day_30_and_half_way_wait_while_a_pair_rests(pauses: tuple[Pause, ...], half_way: date, day_30: date) -> None:
    assert half_way_on(MONDAY, 6, pauses) == half_way
    assert day_of_course(MONDAY, 30, pauses) == day_30
