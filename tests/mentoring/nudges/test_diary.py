"""The days and hours for nudges, where clocks, calendars and pauses make them odd."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from mentoring.nudges.diary import FARTHEST, Diary, Pause
from mentoring.nudges.kinds import NudgeKind
from mentoring.nudges.snapshot import Member
from tests.mentoring.nudges.pairs import LONDON, days, pair, planned
from tests.mentoring.test_hours import there, works


@pytest.mark.parametrize(
    ("zone", "hours", "day", "slot"),
    [
        # Clocks change on a Sunday in London and New York, so the days around it are what is to be right.
        (LONDON, (9, 17), date(2026, 3, 27), datetime(2026, 3, 27, 9, 30, tzinfo=UTC)),
        (LONDON, (9, 17), date(2026, 3, 30), datetime(2026, 3, 30, 8, 30, tzinfo=UTC)),
        ("America/New_York", (9, 17), date(2026, 10, 30), datetime(2026, 10, 30, 13, 30, tzinfo=UTC)),
        ("America/New_York", (9, 17), date(2026, 11, 2), datetime(2026, 11, 2, 14, 30, tzinfo=UTC)),
        ("Asia/Kathmandu", (9, 17), date(2026, 3, 2), datetime(2026, 3, 2, 3, 45, tzinfo=UTC)),
        ("Australia/Adelaide", (9, 17), date(2026, 3, 2), datetime(2026, 3, 1, 23, 0, tzinfo=UTC)),
        # In Cairo Friday 24 April 2026 began at one; Thursday 29 October had its last hour twice.
        ("Africa/Cairo", (0, 8), date(2026, 4, 24), there("Africa/Cairo", 2026, 4, 24, 1, 0)),
        ("Africa/Cairo", (23, 24), date(2026, 10, 29), datetime(2026, 10, 29, 20, 0, tzinfo=UTC)),
        # Samoa left a Friday out, and Manila a Tuesday.
        ("Pacific/Apia", (9, 17), date(2011, 12, 30), None),
        ("Pacific/Apia", (9, 17), date(2012, 1, 2), datetime(2012, 1, 1, 19, 30, tzinfo=UTC)),
        ("Asia/Manila", (9, 17), date(1844, 12, 31), None),
    ],
)
def test_nudges_go_at_half_past_nine_or_when_the_day_opens(
    zone: str, hours: tuple[int, int], day: date, slot: datetime | None
) -> None:
    works_until = time(hours[1]) if hours[1] < 24 else time.max
    assert Diary(works(zone, time(hours[0]), works_until)).slot(day) == slot


def test_hours_that_the_clock_skips_altogether_have_none() -> None:
    cairo = Diary(works("Africa/Cairo", time(0, 10), time(0, 50)))
    assert cairo.slot(date(2026, 4, 24)) is None
    assert cairo.working_days_after(date(2026, 4, 23), 1) == date(2026, 4, 27)


def test_who_never_works_is_never_nudged() -> None:
    off = {date(2026, 1, 1) + timedelta(days=n) for n in range(3 * FARTHEST)}
    idle = Diary(works(LONDON, holidays=off))
    assert idle.working_days_after(date(2026, 3, 2), 3) == date(2026, 3, 2) + timedelta(days=FARTHEST)
    assert days(pair(mentee=Member("tom", idle.hours)), NudgeKind.FIRST_MEETING) == []


@pytest.mark.parametrize(
    ("since", "until", "counted_to"),
    [
        ((2, 20), (3, 2), 12),  # it was over before
        ((2, 28), (3, 5), 15),  # of one that began before, the days since count
        ((3, 4), (3, 6), 14),
        ((3, 11), (3, 14), 15),
        ((3, 12), (3, 14), 14),  # the last day itself rests
        ((3, 13), (3, 20), 12),  # it is over by then
    ],
)
def test_days_in_a_pause_do_not_count(since: tuple[int, int], until: tuple[int, int], counted_to: int) -> None:
    pause = Pause(there(LONDON, 2026, *since, 12, 0), there(LONDON, 2026, *until, 0, 0))
    assert Diary(works(LONDON), (pause,)).days_after(date(2026, 3, 2), 10) == date(2026, 3, counted_to)


class TestAroundMidnight:
    """Two hours before work and after it may lie on another day, which has to be a working day, too."""

    LATE = Member("tom", works(LONDON, time(15), time(23)))
    EARLY = Member("tom", works(LONDON, time(1), time(9)), wants_hour_before=True)

    @pytest.mark.parametrize(("day", "told"), [(17, ["Wed 18 Mar 00:00"]), (20, [])])
    def test_after_a_late_session(self, day: int, told: list[str]) -> None:
        of = pair(mentee=self.LATE, sessions=(planned(there(LONDON, 2026, 3, day, 22, 30)),))
        assert days(of, NudgeKind.AFTER_SESSION) == told

    @pytest.mark.parametrize(("day", "told"), [(17, ["Mon 16 Mar 23:30"]), (16, [])])
    def test_before_an_early_session(self, day: int, told: list[str]) -> None:
        of = pair(mentee=self.EARLY, sessions=(planned(there(LONDON, 2026, 3, day, 0, 30)),))
        assert days(of, NudgeKind.HOUR_BEFORE) == told
