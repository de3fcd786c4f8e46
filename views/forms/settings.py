"""The form for what somebody sets for themselves."""

from collections.abc import Sequence

from mentoring.forms import SettingsDraft, SettingsValues
from mentoring.nudges.kinds import ASK_TO_MEET, OF_SESSIONS, NudgeKind
from mentoring.own_settings import shown
from mentoring.people import Celebrations
from mentoring.refusals import Reason, Refusal
from views.blocks import Block, View, section
from views.forms.answers import Answers
from views.forms.context import Context, decode
from views.forms.countries import country_groups, country_name
from views.forms.fields import Choice, grouped_select_field, radio_field, ticks_field, time_field
from views.forms.modal import modal
from views.ids import FormId
from views.wording import Wording, dates

# ISO weekdays, Monday first.
DAYS = "1234567"
# A field holds ten boxes, so the kinds are in two: whether and when the two meet, and what they make of it.
ABOUT_MEETING = tuple(kind for kind in NudgeKind if kind in OF_SESSIONS | ASK_TO_MEET)
ABOUT_GROWING = tuple(kind for kind in NudgeKind if kind not in ABOUT_MEETING)
KINDS = {"kinds_of_meeting": ABOUT_MEETING, "kinds_of_growing": ABOUT_GROWING}


def settings_form(draft: SettingsDraft, wording: Wording) -> View:
    """The form; the time zone is Slack's, so it is shown with the way to change it there."""
    settings = draft.settings
    return modal(
        Context(FormId.SETTINGS, fingerprints=shown(settings)),
        wording.say("settings-title"),
        [
            _time_zone(draft, wording),
            time_field("works_from", wording.field("settings-works-from"), settings.works_from),
            time_field("works_until", wording.field("settings-works-until"), settings.works_until),
            _days(draft, wording),
            _country(draft, wording),
            *(_kinds(field, kinds, settings.kinds, wording) for field, kinds in KINDS.items()),
            _celebrations(settings.celebrations, wording),
        ],
        submit=wording.say("form-save"),
        close=wording.say("form-cancel"),
    )


def parse_settings(view: View) -> SettingsValues:
    """What was entered.

    Raises:
        Refusal: `OUT_OF_DATE`, or `EMPTY` at "works_from", "works_until" or "works_on".
    """
    decode(view)
    answers = Answers(view)
    works_from, works_until = answers.time("works_from"), answers.time("works_until")
    if works_from is None:
        raise Refusal(Reason.EMPTY, "works_from")
    if works_until is None:
        raise Refusal(Reason.EMPTY, "works_until")
    works_on = "".join(sorted(answers.ticked("works_on") & set(DAYS)))
    if not works_on:
        raise Refusal(Reason.EMPTY, "works_on")
    return SettingsValues(
        works_from=works_from,
        works_until=works_until,
        celebrations=answers.one_of("celebrations", Celebrations) or Celebrations.ASK,
        works_on=works_on,
        country=answers.choice("country"),
        kinds=frozenset(kind for field, kinds in KINDS.items() for kind in kinds if kind in answers.ticked(field)),
    )


def _time_zone(draft: SettingsDraft, wording: Wording) -> Block:
    settings = draft.settings
    zone = dates.zone_name(settings.time_zone, draft.locale)
    if settings.time_zone_is_known:
        return section(wording.markup("settings-time-zone", zone=zone))
    return section(wording.markup("settings-time-zone-unknown", zone=zone))


def _days(draft: SettingsDraft, wording: Wording) -> Block:
    choices = [Choice(day, dates.weekday(int(day), draft.locale)) for day in DAYS]
    words = wording.field("settings-works-on")
    return ticks_field("works_on", words, choices, draft.settings.works_on, required=True)


def _country(draft: SettingsDraft, wording: Wording) -> Block:
    programmes = draft.settings.programmes_country
    name = country_name(programmes, draft.locale) if programmes else ""
    words = wording.field("settings-country", country=name, programme="has" if programmes else "none")
    return grouped_select_field("country", words, country_groups(draft.locale), draft.settings.country)


def _kinds(field: str, kinds: Sequence[NudgeKind], on: frozenset[NudgeKind], wording: Wording) -> Block:
    choices = [Choice(kind.value, wording.say(f"nudge-kind-{kind.name.lower().replace('_', '-')}")) for kind in kinds]
    return ticks_field(field, wording.field(f"settings-kinds-of-{field.removeprefix('kinds_of_')}"), choices, on)


def _celebrations(now: Celebrations, wording: Wording) -> Block:
    choices = [
        Choice(each.value, wording.say("settings-celebrations-choice", choice=each.value)) for each in Celebrations
    ]
    return radio_field("celebrations", wording.field("settings-celebrations"), choices, now.value)
