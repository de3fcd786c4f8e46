"""Two organisers change a programme at once: nothing is overwritten unseen, and nothing is asked for twice."""

from dataclasses import replace
from datetime import time
from typing import Any

import pytest

from mentoring.programmes import (
    FIELDS,
    ProgrammeValues,
    changed_meanwhile,
    fingerprints,
    shown_again,
    with_what_was_left_alone,
)

BEFORE = ProgrammeValues("Mentoring", "C1", organisers=("U1",))
OTHERS: dict[str, dict[str, Any]] = {
    "name": {"name": "Spring"},
    "organisers": {"organisers": ("U1", "U2")},
    "channel": {"channel": None},
    "rhythm": {"rhythm_days": 7},
    "length_months": {"length_months": 12},
    "works_from": {"works_until": time(16)},
    "country": {"country": "DE"},
}


def clashing(mine: ProgrammeValues, theirs: ProgrammeValues) -> set[str | None]:
    return {refusal.field for refusal in changed_meanwhile(mine, fingerprints(BEFORE), theirs)}


def test_every_setting_belongs_to_a_field() -> None:
    settings = [setting for together in FIELDS.values() for setting in together]
    assert sorted(settings) == sorted(ProgrammeValues.__dataclass_fields__)
    assert OTHERS.keys() == FIELDS.keys()


@pytest.mark.parametrize("field", FIELDS)
def test_each_field_keeps_what_either_changed(field: str) -> None:
    changed = replace(BEFORE, **OTHERS[field])
    seen = fingerprints(BEFORE)
    # The other changed it, I left it alone; and the other way round.
    assert clashing(BEFORE, changed) == clashing(changed, BEFORE) == set()
    assert with_what_was_left_alone(BEFORE, seen, changed) == changed
    assert with_what_was_left_alone(changed, seen, BEFORE) == changed
    # Both alike.
    assert clashing(changed, changed) == set()


def test_what_both_changed_is_asked_about_once() -> None:
    mine = replace(BEFORE, name="Mine", works_from=time(8), country="DE")
    theirs = replace(BEFORE, name="Theirs", works_until=time(16), rhythm_days=7)
    assert clashing(mine, theirs) == {"name", "works_from"}
    again = shown_again(mine, fingerprints(BEFORE), theirs, frozenset({"name", "works_from"}))
    assert (again.values.name, again.values.rhythm_days, again.values.country) == ("Mine", 7, "DE")
    assert list(changed_meanwhile(again.values, again.seen, theirs)) == []
    # Unless it is changed a third time.
    third = replace(theirs, name="Third")
    assert [refusal.field for refusal in changed_meanwhile(again.values, again.seen, third)] == ["name"]
