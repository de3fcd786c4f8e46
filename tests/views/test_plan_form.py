"""What comes back from the forms that plan a session and propose times."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from mentoring.planning import OfferValues, PlanValues
from mentoring.refusals import Reason, Refusal
from mentoring.sessions import Seen, SessionKind
from tests.views.people import TYPICAL
from tests.views.sample_plans import NEXT, TIMES, plan_draft
from views.blocks import View
from views.forms.context import decode
from views.forms.plan import parse_plan, plan_form
from views.forms.propose import parse_propose, propose_form
from views.wording import Wording


def answered(view: View, **values: dict[str, Any]) -> View:
    """A form as Slack sends it back: each input by its action id."""
    state = {name: {name: value} for name, value in values.items()}
    return {**view, "state": {"values": state}}


def option(at: datetime) -> dict[str, Any]:
    return {"selected_option": {"value": str(int(at.timestamp()))}}


def instant(at: datetime) -> dict[str, Any]:
    return {"selected_date_time": int(at.timestamp())}


@pytest.fixture
def view(wording: Wording) -> View:
    return plan_form(plan_draft(TYPICAL), wording)


def test_a_time_that_was_chosen(view: View) -> None:
    values = parse_plan(answered(view, time=option(TIMES[1]), minutes={"value": "45"}))
    assert values == PlanValues("pair-1", TIMES[1], minutes=45)


def test_a_time_that_was_entered_counts_before_one_that_was_chosen(view: View) -> None:
    entered = NEXT + timedelta(days=20)
    kind = {"selected_option": {"value": "coffee chat"}}
    values = parse_plan(answered(view, time=option(TIMES[1]), at=instant(entered), kind=kind))
    assert values == PlanValues("pair-1", entered, SessionKind.COFFEE_CHAT)


@pytest.mark.parametrize(
    ("answers", "reason", "field"),
    [
        ({}, Reason.EMPTY, "at"),
        ({"time": {"selected_option": {"value": "soon"}}}, Reason.OUT_OF_DATE, None),
        ({"time": {"selected_option": {"value": "9" * 30}}}, Reason.OUT_OF_DATE, None),
        ({"time": option(NEXT), "minutes": {"value": "an hour"}}, Reason.BAD_MINUTES, "minutes"),
    ],
)
def test_what_cannot_be_read(view: View, answers: dict[str, Any], reason: Reason, field: str | None) -> None:
    with pytest.raises(Refusal) as refused:
        parse_plan(answered(view, **answers))
    assert (refused.value.reason, refused.value.field) == (reason, field)


def test_proposed_times_by_the_fields_they_stand_in(wording: Wording) -> None:
    view = propose_form(plan_draft(TYPICAL), wording)
    assert parse_propose(answered(view, time_1=instant(TIMES[0]), time_3=instant(TIMES[2]))) == OfferValues(
        "pair-1", {"time_1": TIMES[0], "time_3": TIMES[2]}
    )
    assert parse_propose(answered(view)).times == {}


def test_a_form_remembers_what_it_showed(wording: Wording) -> None:
    draft = plan_draft(TYPICAL)
    for form in (plan_form, propose_form):
        about = decode(form(draft, wording))
        assert (about.pair_id, about.times, about.seen) == ("pair-1", TIMES, Seen())
    broken = {**plan_form(draft, wording), "private_metadata": '{"v":1,"times":["soon"]}'}
    with pytest.raises(Refusal):
        decode(broken)
