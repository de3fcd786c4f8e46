"""Dates and times in words, by the reader's zone and the customs of their country."""

from datetime import date, datetime, time
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_time, get_day_names, get_timezone_location, get_timezone_name

from mentoring.notices import Reader
from views.wording.catalogue import LANGUAGE, LOCALE


class _Order(NamedTuple):
    """How a date is written where the day comes first, and where the month does."""

    day_first: str
    month_first: str


# The same words and commas in every country; Babel's own differ from one of its patterns to the next.
_DAY = _Order("EEEE d MMMM", "EEEE, MMMM d")
_DAY_AND_YEAR = _Order("EEEE d MMMM y", "EEEE, MMMM d, y")
_SHORT_DAY = _Order("E d MMM", "E, MMM d")
_DAY_AND_MONTH = _Order("d MMMM", "MMMM d")
_TYPED_DAY = _Order("d MMMM y", "MMMM d, y")
_MONTH = _Order("MMMM y", "MMMM y")
_SHORT_MONTH = _Order("MMM", "MMM")


def day(on: date, locale: str | None, *, today: date | None = None) -> str:
    """A day with its weekday, as in "Tuesday 3 March"; with its year where that is not the year of `today`."""
    return _date(_DAY if today is None or on.year == today.year else _DAY_AND_YEAR, on, locale)


def day_and_year(on: date, locale: str | None) -> str:
    """A day that is far away, as in "Tuesday 3 March 2026"."""
    return _date(_DAY_AND_YEAR, on, locale)


def short_day(on: date, locale: str | None) -> str:
    """A day in short, as in "Tue 3 Mar"."""
    return _date(_SHORT_DAY, on, locale)


def short_day_of(at: datetime, reader: Reader) -> str:
    """The same of an instant where the reader is."""
    return short_day(at.astimezone(ZoneInfo(reader.time_zone)).date(), reader.locale)


def day_and_month(on: date, locale: str | None) -> str:
    """A day without its weekday, as in "3 March"."""
    return _date(_DAY_AND_MONTH, on, locale)


def typed_day(on: date, locale: str | None) -> str:
    """A day as somebody would type it, as in "3 March 2026"."""
    return _date(_TYPED_DAY, on, locale)


def month(on: date, locale: str | None) -> str:
    """A month with its year, as in "March 2026"."""
    return _date(_MONTH, on, locale)


def short_month(on: date, locale: str | None) -> str:
    """A month in short, as in "Mar"."""
    return _date(_SHORT_MONTH, on, locale)


def weekday(iso: int, locale: str | None) -> str:
    """A day of the week by its ISO number, as in "Monday"."""
    return str(get_day_names("wide", locale=customs(locale))[iso - 1])


def day_of(at: datetime, reader: Reader) -> str:
    """The day of an instant where the reader is."""
    return day(at.astimezone(ZoneInfo(reader.time_zone)).date(), reader.locale)


def time_of(at: datetime, reader: Reader) -> str:
    """The time of an instant on the reader's clock, as in "15:30"."""
    return clock(at.astimezone(ZoneInfo(reader.time_zone)).time(), reader.locale)


def clock(at: time, locale: str | None) -> str:
    """A time of day, as in "09:30"."""
    return format_time(at, "short", locale=customs(locale))


@lru_cache(maxsize=1_000)
def zone_name(zone: str, locale: str | None) -> str:
    """A zone by the name people call it and its city, as in "Central European Time (Paris)"."""
    if "/" not in zone or zone.startswith("Etc/"):
        return zone.removeprefix("Etc/")
    name = get_timezone_name(ZoneInfo(zone), locale=customs(locale))
    return f"{name} ({get_timezone_location(zone, locale=customs(locale), return_city=True)})"


@lru_cache(maxsize=1_000)
def _date(order: _Order, on: date, locale: str | None) -> str:
    there = customs(locale)
    is_month_first = there.datetime_skeletons["MMMMd"].pattern.startswith("M")
    return format_date(on, order.month_first if is_month_first else order.day_first, locale=there)


@lru_cache(maxsize=1_000)
def customs(asked: str | None) -> Locale:
    """The reader's own locale, if it speaks the catalogue's language: English sentences take no French months."""
    try:
        locale = Locale.parse(asked, sep="-") if asked else None
    except (ValueError, UnknownLocaleError):
        locale = None
    if locale is None or locale.language != LANGUAGE or locale.territory is None:
        return Locale.parse(LOCALE, sep="-")
    return locale
