"""Promises: who will do what, by when perhaps, and what became of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from mentoring.changes import clashes
from mentoring.people import Person
from mentoring.refusals import Reason, Refusal

BULLETS = re.compile(r"^[\s\-*•]+")


class PromiseState(StrEnum):
    """What became of a promise. One written for the partner is proposed until they accept it."""

    PROPOSED = "proposed"
    OPEN = "open"
    REFUSED = "refused"
    DONE = "done"
    DROPPED = "dropped"


# What still waits for somebody: an answer, or to be done. Its writer can still change or remove it.
WAITING = (PromiseState.PROPOSED, PromiseState.OPEN)
# What its owner has brought to an end.
SETTLED = (PromiseState.DONE, PromiseState.DROPPED)
# Of those to read, as many as fit into a view if each is as long as can be typed.
PROMISES_A_PAGE = 10


@dataclass(frozen=True)
class PromiseLine:
    """A promise as shown: its words are for the pair. `due_on` is a date where its owner is; none: at any time."""

    id: str
    words: str
    state: PromiseState
    due_on: date | None = None


@dataclass(frozen=True)
class PartnerPromise:
    """A promise, with the partner it is made with."""

    promise: PromiseLine
    partner: Person


@dataclass(frozen=True)
class Standing:
    """How a promise stands: by when, and what became of it."""

    due_on: date | None = None
    state: PromiseState = PromiseState.OPEN


@dataclass(frozen=True)
class PromiseValues:
    """What its owner chose for a promise; what is as the form had `seen` it was left alone."""

    promise_id: str
    chosen: Standing
    seen: Standing

    @property
    def due_field(self) -> str:
        """The name of the field for its date: a form holds several promises."""
        return due_field(self.promise_id)

    @property
    def state_field(self) -> str:
        """The name of the field for what became of it."""
        return state_field(self.promise_id)


@dataclass(frozen=True)
class PromiseRow:
    """A promise in its owner's form: what the fields start with, and how it stood when it was shown.

    `clashes`: the fields that were changed elsewhere, too, while the form was open; `seen` has what is there now.
    """

    id: str
    words: str
    partner: Person
    chosen: Standing
    seen: Standing
    clashes: frozenset[str] = frozenset()


@dataclass(frozen=True)
class PromisesDraft:
    """What the form for somebody's open promises starts with, those that wait for their answer included.

    Attributes:
        rows: The promises it has room for.
        today: The date where they are.
        skipped: How many open promises come before these; the forms beneath this one have them.
        left: How many open promises come after these.
        proposals: What is suggested to them.
        proposals_left: How many more are.
        locale: Theirs.
    """

    rows: tuple[PromiseRow, ...]
    today: date
    skipped: int = 0
    left: int = 0
    proposals: tuple[PartnerPromise, ...] = ()
    proposals_left: int = 0
    locale: str | None = None


@dataclass(frozen=True)
class PromisePage:
    """Some of the promises that somebody's partners made, the newest first.

    Attributes:
        promises: Those of this page; of what is not accepted yet the reader is the one who suggested it.
        today: The date where the reader is.
        skipped: How many newer ones come before.
        count: How many there are.
        locale: The reader's.
    """

    promises: tuple[PartnerPromise, ...]
    today: date
    skipped: int = 0
    count: int = 0
    locale: str | None = None

    @property
    def left(self) -> int:
        """How many older ones come after."""
        return self.count - self.skipped - len(self.promises)


def due_field(promise_id: str) -> str:
    """The name of the field for the date of a promise."""
    return f"due_on-{promise_id}"


def state_field(promise_id: str) -> str:
    """The name of the field for what became of a promise."""
    return f"state-{promise_id}"


def one_a_line(text: str | None) -> tuple[str, ...]:
    """Split what was typed into promises: one a line, bullets and empty lines left out."""
    lines = (BULLETS.sub("", line).strip() for line in (text or "").splitlines())
    return tuple(line for line in lines if line)


def refusals_of_promise(values: PromiseValues, current: Standing, today: date) -> Iterator[Refusal]:
    """Say what cannot stand as it was chosen, where the owner's date is `today` and `current` is how it stands now."""
    chosen, seen = values.chosen, values.seen
    if chosen.due_on not in (None, seen.due_on) and chosen.state is PromiseState.OPEN and chosen.due_on < today:
        yield Refusal(Reason.DUE_IN_PAST, values.due_field)
    yield from clashes(values.due_field, chosen.due_on, seen.due_on, current.due_on)
    yield from clashes(values.state_field, chosen.state, seen.state, current.state)


def standing_after(values: PromiseValues, current: Standing) -> Standing:
    """How a promise stands once what was chosen is kept; what was left alone stays as it is now."""
    chosen, seen = values.chosen, values.seen
    return Standing(
        due_on=current.due_on if chosen.due_on == seen.due_on else chosen.due_on,
        state=current.state if chosen.state == seen.state else chosen.state,
    )


def row_with(row: PromiseRow, values: PromiseValues, changed_elsewhere: frozenset[str]) -> PromiseRow:
    """A row of a form that comes back: what was chosen stands in it, beside what is there now if both were changed.

    Only of what was changed elsewhere the present state counts as seen: saved again, what was chosen stands.
    """
    seen = values.seen
    if values.due_field in changed_elsewhere:
        seen = replace(seen, due_on=row.seen.due_on)
    if values.state_field in changed_elsewhere:
        seen = replace(seen, state=row.seen.state)
    own = changed_elsewhere & {values.due_field, values.state_field}
    return replace(row, chosen=values.chosen, seen=seen, clashes=own)
