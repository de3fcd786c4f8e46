"""Forms and their parsers: what a form starts with comes back, and what somebody enters becomes values."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time
from itertools import pairwise
from typing import Any

import pytest

from mentoring.forms import AgendaDraft, AgendaValues, SettingsDraft, SettingsValues, WinDraft
from mentoring.home import Settings
from mentoring.pairs import PairDraft, PairValues, Role
from mentoring.partings import EndDraft, EndValues
from mentoring.people import Celebrations
from mentoring.picked import PickedMessage
from mentoring.programmes import ProgrammeDraft, ProgrammeValues, changed_meanwhile, fingerprints, shown_again
from mentoring.reflections import QUESTIONS
from mentoring.refusals import Reason, Refusal
from mentoring.sessions import CheckInDraft, CheckInValues, Seen, SessionKind
from mentoring.wins import Audience, WinValues
from playground.blocks import kept_view
from playground.elements import state_of
from playground.instants import Ids
from tests.views.people import TYPICAL
from tests.views.sample_views import LOGGED, PLANNED, TODAY, check_in_draft, clashing, edit_draft
from views.blocks import View
from views.forms.agenda import agenda_form, parse_agenda
from views.forms.checkin import ANOTHER, check_in_form, parse_check_in
from views.forms.context import Context, decode
from views.forms.end_pair import end_form, parse_end
from views.forms.pair import pair_form, parse_pair_values
from views.forms.programme import parse_programme, programme_form
from views.forms.settings import parse_settings, settings_form
from views.forms.win import parse_win, win_form
from views.ids import ActionId, FormId
from views.reflections import reflection_question
from views.wording import Wording

PAIR = TYPICAL.pair()
ALONE = CheckInDraft((PAIR,), PAIR, TODAY)
PROGRAMME = ProgrammeValues("Mentoring", organisers=("U0OLU",))


def submitted(view: View, **entered: dict[str, Any]) -> View:
    """The view as Slack sends it back: with its initial state, and over that what was entered, by action id."""
    sent = json.loads(json.dumps(kept_view(Ids(), view)))
    values = state_of(sent["blocks"], {})
    for block in values.values():
        for action_id, state in block.items():
            state.update(entered.pop(action_id, {}))
    assert not entered, "the form has no such field"
    return {**sent, "id": "V1", "state": {"values": values}}


def typed(words: str) -> dict[str, Any]:
    return {"value": words}


def chosen(value: str) -> dict[str, Any]:
    return {"selected_option": {"value": value}}


def test_what_is_brought_to_a_session_comes_back_with_the_message() -> None:
    picked = PickedMessage("https://acme.slack.com/archives/C1/p12", "U0ANN", "Ann Lee")
    form = agenda_form(AgendaDraft("How to say no", (PAIR,), PAIR, picked), Wording())
    assert parse_agenda(submitted(form)) == AgendaValues(PAIR.id, "How to say no", picked)
    with pytest.raises(Refusal):
        parse_agenda(submitted(form, words=typed("  ")))


def option_texts(view: View, action_id: str) -> list[str]:
    elements = (block["element"] for block in view["blocks"] if block["type"] == "input")
    return [option["text"]["text"] for each in elements if each["action_id"] == action_id for option in each["options"]]


def labels(view: View) -> dict[str, str]:
    return {block["block_id"]: block["label"]["text"] for block in view["blocks"] if block["type"] == "input"}


# An end


def test_another_match_is_wished_for_only_by_a_tick(wording: Wording) -> None:
    form = end_form(EndDraft(PAIR), wording)
    assert parse_end(submitted(form)) == EndValues("pair-1")
    ticked = {"selected_options": [{"value": "another_match"}]}
    assert parse_end(submitted(form, another_match=ticked)) == EndValues("pair-1", another_match=True)
    with pytest.raises(Refusal, match="out-of-date"):
        parse_end({**submitted(form), "private_metadata": Context(FormId.END_PAIR).encode()})


# A check-in


def test_a_check_in_needs_no_more_than_its_day(wording: Wording) -> None:
    assert parse_check_in(submitted(check_in_form(ALONE, wording))) == CheckInValues("pair-1", TODAY)


def test_everything_entered_in_a_check_in_comes_back(wording: Wording) -> None:
    view = submitted(
        check_in_form(check_in_draft(TYPICAL), wording, more=True),
        **{ActionId.CHANGE_PAIR: chosen("pair-1")},
        session_id=chosen("s-logged"),
        happened_on={"selected_date": "2026-03-01"},
        notes=typed("  We talked.  "),
        my_promises=typed("- Read the book\n\n• Call Ann"),
        their_promises=typed("Draft the plan"),
        next_at={"selected_date_time": 1773761400},
        kind=chosen("coffee chat"),
        feeling=chosen("4"),
        reflection=typed("I talked too much."),
        win=typed("We laughed."),
        win_audience=chosen("channel"),
    )
    assert parse_check_in(view) == CheckInValues(
        pair_id="pair-1",
        happened_on=date(2026, 3, 1),
        session_id="s-logged",
        kind=SessionKind.COFFEE_CHAT,
        notes="We talked.",
        my_promises=("Read the book", "Call Ann"),
        their_promises=("Draft the plan",),
        next_at=datetime(2026, 3, 17, 15, 30, tzinfo=UTC),
        feeling=4,
        reflection="I talked too much.",
        win="We laughed.",
        win_audience=Audience.CHANNEL,
    )


def test_the_likeliest_session_is_chosen_and_another_one_is_new(wording: Wording) -> None:
    form = check_in_form(CheckInDraft((PAIR,), PAIR, TODAY, (PLANNED, LOGGED), PLANNED), wording)
    likeliest = parse_check_in(submitted(form))
    assert (likeliest.session_id, likeliest.is_new, likeliest.happened_on) == ("s-planned", False, PLANNED.on)
    another = parse_check_in(submitted(form, session_id=chosen(ANOTHER)))
    assert (another.session_id, another.is_new) == (None, True)


def test_an_entry_that_is_left_as_it_is_comes_back_as_it_was(wording: Wording) -> None:
    draft = edit_draft(TYPICAL)
    assert parse_check_in(submitted(check_in_form(draft, wording))) == CheckInValues(
        pair_id="pair-1",
        happened_on=TODAY,
        notes=draft.notes,
        my_promises=draft.my_promises,
        their_promises=draft.their_promises,
        next_at=draft.next_at,
        feeling=3,
        reflection=draft.reflection,
        seen=draft.seen,
    )


def test_what_both_changed_is_said_above_the_field(wording: Wording) -> None:
    blocks = check_in_form(clashing(edit_draft(TYPICAL)), wording)["blocks"]
    said = {
        after["block_id"].partition(":")[0]: before["text"]["text"]
        for before, after in pairwise(blocks)
        if before["type"] == "section"
    }
    # Above the reflection stands the question that it answers.
    assert said.keys() - {"reflection"} == {"happened_on", "next_at", "kind"}
    assert "Tom Reid changed this to *Sunday 1 March*; you chose *Tuesday 3 March*" in said["happened_on"]


def test_the_question_that_was_asked_comes_back_with_the_reflection(wording: Wording) -> None:
    for draft in (replace(check_in_draft(TYPICAL), question=5), replace(edit_draft(TYPICAL), question=5)):
        form = check_in_form(draft, wording, more=True)
        asked = reflection_question(draft.pair.role, 5, draft.pair.partner.name, wording)
        assert asked in str(form["blocks"])
        assert parse_check_in(submitted(form)).question == 5


@pytest.mark.parametrize("role", Role)
def test_every_question_for_a_reflection_has_words(role: Role, wording: Wording) -> None:
    asked = {reflection_question(role, number + 1, "Tom", wording) for number in range(QUESTIONS)}
    assert len(asked) == QUESTIONS
    assert any("give back to Tom" in words or "learn from Tom" in words for words in asked)


def test_a_day_belongs_to_the_session_it_was_shown_for(wording: Wording) -> None:
    seen = Seen(on=PLANNED.on)
    form = check_in_form(CheckInDraft((PAIR,), PAIR, TODAY, (PLANNED, LOGGED), PLANNED, seen=seen), wording)
    assert parse_check_in(submitted(form)).seen == seen
    assert parse_check_in(submitted(form, session_id=chosen("s-logged"))).seen == Seen()


def test_a_form_opened_for_a_session_keeps_to_it(wording: Wording) -> None:
    form = check_in_form(CheckInDraft((PAIR,), PAIR, TODAY, (), LOGGED), wording)
    assert "session_id" not in labels(form)
    assert parse_check_in(submitted(form)).session_id == "s-logged"


def test_add_more_keeps_what_was_typed(wording: Wording) -> None:
    short = submitted(check_in_form(ALONE, wording), notes=typed("We talked."))
    more = kept_view(Ids(), check_in_form(ALONE, wording, more=True))
    redrawn = {**more, "state": {"values": state_of(more["blocks"], short["state"]["values"])}}
    assert parse_check_in(redrawn).notes == "We talked."
    assert decode(redrawn).more


def test_another_pair_starts_with_its_own_sessions_and_keeps_the_words(wording: Wording) -> None:
    one, other = TYPICAL.pair("pair-1"), TYPICAL.pair("pair-2")
    before = submitted(
        check_in_form(CheckInDraft((one, other), one, TODAY, (PLANNED,), None), wording),
        session_id=chosen("s-planned"),
        notes=typed("We talked."),
    )
    after = kept_view(Ids(), check_in_form(CheckInDraft((one, other), other, TODAY, (PLANNED,), None), wording))
    values = parse_check_in({**after, "state": {"values": state_of(after["blocks"], before["state"]["values"])}})
    assert (values.session_id, values.is_new, values.notes) == (None, True, "We talked.")


def test_what_is_asked_of_a_feeling_depends_on_the_role(wording: Wording) -> None:
    mentor = check_in_form(check_in_draft(TYPICAL, Role.MENTOR), wording, more=True)
    mentee = check_in_form(check_in_draft(TYPICAL, Role.MENTEE), wording, more=True)
    assert labels(mentor)["feeling"] == "How it is going"
    assert labels(mentee)["feeling"] == "How confident I feel"


def test_the_channel_is_offered_only_where_there_is_one(wording: Wording) -> None:
    pairs = (PAIR,)
    without = win_form(WinDraft("", pairs, PAIR, None), wording)
    with_channel = win_form(WinDraft("", pairs, PAIR, "C0WINS"), wording)
    assert option_texts(without, "audience") == ["Only me", "Tom Reid and me"]
    assert option_texts(with_channel, "audience")[2:] == ["Everyone in the celebrations channel"]


@pytest.mark.parametrize(
    ("field", "entered"),
    [
        ("happened_on", {"selected_date": "yesterday"}),
        ("next_at", {"selected_date_time": 10**20}),
        ("kind", chosen("a duel")),
        ("feeling", chosen("6")),
        ("feeling", chosen("a lot")),
        ("win_audience", chosen("the world")),
    ],
)
def test_what_no_client_sends_is_refused(field: str, entered: dict[str, Any], wording: Wording) -> None:
    view = submitted(check_in_form(check_in_draft(TYPICAL), wording, more=True), **{field: entered})
    with pytest.raises(Refusal) as refused:
        parse_check_in(view)
    assert refused.value.reason is Reason.OUT_OF_DATE


def test_a_check_in_without_its_day_is_asked_for_it(wording: Wording) -> None:
    view = submitted(check_in_form(ALONE, wording), happened_on={"selected_date": None})
    with pytest.raises(Refusal) as refused:
        parse_check_in(view)
    assert (refused.value.reason, refused.value.field) == (Reason.EMPTY, "happened_on")


def test_characters_that_no_database_takes_are_left_out(wording: Wording) -> None:
    view = submitted(check_in_form(ALONE, wording), notes=typed("a\x00b\ud800c" + "d" * 40_000))
    notes = parse_check_in(view).notes
    assert notes
    assert notes.startswith("abcd")
    assert len(notes) == 3_000


# A win


def test_everything_entered_in_a_win_comes_back(wording: Wording) -> None:
    form = win_form(WinDraft("I led the retro.", (PAIR,), PAIR, "C0WINS", ("U0ANN",)), wording)
    view = submitted(form, audience=chosen("channel"))
    assert parse_win(view) == WinValues(
        "I led the retro.", Audience.CHANNEL, "pair-1", ("U0ANN",), mentioned=("U0ANN",)
    )


def test_without_a_pair_a_win_stays_with_its_author(wording: Wording) -> None:
    form = win_form(WinDraft("I led the retro.", (), None, "C0WINS"), wording)
    assert parse_win(submitted(form)) == WinValues("I led the retro.", Audience.ME)


def test_a_win_needs_words(wording: Wording) -> None:
    with pytest.raises(Refusal) as refused:
        parse_win(submitted(win_form(WinDraft("", (PAIR,), PAIR, None), wording), words=typed("   ")))
    assert (refused.value.reason, refused.value.field) == (Reason.EMPTY, "words")


# An organiser's forms


def pair_view(wording: Wording, **entered: dict[str, Any]) -> View:
    both = {"mentor": {"selected_user": "U0MAYA"}, "mentee": {"selected_user": "U0TOM"}}
    return submitted(pair_form(PairDraft(14, asks_channel=True), wording), **{**both, **entered})


def test_a_pair_takes_the_programmes_rhythm(wording: Wording) -> None:
    assert parse_pair_values(pair_view(wording)) == PairValues("U0MAYA", "U0TOM", 14, None)


def test_a_number_of_days_counts_more_than_a_usual_rhythm(wording: Wording) -> None:
    view = pair_view(wording, rhythm=chosen("7"), rhythm_days=typed("10"), channel={"selected_conversation": "C0WINS"})
    assert parse_pair_values(view) == PairValues("U0MAYA", "U0TOM", 10, "C0WINS")


@pytest.mark.parametrize(
    ("entered", "reason", "field"),
    [
        ({"mentor": {"selected_user": None}}, Reason.EMPTY, "mentor"),
        ({"mentee": {"selected_user": None}}, Reason.EMPTY, "mentee"),
        ({"rhythm_days": typed("often")}, Reason.BAD_RHYTHM, "rhythm_days"),
        ({"rhythm": {"selected_option": None}}, Reason.BAD_RHYTHM, "rhythm_days"),
    ],
)
def test_a_pair_lacks_something(entered: dict[str, Any], reason: Reason, field: str, wording: Wording) -> None:
    with pytest.raises(Refusal) as refused:
        parse_pair_values(pair_view(wording, **entered))
    assert (refused.value.reason, refused.value.field) == (reason, field)


@pytest.mark.parametrize(
    "values",
    [
        PROGRAMME,
        ProgrammeValues("Ship it", "C0WINS", 10, 7, time(8, 30), time(16), "GB", ("U0MAYA", "U0OLU")),
    ],
)
def test_a_programme_left_as_it_is_stays_so(values: ProgrammeValues, wording: Wording) -> None:
    view = submitted(programme_form(ProgrammeDraft.of(values), wording))
    assert parse_programme(view) == values
    assert decode(view).fingerprints == fingerprints(values)


def test_what_two_organisers_changed_is_said_at_its_field(wording: Wording) -> None:
    mine = replace(PROGRAMME, works_until=time(16), channel="C0WINS", organisers=("U0MAYA", "U0TOM"))
    theirs = replace(PROGRAMME, works_from=time(8), name="Spring", country="DE")
    clashing = frozenset({"works_from", "channel", "organisers"})
    view = programme_form(shown_again(mine, fingerprints(PROGRAMME), theirs, clashing), wording)
    said = {
        after["block_id"]: block["text"]["text"]
        for block, after in pairwise(view["blocks"])
        if block["type"] == "section"
    }
    assert said.keys() == clashing
    assert "to *08:00 to 17:00*; you chose *09:00 to 16:00*." in said["works_from"]
    assert "to *none*; you chose *<#C0WINS>*." in said["channel"]
    assert "to *<@U0OLU>*; you chose *<@U0MAYA>, <@U0TOM>*." in said["organisers"]
    # What was left alone is shown as the other has it, and saved again, what clashed is this person's.
    again = parse_programme(submitted(view))
    assert (again.name, again.country, again.works_until) == ("Spring", "DE", time(16))
    assert not list(changed_meanwhile(again, decode(view).fingerprints, theirs))


def test_countries_are_found_by_name(wording: Wording) -> None:
    form = programme_form(ProgrammeDraft.of(PROGRAMME), wording)
    [country] = [block["element"] for block in form["blocks"] if block["block_id"] == "country"]
    letters = [group["label"]["text"] for group in country["option_groups"]]
    assert letters == sorted(letters)
    names = {
        option["value"]: option["text"]["text"] for group in country["option_groups"] for option in group["options"]
    }
    assert names["DE"] == "Germany"
    assert names["AX"] == "Åland Islands"


def test_a_programme_needs_a_name_and_an_organiser(wording: Wording) -> None:
    form = programme_form(ProgrammeDraft.of(PROGRAMME), wording)
    for field, nothing in (("name", typed(" ")), ("organisers", {"selected_users": []})):
        with pytest.raises(Refusal) as refused:
            parse_programme(submitted(form, **{field: nothing}))
        assert (refused.value.reason, refused.value.field) == (Reason.EMPTY, field)


def test_settings_come_back(wording: Wording) -> None:
    now = Settings("Asia/Kolkata", True, time(10), time(18, 30), Celebrations.ALWAYS)
    form = settings_form(SettingsDraft(now), wording)
    assert parse_settings(submitted(form)) == SettingsValues(time(10), time(18, 30), Celebrations.ALWAYS)
    with pytest.raises(Refusal) as refused:
        parse_settings(submitted(form, works_until={"selected_time": None}))
    assert refused.value.field == "works_until"


# What every form has in common


def test_a_context_comes_back_as_it_was(wording: Wording) -> None:
    seen = Seen(datetime(2026, 3, 17, 15, 30, tzinfo=UTC), TODAY, SessionKind.COFFEE_CHAT)
    for context in (
        Context(FormId.CHECK_IN, "pair-1", "s-1", more=True),
        Context(FormId.EDIT_CHECK_IN, "pair-1", check_in_id="c-1", seen=seen),
        Context(FormId.PROGRAMME, fingerprints=fingerprints(PROGRAMME)),
    ):
        assert decode({"callback_id": context.form.value, "private_metadata": context.encode()}) == context
    assert decode(win_form(WinDraft("", (PAIR,), PAIR, None), wording)) == Context(FormId.WIN, "pair-1")


@pytest.mark.parametrize("metadata", ["", "{", "null", "[]", "7", '{"v":0}', '{"v":"1"}', "{}", None])
def test_a_form_of_another_version_is_out_of_date(metadata: str | None) -> None:
    with pytest.raises(Refusal) as refused:
        decode({"callback_id": "check_in", "private_metadata": metadata})
    assert refused.value.reason is Reason.OUT_OF_DATE


@pytest.mark.parametrize("parse", [parse_check_in, parse_win, parse_pair_values, parse_programme, parse_settings])
def test_a_form_without_state_is_refused_kindly(parse: Callable[[View], object]) -> None:
    view = {"callback_id": "win", "private_metadata": Context(FormId.WIN, "pair-1").encode(), "blocks": []}
    with pytest.raises(Refusal):
        parse(view)


def test_every_field_says_who_reads_it(wording: Wording) -> None:
    forms = [
        check_in_form(check_in_draft(TYPICAL), wording, more=True),
        win_form(WinDraft("", (PAIR,), PAIR, "C0WINS"), wording),
        pair_form(PairDraft(14, asks_channel=True), wording),
        programme_form(ProgrammeDraft.of(PROGRAMME), wording),
        settings_form(SettingsDraft(Settings("UTC", True, time(9), time(17), Celebrations.ASK)), wording),
    ]
    # What only steers the form is kept with what it is about.
    steering = {"pair_id", "session_id", "rhythm_days"}
    for form in forms:
        for block in form["blocks"]:
            if block["type"] == "input" and block["element"]["action_id"] not in steering | {ActionId.CHANGE_PAIR}:
                said = f"{block['label']['text']} {block.get('hint', {}).get('text', '')}"
                assert any(word in said for word in ("ead", "see")), block["block_id"]
