"""The goals that a pair has in common: one list, which either changes, with what became of each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256

from mentoring.checkpoints import MOST_CHECKPOINTS, NO_CHECKPOINTS, Checkpoint, Progress, checkpoints_field
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
    checkpoints: tuple[Checkpoint, ...] = ()


class GoalDeed(StrEnum):
    """What somebody did with a goal."""

    REWORDED = "reworded"
    REACHED = "reached"
    DROPPED = "dropped"
    REOPENED = "reopened"


@dataclass(frozen=True)
class GoalChange:
    """That a goal was changed: on which date, by whom, and what it said before. `by` is none of somebody erased."""

    on: date
    by: Person | None
    deed: GoalDeed
    before: GoalWords


@dataclass(frozen=True)
class GoalList:
    """What a pair's goals are; and what the form for some of them starts with.

    Attributes:
        me: Whoever reads it.
        goals: Those that are worked on; of a list that is still to be made, what both drafted; of a form, those in it.
        seen: Tells these from what they would be if anything had changed; none where nothing can clash.
        settled: What was reached or dropped, the newest first.
        changes: Of a form for one goal: what it was before, the newest first.
        reached: Ids of the checkpoints that are ticked off, whatever boxes are ticked in a form.
        asks: Names of the fields that were left empty, and are kindly asked for before anything is saved.
        asked: Of how many goals, the first of the form, that has been asked, or is not to be.
        meanwhile: Of a form that comes back: the goals as the partner has changed them since.
    """

    pair_id: str
    me: Person
    partner: Person
    goals: tuple[SharedGoal, ...]
    seen: str | None
    settled: tuple[SharedGoal, ...] = ()
    changes: tuple[GoalChange, ...] = ()
    reached: frozenset[str] = frozenset()
    asks: frozenset[str] = frozenset()
    asked: int = 0
    meanwhile: tuple[SharedGoal, ...] | None = None
    locale: str | None = None

    @property
    def is_made(self) -> bool:
        """Whether the two have, or had, goals in common; else it is what both drafted."""
        return bool(self.settled) or any(goal.id for goal in self.goals)


@dataclass(frozen=True)
class GoalListValues:
    """What was entered, in the order of the form, blank goals too; `seen` as the form was opened with.

    Checkpoints of these goals have words alone, and are all that there are to be; of goals that are new, none. Which of
    those that there were are `ticked` now, and which no longer (`unticked`), their ids say.
    """

    pair_id: str
    goals: tuple[SharedGoal, ...]
    seen: str | None
    ticked: frozenset[str] = frozenset()
    unticked: frozenset[str] = frozenset()
    asked: int = 0


class NewGoals(StrEnum):
    """Which goals were put on a list. The value is stored."""

    FIRST = "first"
    MORE = "more"


@dataclass(frozen=True)
class GoalsChanged:
    """To one of a pair: all that one save of their goals has changed.

    Attributes:
        goals: Those that say something else, or of which something was ticked off, as they are now.
        reached: What thereby left the list.
        dropped: The same.
        ticked: The checkpoints of `goals` that were ticked off; those whose tick was taken back since are not in it.
        is_reworded: Whether any goal says something else; else checkpoints were ticked off, and no more.
        new: Of goals that are all new: whether they are the first that the two have in common.
    """

    pair_id: str
    partner: Person
    goals: tuple[SharedGoal, ...]
    reached: tuple[SharedGoal, ...]
    dropped: tuple[SharedGoal, ...] = ()
    ticked: tuple[Checkpoint, ...] = ()
    is_reworded: bool = True
    new: NewGoals | None = None
    locale: str | None = None


@dataclass(frozen=True)
class GoalLine:
    """A goal in App Home, whom it is shared with, and how far they are."""

    partner: Person
    words: GoalWords
    progress: Progress = NO_CHECKPOINTS


def list_print(goals: Sequence[SharedGoal]) -> str:
    """What tells goals from any others in words, dates and states, in a few characters; ticks do not matter."""
    kept = [
        (
            goal.id, goal.words.statement, goal.words.measure, goal.words.due_on, goal.state.value,
            [(each.words, each.due_on) for each in goal.checkpoints],
        )
        for goal in goals
    ]  # fmt: skip
    return sha256(repr(kept).encode()).hexdigest()[:PRINT_LENGTH]


def deed_between(before: SharedGoal, after: SharedGoal) -> GoalDeed | None:
    """What was done to a goal that was this and is that now; None: nothing that its history tells."""
    if before.state is not after.state:
        return {
            GoalState.REACHED: GoalDeed.REACHED,
            GoalState.DROPPED: GoalDeed.DROPPED,
            GoalState.OPEN: GoalDeed.REOPENED,
        }[after.state]
    return GoalDeed.REWORDED if before.words != after.words else None


def refusals_of_list(values: GoalListValues, kept: Mapping[str, SharedGoal], today: date) -> Iterator[Refusal]:
    """Say why goals cannot be kept as they are: one without words, a new date that has passed, or too much of them.

    `kept` has, by id, every goal that the pair has, or had.
    """
    worked_on = sum(goal.state is GoalState.OPEN for goal in kept.values())
    for n, goal in enumerate(values.goals):
        before = kept.get(goal.id or "")
        if not goal.words.statement and (before or not goal.words.is_blank or goal.checkpoints):
            yield Refusal(Reason.EMPTY, GoalField.STATEMENT.at(n))
        due_on = goal.words.due_on
        if due_on and due_on < today and due_on != (before and before.words.due_on):
            yield Refusal(Reason.DUE_IN_PAST, GoalField.DUE.at(n))
        if len(goal.checkpoints) > MOST_CHECKPOINTS:
            yield Refusal(Reason.TOO_MANY_CHECKPOINTS, checkpoints_field(n), most=MOST_CHECKPOINTS)
        is_open, was_open = goal.state is GoalState.OPEN, before is not None and before.state is GoalState.OPEN
        if is_open and not was_open and not goal.words.is_blank:
            worked_on += 1
            if worked_on > MOST_OPEN:
                yield Refusal(Reason.TOO_MANY_GOALS, GoalField.STATEMENT.at(n), most=MOST_OPEN)
