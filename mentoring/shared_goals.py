"""The goals that a pair has in common: one list, which either changes, with what became of each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256

from mentoring.goals import GoalField, GoalWords
from mentoring.people import Person
from mentoring.refusals import Reason, Refusal

# That are worked on at once: both drafts, should nothing in them be the same.
MOST_OPEN = 6
PRINT_LENGTH = 16


class GoalState(StrEnum):
    """What has become of a goal. The value is stored."""

    OPEN = "open"
    REACHED = "reached"
    DROPPED = "dropped"


@dataclass(frozen=True)
class SharedGoal:
    """A goal of a pair; `id` is none where it is only suggested or typed. `settled_on`: when it left the list."""

    id: str | None
    words: GoalWords
    state: GoalState = GoalState.OPEN
    settled_on: date | None = None


@dataclass(frozen=True)
class GoalList:
    """What the form for the list starts with.

    Attributes:
        goals: Those that are worked on; of a list that is still to be made, what both drafted.
        seen: Tells this list from any other.
        settled: What was reached or dropped, the newest first.
        meanwhile: Of a form that comes back: the list as the partner has changed it since.
    """

    pair_id: str
    partner: Person
    goals: tuple[SharedGoal, ...]
    seen: str
    settled: tuple[SharedGoal, ...] = ()
    meanwhile: tuple[SharedGoal, ...] | None = None
    locale: str | None = None


@dataclass(frozen=True)
class GoalListValues:
    """What was entered, in the order of the form, blank goals too; `seen` as the form was opened with."""

    pair_id: str
    goals: tuple[SharedGoal, ...]
    seen: str


@dataclass(frozen=True)
class GoalsChanged:
    """To one of a pair: what the list says now; `reached`: what they have reached with this change."""

    pair_id: str
    partner: Person
    goals: tuple[SharedGoal, ...]
    reached: tuple[SharedGoal, ...]
    locale: str | None = None


@dataclass(frozen=True)
class GoalLine:
    """A goal in App Home, and whom it is shared with."""

    partner: Person
    words: GoalWords


def list_print(goals: Sequence[SharedGoal]) -> str:
    """What tells a list from any other, in a few characters."""
    kept = [(goal.id, goal.words.statement, goal.words.measure, goal.words.due_on) for goal in goals]
    return sha256(repr(kept).encode()).hexdigest()[:PRINT_LENGTH]


def refusals_of_list(values: GoalListValues, kept: Mapping[str, SharedGoal], today: date) -> Iterator[Refusal]:
    """Say why a list cannot be kept as it is: a goal without words, or a new date that has passed.

    `kept` has, by id, every goal of the list that was there before.
    """
    for n, goal in enumerate(values.goals):
        before = kept[goal.id].words if goal.id else GoalWords()
        if not goal.words.statement and (goal.id or not goal.words.is_blank):
            yield Refusal(Reason.EMPTY, GoalField.STATEMENT.at(n))
        due_on = goal.words.due_on
        if due_on and due_on < today and due_on != before.due_on:
            yield Refusal(Reason.DUE_IN_PAST, GoalField.DUE.at(n))
