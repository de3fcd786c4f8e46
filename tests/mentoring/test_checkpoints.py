"""Checkpoints: a line that somebody corrects stays the checkpoint that it was, and so does its tick."""

import pytest

from mentoring.checkpoints import Checkpoint, recognised, ticked_off

KEPT = (
    Checkpoint("a", "Find a subject", is_reached=True),
    Checkpoint("b", "Ask for a slot"),
    Checkpoint("c", "Rehearse with two people", is_reached=True),
)


def typed(*lines: str) -> list[tuple[str | None, bool]]:
    found = recognised([Checkpoint(None, line) for line in lines], KEPT)
    assert [each.words for each in found] == list(lines)
    return [(each.id, each.is_reached) for each in found]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["Find a subject", "Ask for a slot"], [("a", True), ("b", False)]),
        (["Ask for a slot", "Find a subject"], [("b", False), ("a", True)]),
        (["Find one subject", "Rehearse with two friends"], [("a", True), ("c", True)]),
        (["Breathe", "Find a subject"], [(None, False), ("a", True)]),
        (["Find a subject", "Find a subject"], [("a", True), (None, False)]),
    ],
    ids=["one is gone", "in another order", "corrected", "new", "twice"],
)
def test_a_line_is_what_it_was(lines: list[str], found: list[tuple[str | None, bool]]) -> None:
    assert typed(*lines) == found


def test_what_neither_ticked_nor_unticked_stays() -> None:
    assert [each.is_reached for each in ticked_off(KEPT, {"b"}, {"a"})] == [False, True, True]
