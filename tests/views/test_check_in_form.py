"""The form of a check-in and its parser: what it starts with comes back, and what somebody enters becomes values."""

from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import pairwise
from typing import Any

import pytest

from mentoring.pairs import Role
from mentoring.reflections import QUESTIONS
from mentoring.refusals import Reason, Refusal
from mentoring.sessions import CheckInDraft, CheckInValues, Seen, SessionKind
from mentoring.wins import Audience
from playground.blocks import kept_view
from playground.elements import state_of
from playground.instants import Ids
from tests.views.filling import chosen, labels, submitted, typed
from tests.views.people import TYPICAL
from tests.views.sample_homes import TODAY
from tests.views.sample_views import LOGGED, PLANNED, check_in_draft, clashing, edit_draft
from views.forms.checkin import ANOTHER, check_in_form, parse_check_in
from views.forms.context import decode
from views.ids import ActionId
from views.reflections import reflection_question
from views.wording import Wording

PAIR = TYPICAL.pair()
ALONE = CheckInDraft((PAIR,), PAIR, TODAY)


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
