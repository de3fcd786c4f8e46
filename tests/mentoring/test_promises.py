"""Promises typed one a line, and what their owner makes of them."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.people import Person
from mentoring.promises import (
    PromiseRow,
    PromiseState,
    PromiseValues,
    Standing,
    one_a_line,
    refusals_of_promise,
    row_with,
    standing_after,
)
from mentoring.refusals import Reason

TODAY = date(2026, 3, 2)
TOM = Person("tom", "U0TOM", "Tom Reid")


@pytest.mark.parametrize(
    ("typed", "promises"),
    [
        (None, ()),
        ("", ()),
        (" \n\t\n", ()),
        ("Read the book", ("Read the book",)),
        ("Read\nWrite", ("Read", "Write")),
        ("- Read\r\n* Write\n• Rest", ("Read", "Write", "Rest")),
        ("  -   Read  \n\n-\n", ("Read",)),
        ("- - Read", ("Read",)),
        ("e-mail Ana - soon", ("e-mail Ana - soon",)),
    ],
)
def test_each_line_is_a_promise(typed: str | None, promises: tuple[str, ...]) -> None:
    assert one_a_line(typed) == promises


@given(st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("-*• \u00a0\n")))
def test_no_promise_is_empty_or_wider_than_its_line(typed: str) -> None:
    promises = one_a_line(typed)
    assert all(promise and promise == promise.strip() for promise in promises)
    assert one_a_line("\n".join(promises)) == promises


@given(st.lists(st.text(st.sampled_from("abc ,.!"), min_size=1).map(str.strip).filter(bool)))
def test_nothing_typed_is_lost(lines: list[str]) -> None:
    assert one_a_line("\n".join(f"- {line}" for line in lines)) == tuple(lines)


STANDINGS = st.builds(
    Standing,
    st.none() | st.dates(date(2026, 3, 1), date(2026, 3, 4)),
    st.sampled_from([PromiseState.OPEN, PromiseState.DONE, PromiseState.DROPPED]),
)


def refused(values: PromiseValues, current: Standing) -> list[tuple[Reason, str | None]]:
    return [(refusal.reason, refusal.field) for refusal in refusals_of_promise(values, current, TODAY)]


@given(STANDINGS, STANDINGS)
def test_what_is_left_alone_stays_as_it_is_by_now(seen: Standing, current: Standing) -> None:
    untouched = PromiseValues("p", chosen=seen, seen=seen)
    assert refused(untouched, current) == []
    assert standing_after(untouched, current) == current


@given(STANDINGS, STANDINGS)
def test_what_nobody_else_changed_becomes_what_was_chosen(chosen: Standing, seen: Standing) -> None:
    values = PromiseValues("p", chosen, seen)
    assert standing_after(values, seen) == chosen
    assert {reason for reason, _ in refused(values, seen)} <= {Reason.DUE_IN_PAST}


@given(STANDINGS, STANDINGS, STANDINGS)
def test_saved_a_second_time_what_was_chosen_stands(chosen: Standing, seen: Standing, current: Standing) -> None:
    values = PromiseValues("p", chosen, seen)
    changed = frozenset(field for reason, field in refused(values, current) if reason is Reason.CHANGED_MEANWHILE)
    row = row_with(PromiseRow("p", "Read", TOM, chosen=current, seen=current), values, changed)  # type: ignore[arg-type]
    assert (row.chosen, row.clashes) == (chosen, changed)
    again = replace(values, seen=row.seen)
    assert Reason.CHANGED_MEANWHILE not in {reason for reason, _ in refused(again, current)}
    after = standing_after(again, current)
    assert after.state == (current if chosen.state == seen.state else chosen).state
    assert after.due_on == (current if chosen.due_on == seen.due_on else chosen).due_on


def test_a_new_date_lies_ahead_while_the_promise_is_open() -> None:
    yesterday = Standing(date(2026, 3, 1))
    wrong = [(Reason.DUE_IN_PAST, "due_on-p")]
    assert refused(PromiseValues("p", yesterday, Standing()), Standing()) == wrong
    assert refused(PromiseValues("p", Standing(TODAY), Standing()), Standing()) == []
    # What was promised for a day that has passed can be left at it, and be done.
    assert refused(PromiseValues("p", yesterday, yesterday), yesterday) == []
    done = replace(yesterday, state=PromiseState.DONE)
    assert refused(PromiseValues("p", done, Standing()), Standing()) == []
