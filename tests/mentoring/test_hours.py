"""Working hours: news waits for them, and comes at the first moment of them, whatever clocks and calendars do."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.hours import A_DAY, MONDAY_TO_FRIDAY, Hours, at_local, is_open, local, next_open, next_open_to_both

NINE, FIVE = time(9), time(17)
# Half and quarter hours, clocks that change at midnight, a day that never was, and zones that keep still.
ZONES = (
    "Europe/London", "America/New_York", "Asia/Kolkata", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Apia",
    "America/Havana", "Asia/Beirut", "Africa/Casablanca", "Pacific/Chatham", "America/St_Johns", "UTC",
)  # fmt: skip


def works(zone: str, works_from: time = NINE, works_until: time = FIVE, holidays: set[date] | None = None) -> Hours:
    return Hours(zone, works_from, works_until, holidays or set())


def there(zone: str, *moment: int) -> datetime:
    """The instant at which a zone's clock shows a moment; in UTC, since Python compares folds of two zones oddly."""
    year, month, day, hour, minute = moment
    return datetime(year, month, day, hour, minute, tzinfo=ZoneInfo(zone)).astimezone(UTC)


@pytest.mark.parametrize(
    ("now", "opens"),
    [
        ((2026, 3, 2, 10, 0), (2026, 3, 2, 10, 0)),  # at work
        ((2026, 3, 2, 9, 0), (2026, 3, 2, 9, 0)),  # the first moment
        ((2026, 3, 2, 3, 0), (2026, 3, 2, 9, 0)),  # before work
        ((2026, 3, 2, 17, 0), (2026, 3, 3, 9, 0)),  # the moment work ends
        ((2026, 3, 6, 18, 0), (2026, 3, 9, 9, 0)),  # Friday evening
        ((2026, 3, 8, 12, 0), (2026, 3, 9, 9, 0)),  # Sunday noon
    ],
)
@pytest.mark.parametrize("zone", ["Europe/London", "Asia/Kolkata", "Pacific/Chatham"])
def test_news_waits_for_working_hours(zone: str, now: tuple[int, ...], opens: tuple[int, ...]) -> None:
    assert next_open(there(zone, *now), works(zone)) == there(zone, *opens)


def test_a_holiday_after_a_weekend_is_waited_for_too() -> None:
    easter = {date(2026, 4, 3), date(2026, 4, 6)}
    thursday_evening = there("Europe/London", 2026, 4, 2, 18, 0)
    tuesday_morning = there("Europe/London", 2026, 4, 7, 9, 0)
    assert next_open(thursday_evening, works("Europe/London", holidays=easter)) == tuesday_morning


def test_a_start_that_the_clock_skips_moves_forward() -> None:
    # Cairo's clocks went from midnight to one on Friday 24 April 2026.
    cairo = works("Africa/Cairo", time(0, 30), time(8))
    assert next_open(there("Africa/Cairo", 2026, 4, 23, 12, 0), cairo) == there("Africa/Cairo", 2026, 4, 24, 1, 30)


def test_hours_that_the_clock_skips_altogether_are_none() -> None:
    cairo = works("Africa/Cairo", time(0, 10), time(0, 50))
    assert next_open(there("Africa/Cairo", 2026, 4, 23, 12, 0), cairo) == there("Africa/Cairo", 2026, 4, 27, 0, 10)


def test_of_a_start_that_happens_twice_the_next_is_taken() -> None:
    # At midnight after Thursday 29 October 2026 Cairo's clocks go back to eleven in the evening.
    cairo = works("Africa/Cairo", time(23, 30), time(23, 59))
    first = there("Africa/Cairo", 2026, 10, 29, 23, 30)
    assert next_open(there("Africa/Cairo", 2026, 10, 29, 12, 0), cairo) == first
    quarter_past_eleven_again = first + timedelta(minutes=45)
    assert local(quarter_past_eleven_again, "Africa/Cairo").time() == time(23, 15)
    assert next_open(quarter_past_eleven_again, cairo) == first + timedelta(hours=1)


def test_the_day_that_samoa_left_out_is_no_working_day() -> None:
    # Friday 30 December 2011 never was, and the Saturday after it is not to stand in for it.
    thursday_evening = there("Pacific/Apia", 2011, 12, 29, 18, 0)
    assert next_open(thursday_evening, works("Pacific/Apia")) == there("Pacific/Apia", 2012, 1, 2, 9, 0)


def test_holidays_without_an_end_do_not_hold_news_back_for_ever() -> None:
    always = works("UTC", holidays={date(2026, 3, 1) + timedelta(days=n) for n in range(60)})
    now = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
    assert next_open(now, always) == now


instants = st.datetimes(datetime(2005, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - Hypothesis adds the zone
times = st.times().map(lambda at: at.replace(second=0, microsecond=0, tzinfo=None))


@st.composite
def working_hours(draw: st.DrawFn) -> Hours:
    works_from, works_until = sorted(draw(st.lists(times, min_size=2, max_size=2, unique=True)))
    return works(draw(st.sampled_from(ZONES)), works_from, works_until)


# The fortnights around changes of clocks and calendars, where the errors are.
changes = st.sampled_from(
    [datetime(2011, 12, 25, tzinfo=UTC), datetime(2026, 3, 20, tzinfo=UTC), datetime(2026, 10, 20, tzinfo=UTC)]
)
near_changes = st.builds(
    lambda start, minutes: start + timedelta(minutes=minutes), changes, st.integers(0, 14 * 24 * 60)
)


@given(st.one_of(instants, near_changes), working_hours(), st.frozensets(st.integers(0, 20), max_size=10))
def test_news_comes_in_hours_and_never_in_the_past(now: datetime, hours: Hours, days_off: frozenset[int]) -> None:
    off = {local(now, hours.zone).date() + timedelta(days=n) for n in days_off}
    opens = next_open(now, Hours(hours.zone, hours.works_from, hours.works_until, off))
    here = local(opens, hours.zone)
    assert opens >= now
    assert opens.tzinfo is UTC
    assert here.weekday() in MONDAY_TO_FRIDAY
    assert here.date() not in off
    assert hours.works_from <= here.time() < hours.works_until


@given(st.one_of(instants, near_changes), working_hours())
def test_once_it_is_time_it_stays_so(now: datetime, hours: Hours) -> None:
    opens = next_open(now, hours)
    assert next_open(opens, hours) == opens


@given(st.one_of(instants, near_changes), working_hours())
def test_no_working_time_is_let_pass(now: datetime, hours: Hours) -> None:
    """Between now and then no clock shows working hours, looked at every half an hour; gaps apart."""
    opens = next_open(now, hours)
    waits = int((opens - now) / timedelta(minutes=30))
    skipped = [local(now + timedelta(minutes=30 * n), hours.zone) for n in range(waits)]
    starts = {at_local(here.date(), hours.works_from, hours.zone) for here in skipped}
    gaps = {start for start in starts if local(start, hours.zone).time() != hours.works_from}
    if not gaps:
        worked = [here for here in skipped if here.weekday() in MONDAY_TO_FRIDAY]
        at_work = [here for here in worked if hours.works_from <= here.time() < hours.works_until]
        assert at_work == []


@given(st.one_of(instants, near_changes), st.sampled_from(ZONES))
def test_a_local_time_and_its_instant_belong_together(now: datetime, zone: str) -> None:
    here = local(now, zone)
    assert at_local(here.date(), here.time(), zone, fold=here.fold) == now


@given(st.one_of(instants, near_changes), working_hours(), working_hours())
def test_a_moment_for_both_lies_in_the_hours_of_both_and_is_the_first(now: datetime, one: Hours, other: Hours) -> None:
    found = next_open_to_both(now, one, other)
    assert found == next_open_to_both(now, other, one)
    until = found or now + A_DAY
    assert found is None or (is_open(found, one) and is_open(found, other) and now <= found <= now + A_DAY)
    quarters = (now + timedelta(minutes=15 * n) for n in range(int((until - now) / timedelta(minutes=15))))
    assert not [each for each in quarters if is_open(each, one) and is_open(each, other)]


def test_where_nights_keep_two_apart_there_is_no_moment_for_both() -> None:
    now = there("Europe/Berlin", 2026, 3, 2, 10, 0)
    assert next_open_to_both(now, works("Europe/Berlin"), works("Pacific/Auckland")) is None
    nobody = works("UTC", holidays={date(2026, 3, 1) + timedelta(days=n) for n in range(60)})
    assert next_open_to_both(now, works("Europe/Berlin"), nobody) is None
