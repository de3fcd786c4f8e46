"""Checkpoints as they are typed, and as they are typed on."""

from datetime import date

import pytest

from mentoring.checkpoints import LONGEST_CHECKPOINT, Checkpoint
from mentoring.shared_goals import GoalList, SharedGoal
from tests.views.people import TYPICAL
from tests.views.sample_goals import SHARED, STEPS
from views.blocks import View
from views.checkpoints import checkpoint_lines, typed_checkpoints
from views.forms.shared_goals import parse_shared_goals, shared_goals_form
from views.wording import Wording

TODAY = date(2026, 3, 4)


@pytest.mark.parametrize(
    ("line", "words", "due_on"),
    [
        ("Ask for a slot by 12 May", "Ask for a slot", date(2026, 5, 12)),
        ("- Ask for a slot, by 3 sept 2027", "Ask for a slot", date(2027, 9, 3)),
        ("Ask for a slot by 12 January", "Ask for a slot", date(2026, 1, 12)),
        ("Ask for a slot by 2 January", "Ask for a slot", date(2027, 1, 2)),
        ("Ask for a slot by May 12", "Ask for a slot", date(2026, 5, 12)),
        ("Ask for a slot by Sept 3, 2027", "Ask for a slot", date(2027, 9, 3)),
        ("Ask for a slot by 31 June", "Ask for a slot by 31 June", None),
        ("Ask for a slot by next week", "Ask for a slot by next week", None),
        ("Read what was said by 12 people", "Read what was said by 12 people", None),
        ("x" * 200, "x" * LONGEST_CHECKPOINT, None),
    ],
    ids=[
        "next",
        "with a year",
        "just passed",
        "next year",
        "month first",
        "month first with a year",
        "no such day",
        "vague",
        "no date",
        "long",
    ],
)
def test_a_line_may_end_with_its_date(line: str, words: str, due_on: date | None) -> None:
    assert typed_checkpoints(f"\n{line}\n", TODAY) == (Checkpoint(None, words, due_on),)


@pytest.mark.parametrize(("locale", "day"), [("en-GB", "12 May 2026"), ("en-US", "May 12, 2026")])
def test_what_is_typed_on_is_read_as_it_was(wording: Wording, locale: str, day: str) -> None:
    lines = checkpoint_lines(STEPS, locale, wording)
    assert lines.endswith(f"by {day}")
    again = typed_checkpoints(lines, date(2031, 1, 1))
    assert [(each.words, each.due_on) for each in again] == [(each.words, each.due_on) for each in STEPS]
    goals = (SharedGoal("g-1", SHARED, checkpoints=STEPS),)
    form = shared_goals_form(GoalList("p-1", TYPICAL.me, TYPICAL.partner, goals, "c0ffee", locale=locale), wording)
    assert f"may end with a date: “by {day.split(',')[0].removesuffix(' 2026')}”" in str(form)


def ticked(view: View, *ids: str) -> View:
    """A form as Slack sends it back with these boxes ticked."""
    boxes = {"selected_options": [{"value": id_} for id_ in ids]}
    return {**view, "state": {"values": {"boxes": {"reached_0": boxes}}}}


@pytest.mark.parametrize(
    ("boxes", "more", "fewer"), [(("c-1",), set(), set()), (("c-2",), {"c-2"}, {"c-1"}), ((), set(), {"c-1"})]
)
def test_only_a_change_of_ticks_is_one(
    wording: Wording, boxes: tuple[str, ...], more: set[str], fewer: set[str]
) -> None:
    goal = SharedGoal("g-1", SHARED, checkpoints=STEPS)
    draft = GoalList("pair-1", TYPICAL.me, TYPICAL.partner, (goal,), "c0ffee", reached=frozenset({"c-1"}))
    values = parse_shared_goals(ticked(shared_goals_form(draft, wording), *boxes), TODAY)
    assert (set(values.ticked), set(values.unticked)) == (more, fewer)
