"""The form with which an organiser sets up their programme."""

from mentoring.programmes import (
    DEFAULT_LENGTH_MONTHS,
    DEFAULT_WORKS_FROM,
    DEFAULT_WORKS_UNTIL,
    ProgrammeDraft,
    ProgrammeValues,
)
from mentoring.refusals import Reason, Refusal
from views.blocks import Block, View, section
from views.forms.answers import Answers
from views.forms.context import Context, decode
from views.forms.countries import country_groups, country_name
from views.forms.fields import (
    Choice,
    channel_field,
    grouped_select_field,
    people_field,
    select_field,
    text_field,
    time_field,
)
from views.forms.modal import modal
from views.forms.rhythm import parse_rhythm, rhythm_fields
from views.ids import FormId
from views.markup import Markup, channel, mention
from views.wording import Wording
from views.wording.dates import clock

LENGTHS = (3, 6, 9, 12, 18, 24)
LONGEST_NAME = 80
MOST_ORGANISERS = 10


def programme_form(draft: ProgrammeDraft, wording: Wording, picked: int | None = None) -> View:
    """The form, filled in with what holds now; above what clashes, what another organiser has made of it.

    `picked` is the rhythm chosen in a form that is drawn again, in days.
    """
    values = draft.values
    blocks = [
        *_clash("name", draft, wording),
        text_field("name", wording.field("programme-name"), initial=values.name, required=True, most=LONGEST_NAME),
        *_clash("organisers", draft, wording),
        people_field(
            "organisers", wording.field("programme-organisers"), values.organisers, most=MOST_ORGANISERS, required=True
        ),
        *_clash("channel", draft, wording),
        channel_field("channel", wording.field("programme-channel"), values.channel),
        *_clash("rhythm", draft, wording),
        *rhythm_fields(values.rhythm_days, wording, whose="programme", picked=picked),
        *_clash("length_months", draft, wording),
        _length(values.length_months, wording),
        *_clash("works_from", draft, wording),
        time_field("works_from", wording.field("programme-works-from"), values.works_from),
        time_field("works_until", wording.field("programme-works-until"), values.works_until),
        *_clash("country", draft, wording),
        grouped_select_field("country", wording.field("programme-country"), country_groups(None), values.country),
    ]
    return modal(
        Context(FormId.PROGRAMME, fingerprints=draft.seen),
        wording.say("programme-title"),
        blocks,
        submit=wording.say("form-save"),
        close=wording.say("form-cancel"),
    )


def parse_programme(view: View) -> ProgrammeValues:
    """What was entered.

    Raises:
        Refusal: `OUT_OF_DATE`, `EMPTY` at "name" or "organisers", or `BAD_RHYTHM` at "rhythm_days".
    """
    decode(view)
    answers = Answers(view)
    name = answers.required_text("name")
    organisers = answers.users("organisers")
    if not organisers:
        raise Refusal(Reason.EMPTY, "organisers")
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
        organisers=tuple(sorted(set(organisers))),
    )


def _clash(field: str, draft: ProgrammeDraft, wording: Wording) -> list[Block]:
    """Both values, where another organiser has changed a field as well."""
    if field not in draft.clashes or draft.theirs is None:
        return []
    mine, theirs = (_in_words(field, values, wording) for values in (draft.values, draft.theirs))
    return [section(wording.markup("programme-clash", mine=mine, theirs=theirs))]


def _in_words(field: str, values: ProgrammeValues, wording: Wording) -> str:
    match field:
        case "organisers":
            return Markup(", ".join(map(mention, values.organisers)))
        case "channel" if values.channel:
            return channel(values.channel)
        case "rhythm":
            return wording.say("rhythm-in-a-sentence", days=values.rhythm_days)
        case "length_months":
            return wording.say("programme-length-choice", months=values.length_months)
        case "works_from":
            start, end = clock(values.works_from, None), clock(values.works_until, None)
            return wording.say("programme-clash-hours", start=start, end=end)
        case "country" if values.country:
            return country_name(values.country, None)
        case "name":
            return values.name
        case _:
            return wording.say("programme-none")


def _length(months: int, wording: Wording) -> Block:
    offered = sorted({*LENGTHS, months})
    choices = [Choice(str(each), wording.say("programme-length-choice", months=each)) for each in offered]
    return select_field("length_months", wording.field("programme-length"), choices, str(months), required=True)
