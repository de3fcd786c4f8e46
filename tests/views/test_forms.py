"""Forms and their parsers: what a form starts with comes back, and what somebody enters becomes values."""

from collections.abc import Callable
from datetime import UTC, datetime, time

import pytest

from mentoring.forms import AgendaDraft, AgendaValues, SettingsDraft, SettingsValues, WinDraft
from mentoring.home import Settings
from mentoring.pairs import PairDraft
from mentoring.partings import EndDraft, EndValues
from mentoring.people import Celebrations
from mentoring.picked import PickedMessage
from mentoring.programmes import ProgrammeDraft, ProgrammeValues, fingerprints
from mentoring.refusals import Reason, Refusal
from mentoring.sessions import Seen, SessionKind
from mentoring.wins import Audience, WinValues
from tests.views.filling import chosen, option_texts, submitted, typed
from tests.views.people import TYPICAL
from tests.views.sample_homes import TODAY
from tests.views.sample_views import check_in_draft
from views.blocks import View
from views.forms.agenda import agenda_form, parse_agenda
from views.forms.checkin import check_in_form, parse_check_in
from views.forms.context import Context, decode
from views.forms.end_pair import end_form, parse_end
from views.forms.pair import pair_form, parse_pair_values
from views.forms.programme import parse_programme, programme_form
from views.forms.settings import parse_settings, settings_form
from views.forms.win import parse_win, win_form
from views.ids import ActionId, FormId
from views.wording import Wording

PAIR = TYPICAL.pair()
PROGRAMME = ProgrammeValues("Mentoring", organisers=("U0OLU",))


def test_what_is_brought_to_a_session_comes_back_with_the_message() -> None:
    picked = PickedMessage("https://acme.slack.com/archives/C1/p12", "U0ANN", "Ann Lee")
    form = agenda_form(AgendaDraft("How to say no", (PAIR,), PAIR, picked), Wording())
    assert parse_agenda(submitted(form)) == AgendaValues(PAIR.id, "How to say no", picked)
    with pytest.raises(Refusal):
        parse_agenda(submitted(form, words=typed("  ")))


def test_another_match_is_wished_for_only_by_a_tick(wording: Wording) -> None:
    form = end_form(EndDraft(PAIR), wording)
    assert parse_end(submitted(form)) == EndValues("pair-1")
    ticked = {"selected_options": [{"value": "another_match"}]}
    assert parse_end(submitted(form, another_match=ticked)) == EndValues("pair-1", another_match=True)
    with pytest.raises(Refusal, match="out-of-date"):
        parse_end({**submitted(form), "private_metadata": Context(FormId.END_PAIR).encode()})


def test_the_channel_is_offered_only_where_there_is_one(wording: Wording) -> None:
    pairs = (PAIR,)
    without = win_form(WinDraft("", pairs, PAIR, None), wording)
    with_channel = win_form(WinDraft("", pairs, PAIR, "C0WINS"), wording)
    assert option_texts(without, "audience") == ["Only me", "Tom Reid and me"]
    assert option_texts(with_channel, "audience")[2:] == ["Everyone in the celebrations channel"]


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
