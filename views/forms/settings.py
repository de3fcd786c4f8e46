"""The form for what somebody sets for themselves."""

from mentoring.forms import SettingsDraft, SettingsValues
from mentoring.people import Celebrations
from mentoring.refusals import Reason, Refusal
from views.blocks import Block, View, section
from views.forms.answers import Answers
from views.forms.context import Context, decode
from views.forms.fields import Choice, radio_field, time_field
from views.forms.modal import modal
from views.ids import FormId
from views.wording import Wording, dates


def settings_form(draft: SettingsDraft, wording: Wording) -> View:
    """The form; the time zone is Slack's, so it is shown with the way to change it there."""
    settings = draft.settings
    return modal(
        Context(FormId.SETTINGS),
        wording.say("settings-title"),
        [
            _time_zone(draft, wording),
            time_field("works_from", wording.field("settings-works-from"), settings.works_from),
            time_field("works_until", wording.field("settings-works-until"), settings.works_until),
            _celebrations(settings.celebrations, wording),
        ],
        submit=wording.say("form-save"),
        close=wording.say("form-cancel"),
    )


def parse_settings(view: View) -> SettingsValues:
    """What was entered.

    Raises:
        Refusal: `OUT_OF_DATE`, or `EMPTY` at "works_from" or "works_until".
    """
    decode(view)
    answers = Answers(view)
    works_from, works_until = answers.time("works_from"), answers.time("works_until")
    if works_from is None:
        raise Refusal(Reason.EMPTY, "works_from")
    if works_until is None:
        raise Refusal(Reason.EMPTY, "works_until")
    return SettingsValues(
        works_from=works_from,
        works_until=works_until,
        celebrations=answers.one_of("celebrations", Celebrations) or Celebrations.ASK,
    )


def _time_zone(draft: SettingsDraft, wording: Wording) -> Block:
    settings = draft.settings
    zone = dates.zone_name(settings.time_zone, draft.locale)
    if settings.time_zone_is_known:
        return section(wording.markup("settings-time-zone", zone=zone))
    return section(wording.markup("settings-time-zone-unknown", zone=zone))


def _celebrations(now: Celebrations, wording: Wording) -> Block:
    choices = [
        Choice(each.value, wording.say("settings-celebrations-choice", choice=each.value)) for each in Celebrations
    ]
    return radio_field("celebrations", wording.field("settings-celebrations"), choices, now.value)
