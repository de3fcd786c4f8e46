from datetime import UTC, date, datetime, time

import pytest

from mentoring.notices import Reader
from views.wording import dates

TUESDAY = date(2026, 3, 3)


@pytest.mark.parametrize(
    ("locale", "day"),
    [
        ("en-GB", "Tuesday 3 March"),
        ("en-US", "Tue, Mar 3"),
        (None, "Tuesday 3 March"),
        # English sentences take no French months, and an unknown locale is no reason to fail.
        ("fr-FR", "Tuesday 3 March"),
        ("en", "Tuesday 3 March"),
        ("xx-nonsense", "Tuesday 3 March"),
        ("", "Tuesday 3 March"),
    ],
)
def test_a_day_follows_the_customs_of_the_reader(locale: str | None, day: str) -> None:
    assert dates.day(TUESDAY, locale) == day


def test_a_year_is_said_where_it_is_another() -> None:
    assert dates.day(TUESDAY, "en-GB", today=date(2026, 12, 31)) == "Tuesday 3 March"
    assert "2026" in dates.day(TUESDAY, "en-GB", today=date(2027, 1, 1))


@pytest.mark.parametrize(
    ("zone", "locale", "day", "at"),
    [
        ("Europe/London", "en-GB", "Saturday 28 March", "23:30"),
        ("Asia/Kolkata", "en-IN", "Sunday 29 March", "5:00\u202fam"),
        ("America/New_York", "en-US", "Sat, Mar 28", "7:30\u202fPM"),
    ],
)
def test_an_instant_is_told_by_the_readers_clock(zone: str, locale: str, day: str, at: str) -> None:
    instant = datetime(2026, 3, 28, 23, 30, tzinfo=UTC)
    reader = Reader(zone, locale)
    assert dates.day_of(instant, reader).replace(",", "") == day.replace(",", "")
    assert dates.time_of(instant, reader) == at


def test_a_change_of_clocks_is_kept() -> None:
    reader = Reader("Europe/London", "en-GB")
    assert dates.time_of(datetime(2026, 3, 29, 0, 59, tzinfo=UTC), reader) == "00:59"
    assert dates.time_of(datetime(2026, 3, 29, 1, 0, tzinfo=UTC), reader) == "02:00"


def test_hours_and_zones_read_well() -> None:
    assert dates.clock(time(9, 30), "en-GB") == "09:30"
    assert dates.short_day(TUESDAY, "en-GB") == "Tue 3 Mar"
    assert dates.zone_name("Europe/Paris", "en-GB") == "Central European Time (Paris)"
    assert dates.zone_name("Etc/UTC", "en-GB") == "UTC"
    assert dates.zone_name("UTC", None) == "UTC"
