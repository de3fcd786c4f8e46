"""Promises typed one a line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.promises import one_a_line


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


@given(st.text(st.characters() | st.sampled_from("-*• \u00a0\n")))
def test_no_promise_is_empty_or_wider_than_its_line(typed: str) -> None:
    promises = one_a_line(typed)
    assert all(promise and promise == promise.strip() for promise in promises)
    assert one_a_line("\n".join(promises)) == promises


@given(st.lists(st.text(st.sampled_from("abc ,.!"), min_size=1).map(str.strip).filter(bool)))
def test_nothing_typed_is_lost(lines: list[str]) -> None:
    assert one_a_line("\n".join(f"- {line}" for line in lines)) == tuple(lines)
