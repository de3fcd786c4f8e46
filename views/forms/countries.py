"""Countries whose public holidays are known, by the names that the reader calls them."""

from functools import lru_cache
from unicodedata import normalize

from views.forms.fields import Choice, Group
from views.wording.dates import customs


@lru_cache(maxsize=20)
def country_groups(locale: str | None) -> tuple[Group, ...]:
    """Every country, in groups by its first letter: there are more than Slack takes without."""
    # It brings 3 MB of calendars, and many programmes name no country.
    from holidays.registry import EntityLoader

    known = [Choice(code, country_name(code, locale)) for code in EntityLoader.get_country_codes(include_aliases=False)]
    groups: dict[str, list[Choice]] = {}
    for country in sorted(known, key=lambda country: _plain_letters(country.words)):
        groups.setdefault(_plain_letters(country.words)[0], []).append(country)
    return tuple(Group(letter, tuple(countries)) for letter, countries in groups.items())


def country_name(code: str, locale: str | None) -> str:
    """What a country (ISO 3166) is called."""
    return str(customs(locale).territories.get(code, code))


def _plain_letters(name: str) -> str:
    """A name for sorting: "Å" beside "A"."""
    return normalize("NFD", name)
