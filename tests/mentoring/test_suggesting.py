"""Times that are suggested: in the hours of both where there are such, else at the edges, each one's in turn."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentoring.hours import MONDAY_TO_FRIDAY, Hours
from mentoring.nudges.diary import Pause
from mentoring.suggesting import NEAR, SUGGESTED, Suggesting, favours_me, suggest

# A Monday; in March, April and October to November clocks change somewhere.
MONDAY = datetime(2026, 3, 2, 10, tzinfo=UTC)
STARTS = tuple(datetime(*day, 10, tzinfo=UTC) for day in ((2026, 3, 2), (2026, 3, 24), (2026, 4, 2), (2026, 10, 21)))
ZONES = (
    "Europe/London", "America/New_York", "Asia/Kolkata", "Asia/Kathmandu", "Pacific/Auckland", "Pacific/Chatham",
    "America/Los_Angeles", "Australia/Lord_Howe", "UTC",
)  # fmt: skip
SPANS = ((time(9), time(17)), (time(8, 15), time(12)), (time(0), time(8)), (time(15), time(23, 45)))
WEEKDAYS = (frozenset(range(5)), frozenset((6, 0, 1, 2, 3)), frozenset((1,)))


def hours(zone: str, days: frozenset[int] = MONDAY_TO_FRIDAY) -> Hours:
    return Hours(zone, time(9), time(17), days=days)


def on_the_clock(at: datetime, zone: str) -> str:
    return at.astimezone(ZoneInfo(zone)).strftime("%a %d %H:%M")


@st.composite
def workers(draw: st.DrawFn, start: datetime) -> Hours:
    works_from, works_until = draw(st.sampled_from(SPANS))
    off = {start.date() + timedelta(days=n) for n in draw(st.frozensets(st.integers(0, 20), max_size=6))}
    return Hours(draw(st.sampled_from(ZONES)), works_from, works_until, off, draw(st.sampled_from(WEEKDAYS)))


@st.composite
def searches(draw: st.DrawFn) -> tuple[Suggesting, datetime, date]:
    now = draw(st.sampled_from(STARTS)) + timedelta(minutes=draw(st.integers(0, 24 * 60)))
    begins = now + timedelta(hours=draw(st.integers(-100, 200)))
    pauses = (Pause(begins, begins + timedelta(days=draw(st.integers(1, 12)))),) if draw(st.booleans()) else ()
    about = Suggesting(
        draw(workers(now)), draw(workers(now)), draw(st.sampled_from((30, 60, 90))), pauses, draw(st.booleans())
    )
    return about, now, now.date() + timedelta(days=draw(st.integers(-3, 10)))


def is_possible(at: datetime, about: Suggesting, now: datetime) -> bool:
    """Whether it lies on later days than today, on which both work, and in no pause."""
    ends = at + timedelta(minutes=about.minutes)
    for each in about.both:
        zone = ZoneInfo(each.zone)
        days = {instant.astimezone(zone).date() for instant in (at, ends)}
        if min(days) <= now.astimezone(zone).date():
            return False
        if any(day.weekday() not in each.days or day in each.holidays for day in days):
            return False
    return not any(pause.since < ends and at < pause.until for pause in about.pauses)


def is_in_hours(at: datetime, about: Suggesting) -> bool:
    ends = at + timedelta(minutes=about.minutes)
    for each in about.both:
        begins_here, ends_here = (instant.astimezone(ZoneInfo(each.zone)) for instant in (at, ends))
        if begins_here.date() != ends_here.date():
            return False
        if not (each.works_from <= begins_here.time() and ends_here.time() <= each.works_until):
            return False
    return True


def suits_somewhere(about: Suggesting, now: datetime, first: date) -> bool:
    """Whether any half hour of the days that are looked at would do, found by trying each."""
    zone = ZoneInfo(about.mine.zone)
    first = max(first, now.astimezone(zone).date() + timedelta(days=1))
    at = datetime.combine(first, time.min, UTC) - timedelta(days=1)
    for n in range((NEAR + 2) * 24 * 4):
        here = (at + timedelta(minutes=15 * n)).astimezone(zone)
        is_looked_at = first <= here.date() < first + timedelta(days=NEAR) and here.minute in (0, 30) and not here.fold
        if is_looked_at and is_in_hours(here, about) and is_possible(here.astimezone(UTC), about, now):
            return True
    return False


@settings(max_examples=40)
@given(searches())
def test_in_the_hours_of_both_if_there_are_such_and_never_when_either_rests(
    search: tuple[Suggesting, datetime, date],
) -> None:
    about, now, first = search
    times = suggest(about, now, first)
    assert len(set(times)) == len(times) <= SUGGESTED
    assert times == tuple(sorted(times))
    zone = ZoneInfo(about.mine.zone)
    for at in times:
        assert at > now
        assert is_possible(at, about, now)
        assert at.astimezone(zone).date() >= first
        assert at.astimezone(zone).minute in (0, 30)
    if suits_somewhere(about, now, first):
        assert times
        assert all(is_in_hours(at, about) for at in times)


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        ("Europe/London", "Europe/London", ["Tue 03 10:30", "Wed 04 14:00", "Thu 05 10:30"]),
        ("Europe/Paris", "America/New_York", ["Tue 03 15:00", "Wed 04 15:30", "Thu 05 15:00"]),
        ("Asia/Kolkata", "Europe/London", ["Tue 03 14:30", "Wed 04 15:30", "Thu 05 14:30"]),
        ("America/New_York", "Pacific/Auckland", ["Tue 03 15:00", "Wed 04 15:30", "Thu 05 15:00"]),
    ],
)
def test_three_days_and_not_always_the_same_time(mine: str, theirs: str, expected: list[str]) -> None:
    times = suggest(Suggesting(hours(mine), hours(theirs), 60), MONDAY, MONDAY.date())
    assert [on_the_clock(at, mine) for at in times] == expected


def test_in_the_rhythm_and_past_a_pause() -> None:
    about = Suggesting(hours("Europe/London"), hours("Europe/London"), 60)
    in_two_weeks = suggest(about, MONDAY, date(2026, 3, 16))
    assert on_the_clock(in_two_weeks[0], "Europe/London") == "Mon 16 10:30"
    rests = replace(about, pauses=(Pause(MONDAY, MONDAY + timedelta(days=40)),))
    assert suggest(rests, MONDAY, date(2026, 3, 3))[0] > MONDAY + timedelta(days=40)


def test_of_one_day_a_week_several_times_are_suggested() -> None:
    tuesdays = hours("Europe/London", days=frozenset((1,)))
    times = suggest(Suggesting(tuesdays, hours("Europe/London"), 60), MONDAY, MONDAY.date())
    assert [on_the_clock(at, "Europe/London") for at in times] == ["Tue 03 10:30", "Tue 03 14:00", "Tue 10 14:00"]


def test_who_have_no_working_day_in_common_are_suggested_nothing() -> None:
    weekends = hours("Europe/London", days=frozenset((5, 6)))
    assert suggest(Suggesting(weekends, hours("Europe/London"), 60), MONDAY, MONDAY.date()) == ()


def test_at_the_edges_each_has_the_better_time_in_turn() -> None:
    """From April to September, New York's day ends as Auckland's begins."""
    june = datetime(2026, 6, 1, 10, tzinfo=UTC)
    new_york, auckland = hours("America/New_York"), hours("Pacific/Auckland")
    turns = []
    last = None
    for n in range(4):
        now = june + timedelta(days=14 * n)
        about = Suggesting(new_york, auckland, 60)
        about = replace(about, favours_me=favours_me(about, last))
        last, *_ = suggest(about, now, now.date())
        turns.append(tuple(on_the_clock(last, zone)[-5:] for zone in ("America/New_York", "Pacific/Auckland")))
    assert turns == [("17:00", "09:00"), ("16:00", "08:00")] * 2
    # Whoever looks, the turn is the same.
    swapped = Suggesting(auckland, new_york, 60)
    assert favours_me(swapped, june.replace(hour=20)) is True
    assert favours_me(swapped, june.replace(hour=21)) is False


def test_nobody_is_got_out_of_bed_as_long_as_there_are_other_times() -> None:
    june = datetime(2026, 6, 1, 10, tzinfo=UTC)
    for favours in (True, False):
        about = Suggesting(hours("Europe/London"), hours("Australia/Sydney"), 60, favours_me=favours)
        for at in suggest(about, june, june.date()):
            for zone in ("Europe/London", "Australia/Sydney"):
                assert 7 <= at.astimezone(ZoneInfo(zone)).hour < 22
