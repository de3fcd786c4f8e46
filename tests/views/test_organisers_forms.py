"""An organiser's forms and their parsers: what they start with comes back, and what somebody enters becomes values."""

from dataclasses import replace
from datetime import time
from itertools import pairwise
from typing import Any

import pytest

from mentoring.pairs import PairDraft, PairValues
from mentoring.programmes import ProgrammeDraft, ProgrammeValues, changed_meanwhile, fingerprints, shown_again
from mentoring.refusals import Reason, Refusal
from tests.views.filling import chosen, submitted, typed
from views.blocks import View
from views.forms.context import decode
from views.forms.pair import pair_form, parse_pair_values
from views.forms.programme import parse_programme, programme_form
from views.wording import Wording

PROGRAMME = ProgrammeValues("Mentoring", organisers=("U0OLU",))


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
