from datetime import UTC, date, datetime, time

import pytest

from mentoring.notices import Reader
from views.wording import dates

TUESDAY = date(2026, 3, 3)
DAY_FIRST = ("Tuesday 3 March", "Tuesday 3 March 2026", "Tue 3 Mar", "3 March", "3 March 2026", "March 2026")
MONTH_FIRST = ("Tuesday, March 3", "Tuesday, March 3, 2026", "Tue, Mar 3", "March 3", "March 3, 2026", "March 2026")


@pytest.mark.parametrize(
    ("locale", "forms"),
    [
        ("en-GB", DAY_FIRST),
        ("en-AU", DAY_FIRST),
        ("en-IE", DAY_FIRST),
        ("en-IN", DAY_FIRST),
        ("en-ZA", DAY_FIRST),
        ("en-US", MONTH_FIRST),
        ("en-CA", MONTH_FIRST),
        (None, DAY_FIRST),
        # English sentences take no French months, and an unknown locale is no reason to fail.
        ("fr-FR", DAY_FIRST),
        ("en", DAY_FIRST),
        ("xx-nonsense", DAY_FIRST),
        ("", DAY_FIRST),
    ],
)
def test_days_are_in_one_style_whatever_they_say_in_the_readers_order(
    locale: str | None, forms: tuple[str, ...]
) -> None:
    said = (dates.day, dates.day_and_year, dates.short_day, dates.day_and_month, dates.typed_day, dates.month)
    assert tuple(form(TUESDAY, locale) for form in said) == forms


def test_a_year_is_said_where_it_is_another() -> None:
    assert dates.day(TUESDAY, "en-GB", today=date(2026, 12, 31)) == "Tuesday 3 March"
    assert dates.day(TUESDAY, "en-GB", today=date(2027, 1, 1)) == "Tuesday 3 March 2026"


@pytest.mark.parametrize(
    ("zone", "locale", "day", "at"),
    [
        ("Europe/London", "en-GB", "Saturday 28 March", "23:30"),
        ("Asia/Kolkata", "en-IN", "Sunday 29 March", "5:00\u202fam"),
        ("America/New_York", "en-US", "Saturday, March 28", "7:30\u202fPM"),
    ],
)
def test_an_instant_is_told_by_the_readers_clock(zone: str, locale: str, day: str, at: str) -> None:
    instant = datetime(2026, 3, 28, 23, 30, tzinfo=UTC)
    reader = Reader(zone, locale)
    assert dates.day_of(instant, reader) == day
    assert dates.time_of(instant, reader) == at


def test_a_change_of_clocks_is_kept() -> None:
    reader = Reader("Europe/London", "en-GB")
    assert dates.time_of(datetime(2026, 3, 29, 0, 59, tzinfo=UTC), reader) == "00:59"
    assert dates.time_of(datetime(2026, 3, 29, 1, 0, tzinfo=UTC), reader) == "02:00"


def test_hours_and_zones_read_well() -> None:
    assert dates.clock(time(9, 30), "en-GB") == "09:30"
    assert dates.zone_name("Europe/Paris", "en-GB") == "Central European Time (Paris)"
    assert dates.zone_name("Etc/UTC", "en-GB") == "UTC"
    assert dates.zone_name("UTC", None) == "UTC"
