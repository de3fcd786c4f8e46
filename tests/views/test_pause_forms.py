"""What is entered when a pair rests, meets less often, goes on or does not work, and in one's own settings."""

from datetime import UTC, date, datetime, time
from typing import Any

import pytest

from mentoring.forms import SettingsDraft, SettingsValues
from mentoring.going_on import GoOnDraft, GoOnValues, ends_to_choose
from mentoring.home import Settings
from mentoring.nudges.kinds import NudgeKind
from mentoring.own_settings import shown
from mentoring.pairs import PairChoice, Role
from mentoring.partings import EndDraft
from mentoring.pausing import PauseDraft, PauseValues
from mentoring.people import Celebrations
from mentoring.refusals import Reason, Refusal
from mentoring.rhythms import RhythmDraft, RhythmValues
from mentoring.troubles import TalkValues, TroubleDraft
from tests.views.filling import chosen, option_texts, submitted, typed
from tests.views.people import OLU, TOM
from views.forms.context import decode
from views.forms.going_on import finish_form, go_on_form, parse_finish, parse_go_on
from views.forms.meet_less import meet_less_form, parse_meet_less
from views.forms.pause import parse_pause, pause_form
from views.forms.rhythm import picked_rhythm
from views.forms.settings import parse_settings, settings_form
from views.forms.troubles import parse_talk, talk_form, trouble_form
from views.ids import ActionId
from views.wording import Wording

PAIR = PairChoice("pair-1", Role.MENTOR, TOM, 14)
ACCEPTED = datetime(2026, 3, 3, 10, 0, tzinfo=UTC)
UNTIL = date(2026, 3, 17)
SETTINGS = Settings("Asia/Kolkata", True, time(10), time(18, 30), Celebrations.ALWAYS, "12346", "IN")


def ticked(*values: str) -> dict[str, Any]:
    return {"selected_options": [{"value": value} for value in values]}


def test_a_pause_has_a_day_and_cancels_only_by_a_tick(wording: Wording) -> None:
    form = pause_form(PauseDraft(PAIR, UNTIL, planned=(ACCEPTED,)), wording)
    assert parse_pause(submitted(form)) == PauseValues("pair-1", UNTIL)
    sent = submitted(form, until={"selected_date": "2026-04-01"}, cancel_sessions=ticked("cancel_sessions"))
    assert parse_pause(sent) == PauseValues("pair-1", date(2026, 4, 1), cancels=True)
    with pytest.raises(Refusal) as refused:
        parse_pause(submitted(form, until={"selected_date": None}))
    assert (refused.value.reason, refused.value.field) == (Reason.EMPTY, "until")


def test_the_next_rhythm_is_chosen_and_any_other_can_be(wording: Wording) -> None:
    form = meet_less_form(RhythmDraft(PAIR, 30), wording)
    assert parse_meet_less(submitted(form)) == RhythmValues("pair-1", 30, PAIR.rhythm_days)
    assert parse_meet_less(submitted(form, rhythm=chosen("14"))) == RhythmValues("pair-1", 14, PAIR.rhythm_days)
    assert parse_meet_less(submitted(form, rhythm_days=typed("45"))) == RhythmValues("pair-1", 45, PAIR.rhythm_days)


def test_what_was_chosen_is_still_offered_in_a_form_that_is_drawn_again(wording: Wording) -> None:
    sent = submitted(meet_less_form(RhythmDraft(PAIR, 60), wording), rhythm_days=typed("10"))
    assert picked_rhythm(sent) == 60
    again = meet_less_form(RhythmDraft(PAIR, 10, has_clashed=True), wording, picked_rhythm(sent))
    assert "every 60 days" in " ".join(option_texts(again, "rhythm")).lower()
    assert picked_rhythm(submitted(again)) == 60


def test_who_goes_on_says_until_when_and_less_often_also_how_often(wording: Wording) -> None:
    draft = GoOnDraft(PAIR, ends_to_choose(ACCEPTED, 6, 6, (), date(2026, 8, 25)), 9)
    form = go_on_form(draft, wording)
    assert option_texts(form, "length_months") == ["Thursday 3 December 2026", "Wednesday 3 March 2027"]
    assert parse_go_on(submitted(form)) == GoOnValues("pair-1", 9)
    less = go_on_form(GoOnDraft(PAIR, draft.ends, 9, 30), wording)
    assert parse_go_on(submitted(less, length_months=chosen("12"))) == GoOnValues("pair-1", 12, 30)
    with pytest.raises(Refusal, match="out-of-date"):
        parse_go_on(submitted(form, length_months=chosen("many")))
    assert parse_finish(submitted(finish_form(EndDraft(PAIR), wording))) == "pair-1"


def test_words_for_the_organiser_are_nobodys_duty(wording: Wording) -> None:
    form = talk_form(TroubleDraft(PAIR, (OLU,)), wording)
    assert parse_talk(submitted(form)) == TalkValues("pair-1")
    assert parse_talk(submitted(form, words=typed("We talk past each other"))).words == "We talk past each other"
    hint = next(block["hint"]["text"] for block in form["blocks"] if block["type"] == "input")
    assert "Read by Olu Adeyemi" in hint
    assert "never by Tom Reid" in hint


def test_nobody_is_offered_a_word_with_an_organiser_whom_there_is_not(wording: Wording) -> None:
    def actions(draft: TroubleDraft) -> set[str]:
        blocks = trouble_form(draft, wording)["blocks"]
        return {block["accessory"]["action_id"] for block in blocks if "accessory" in block}

    assert actions(TroubleDraft(PAIR, (OLU,))) - actions(TroubleDraft(PAIR)) == {ActionId.ASK_TO_TALK}


def test_days_country_and_kinds_come_back(wording: Wording) -> None:
    form = settings_form(SettingsDraft(SETTINGS, "en-GB"), wording)
    same = SettingsValues(time(10), time(18, 30), Celebrations.ALWAYS, "12346", "IN")
    assert parse_settings(submitted(form)) == same
    assert decode(form).fingerprints == shown(same)
    changed = submitted(
        form,
        works_on=ticked("7", "1"),
        country={"selected_option": None},
        kinds_of_meeting=ticked("hour before"),
        kinds_of_growing=ticked("promise"),
    )
    kinds = frozenset({NudgeKind.HOUR_BEFORE, NudgeKind.PROMISE})
    assert parse_settings(changed) == SettingsValues(time(10), time(18, 30), Celebrations.ALWAYS, "17", None, kinds)
    with pytest.raises(Refusal) as refused:
        parse_settings(submitted(form, works_on=ticked()))
    assert (refused.value.reason, refused.value.field) == (Reason.EMPTY, "works_on")


def test_a_field_holds_every_kind_it_is_for(wording: Wording) -> None:
    form = settings_form(SettingsDraft(SETTINGS, "en-GB"), wording)
    offered = [
        option["value"]
        for block in form["blocks"]
        if block.get("block_id", "").startswith("kinds")
        for option in block["element"]["options"]
    ]
    assert sorted(offered) == sorted(NudgeKind)
