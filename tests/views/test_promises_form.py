"""The form for one's own promises: what it starts with comes back, and what was changed elsewhere is said."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from mentoring.promises import PromiseState, PromiseValues, Standing, due_field, state_field
from mentoring.refusals import Reason, Refusal
from tests.views.filling import chosen, labels, submitted
from tests.views.people import EXTREME, TYPICAL
from tests.views.sample_views import clashing_promises, promises_draft
from tests.views.test_messages import buttons
from views.forms.promises import parse_promises, promises_form
from views.ids import ActionId
from views.messages.message import Message
from views.wording import Wording


def test_what_is_left_alone_comes_back_as_it_was(wording: Wording) -> None:
    draft = promises_draft(TYPICAL)
    values = parse_promises(submitted(promises_form(draft, wording)))
    assert values == tuple(PromiseValues(row.id, row.seen, row.seen) for row in draft.rows)


def test_what_is_chosen_comes_back_with_what_was_seen(wording: Wording) -> None:
    view = submitted(
        promises_form(promises_draft(TYPICAL), wording),
        **{
            state_field("promise-0"): chosen("done"),
            due_field("promise-0"): {"selected_date": None},
            due_field("promise-1"): {"selected_date": "2026-03-06"},
        },
    )
    dated = Standing(date(2027, 1, 8))
    assert parse_promises(view) == (
        PromiseValues("promise-0", Standing(None, PromiseState.DONE), dated),
        PromiseValues("promise-1", Standing(date(2026, 3, 6)), Standing()),
    )
    for state in ("proposed", "refused", "forgotten"):
        with pytest.raises(Refusal) as refused:
            parse_promises(submitted(view, **{state_field("promise-0"): chosen(state)}))
        assert refused.value.reason is Reason.OUT_OF_DATE


def test_what_was_changed_elsewhere_is_said_above_the_field(wording: Wording) -> None:
    blocks = promises_form(clashing_promises(promises_draft(TYPICAL)), wording)["blocks"]
    said = {
        after["block_id"]: before["text"]["text"]
        for before, after in pairwise(blocks)
        if before["type"] == "section" and after["type"] == "input"
    }
    assert "elsewhere to *Dropped* in the meantime; here you chose *Done*" in said[state_field("promise-0")]
    assert "elsewhere to *no date* in the meantime; here you chose *Friday 6 March*" in said[due_field("promise-1")]


def test_each_field_names_its_promise_and_a_long_one_is_there_whole(wording: Wording) -> None:
    words = "Ask " + "y" * 400
    draft = promises_draft(TYPICAL)
    draft = replace(draft, rows=(replace(draft.rows[0], words=words), draft.rows[1]))
    view = promises_form(draft, wording)
    assert list(labels(view).values())[2:] == ["Send the reading list", "By when? · Send the reading list"]
    assert words in [block["text"]["text"] for block in view["blocks"] if block["type"] == "section"]
    # A reader of the screen hears every name in full length.
    assert max(map(len, labels(view).values())) < 170


def test_older_promises_open_on_top_as_long_as_slack_lets_them(wording: Wording) -> None:
    draft = replace(promises_draft(EXTREME), proposals=(), left=9)
    offered = [
        (ActionId.OLDER_PROMISES, None) in buttons(Message.of(*promises_form(each, wording)["blocks"][-3:]))
        for each in (draft, replace(draft, skipped=15), replace(draft, skipped=30))
    ]
    assert offered == [True, True, False]
