"""The form with which an organiser sets up their programme."""

from functools import cache
from unicodedata import normalize

from babel import Locale
from holidays import list_supported_countries

from mentoring.programmes import (
    DEFAULT_LENGTH_MONTHS,
    DEFAULT_WORKS_FROM,
    DEFAULT_WORKS_UNTIL,
    ProgrammeValues,
)
from mentoring.refusals import Reason, Refusal
from views.blocks import Block, View
from views.forms.answers import Answers
from views.forms.context import Context, decode
from views.forms.fields import Choice, Group, channel_field, grouped_select_field, select_field, text_field, time_field
from views.forms.modal import modal
from views.forms.rhythm import parse_rhythm, rhythm_fields
from views.ids import FormId
from views.wording import Wording
from views.wording.catalogue import LOCALE

LENGTHS = (3, 6, 9, 12, 18, 24)
LONGEST_NAME = 80


def programme_form(values: ProgrammeValues, wording: Wording) -> View:
    """The form, filled in with what holds now."""
    blocks = [
        text_field("name", wording.field("programme-name"), initial=values.name, required=True, most=LONGEST_NAME),
        channel_field("channel", wording.field("programme-channel"), values.channel),
        *rhythm_fields(values.rhythm_days, wording, whose="programme"),
        _length(values.length_months, wording),
        time_field("works_from", wording.field("programme-works-from"), values.works_from),
        time_field("works_until", wording.field("programme-works-until"), values.works_until),
        grouped_select_field("country", wording.field("programme-country"), _countries(), values.country),
    ]
    return modal(
        Context(FormId.PROGRAMME),
        wording.say("programme-title"),
        blocks,
        submit=wording.say("form-save"),
        close=wording.say("form-cancel"),
    )


def parse_programme(view: View) -> ProgrammeValues:
    """What was entered.

    Raises:
        Refusal: `OUT_OF_DATE`, `EMPTY` at "name", or `BAD_RHYTHM` at "rhythm_days".
    """
    decode(view)
    answers = Answers(view)
    name = answers.text("name")
    if name is None:
        raise Refusal(Reason.EMPTY, "name")
    months = answers.choice("length_months") or str(DEFAULT_LENGTH_MONTHS)
    if not months.isdecimal():
        raise Refusal(Reason.OUT_OF_DATE)
    return ProgrammeValues(
        name=name,
        channel=answers.channel("channel"),
        rhythm_days=parse_rhythm(answers),
        length_months=int(months),
        works_from=answers.time("works_from") or DEFAULT_WORKS_FROM,
        works_until=answers.time("works_until") or DEFAULT_WORKS_UNTIL,
        country=answers.choice("country"),
    )


def _length(months: int, wording: Wording) -> Block:
    offered = sorted({*LENGTHS, months})
    choices = [Choice(str(each), wording.say("programme-length-choice", months=each)) for each in offered]
    return select_field("length_months", wording.field("programme-length"), choices, str(months), required=True)


@cache
def _countries() -> tuple[Group, ...]:
    """Every country whose public holidays are known, by name, in groups by its first letter."""
    names = Locale.parse(LOCALE, sep="-").territories
    known = sorted(Choice(code, names.get(code, code)) for code in list_supported_countries(include_aliases=False))
    groups: dict[str, list[Choice]] = {}
    for country in sorted(known, key=lambda country: _plain_letters(country.words)):
        groups.setdefault(_plain_letters(country.words)[0], []).append(country)
    return tuple(Group(letter, tuple(countries)) for letter, countries in groups.items())


def _plain_letters(name: str) -> str:
    """A name for sorting: "Å" beside "A"."""
    return normalize("NFD", name)
