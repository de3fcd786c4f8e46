"""Telling somebody: a notice into the outbox, at once or in their hours. Called inside a deed's transaction."""

from datetime import date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypedDict, Unpack
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from mentoring.hours import MONDAY_TO_FRIDAY, Hours, local, next_open
from mentoring.notices import NoticeKind, Weight
from storage.models import Person, Programme
from storage.notices import Receiver, move_news
from storage.pairs import look_at_pairs_of
from storage.people import organisers_of
from storage.programmes import look_at_organiser
from storage.putting import Telling, put_notices
from storage.transaction import Transaction

if TYPE_CHECKING:
    from holidays import HolidayBase

UNKNOWN_ZONE = "UTC"


@lru_cache(maxsize=512)
def _known_zone(name: str | None) -> str:
    try:
        return ZoneInfo(name or UNKNOWN_ZONE).key
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UNKNOWN_ZONE


def zone_of(person: Person) -> str:
    """The IANA zone somebody lives by; UTC where Slack gave none that exists."""
    return _known_zone(person.time_zone)


def today_of(person: Person, now: datetime) -> date:
    """The date where somebody is."""
    return local(now, zone_of(person)).date()


@lru_cache(maxsize=64)
def _holidays_in(country: str) -> "HolidayBase":
    # It brings 3 MB of calendars, and many programmes name no country.
    from holidays import country_holidays

    return country_holidays(country)


def is_country(code: str) -> bool:
    """Whether the public holidays of a country (ISO 3166, two letters) are known."""
    # The list that holidays itself gives imports every country, for its regions.
    from holidays.registry import EntityLoader

    return code in EntityLoader.get_country_codes(include_aliases=False)


def hours_of(person: Person, programme: Programme) -> Hours:
    """When somebody works: their own days, hours and country's holidays, or else the programme's."""
    country = person.country or programme.country
    return Hours(
        zone=zone_of(person),
        works_from=person.works_from or programme.works_from,
        works_until=person.works_until or programme.works_until,
        holidays=_holidays_in(country) if country else (),
        days=_working_days(person.works_on),
    )


@lru_cache(maxsize=128)
def _working_days(works_on: str | None) -> frozenset[int]:
    return frozenset(int(day) - 1 for day in works_on) if works_on else MONDAY_TO_FRIDAY


async def channel_hours(tx: Transaction, programme: Programme) -> Hours:
    """When a programme's channel is at work: the programme's hours and holidays, where its first organiser lives."""
    organisers = await organisers_of(tx, programme.workspace_id, programme.id)
    return Hours(
        zone=zone_of(organisers[0]) if organisers else UNKNOWN_ZONE,
        works_from=programme.works_from,
        works_until=programme.works_until,
        holidays=_holidays_in(programme.country) if programme.country else (),
    )


class How(TypedDict, total=False):
    """How somebody is told: a reply or news (the default); which time; of which pair; with which facts."""

    weight: Weight
    occurrence: str
    pair_id: str | None
    facts: dict[str, Any] | None


def to_tell(
    now: datetime, kind: NoticeKind, subject: str, person: Person, programme: Programme, **how: Unpack[How]
) -> Telling | None:
    """One thing to tell one person; None: they have left, and are told nothing."""
    if person.deactivated:
        return None
    is_reply = how.get("weight") is Weight.REPLY
    not_before = now if is_reply else next_open(now, hours_of(person, programme))
    receiver = Receiver(person.workspace_id, person_id=person.id)
    occurrence, facts = how.get("occurrence", "1"), how.get("facts") or {}
    return Telling(kind, receiver, subject, not_before, how.get("pair_id"), occurrence, facts)


async def tell_all(tx: Transaction, now: datetime, *tellings: Telling | None) -> None:
    """Tell several things, each once, in as many statements as one."""
    await put_notices(tx, [each for each in tellings if each], now)


async def tell(
    tx: Transaction,
    now: datetime,
    kind: NoticeKind,
    subject: str,
    person: Person,
    programme: Programme,
    **how: Unpack[How],
) -> datetime | None:
    """Tell one person one thing, once; from when it may go. None: they have left, and are told nothing."""
    telling = to_tell(now, kind, subject, person, programme, **how)
    await tell_all(tx, now, telling)
    return telling.not_before if telling else None


async def keep_in_hours(tx: Transaction, now: datetime, person: Person, programme: Programme) -> None:
    """Have news that waits for somebody come in their hours, which may have changed since; and what time will bring."""
    await look_at_pairs_of(tx, person, now)
    await look_at_organiser(tx, person, now)
    await move_news(tx, person.id, now, next_open(now, hours_of(person, programme)))
