"""Goals: what each of a pair drafts alone until both are ready, and then reads side by side."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mentoring.people import Person
from mentoring.refusals import Reason, Refusal

# In a draft of one's own: what is to become of months together is better few and clear.
MOST_DRAFTED = 3


class GoalField(StrEnum):
    """What is asked of each goal."""

    STATEMENT = "statement"
    MEASURE = "measure"
    DUE = "due_on"
    WHY = "why"

    def at(self, position: int) -> str:
        """The name of this field for one goal of a form, counted from 0."""
        return f"{self.value}_{position}"


@dataclass(frozen=True)
class GoalWords:
    """A goal as somebody put it.

    Attributes:
        statement: What is to be reached.
        measure: How they will know.
        due_on: By when.
        why: Why it matters to whoever wrote it.
    """

    statement: str = ""
    measure: str | None = None
    due_on: date | None = None
    why: str | None = None

    @property
    def is_blank(self) -> bool:
        """Whether nothing at all was said."""
        return not (self.statement or self.measure or self.due_on or self.why)


@dataclass(frozen=True)
class GoalsDraft:
    """What the form for goals of one's own starts with.

    Attributes:
        goals: Those to be shown, as they were kept or typed; never more than `MOST_DRAFTED`.
        asks: Names of the fields that were left empty, and are kindly asked for.
        asked: Of how many goals, the first of the form, that has been asked.
        is_ready: Whether they said that they are ready; from then on their partner's word is all that is awaited.
    """

    pair_id: str
    partner: Person
    goals: tuple[GoalWords, ...] = ()
    is_ready: bool = False
    asks: frozenset[str] = frozenset()
    asked: int = 0


@dataclass(frozen=True)
class GoalsValues:
    """What was entered. `goals` are those of the form in order, blank ones too; the first `asked` were asked for."""

    pair_id: str
    goals: tuple[GoalWords, ...]
    is_ready: bool = False
    asked: int = 0


@dataclass(frozen=True)
class GoalsRevealed:
    """To each of a pair, once both are ready: what both wrote."""

    pair_id: str
    partner: Person
    mine: tuple[GoalWords, ...]
    theirs: tuple[GoalWords, ...]
    locale: str | None = None


@dataclass(frozen=True)
class PartnerReady:
    """To the partner of whoever is ready: that they are, and never what they wrote. `is_over`: both are ready now."""

    pair_id: str
    partner: Person
    is_over: bool


class DraftState(StrEnum):
    """What has become of somebody's draft."""

    EMPTY = "empty"
    KEPT = "kept"
    READY = "ready"
    REVEALED = "revealed"


def left_open(values: GoalsValues, kept: Sequence[GoalWords]) -> frozenset[str]:
    """The fields of new goals that lack a measure or a date: each goal is asked once, and may stay without."""
    known = {goal.statement for goal in kept}
    new = [
        (n, goal)
        for n, goal in enumerate(values.goals)
        if n >= values.asked and goal.statement and goal.statement not in known
    ]
    lacking = {GoalField.MEASURE.at(n) for n, goal in new if not goal.measure}
    return frozenset(lacking | {GoalField.DUE.at(n) for n, goal in new if not goal.due_on})


def refusals_of_goals(values: GoalsValues, kept: Sequence[GoalWords], today: date) -> Iterator[Refusal]:
    """Say why goals cannot be kept as they are: one without words, a date that has passed, or none to be ready with."""
    dates = {goal.due_on for goal in kept}
    for n, goal in enumerate(values.goals):
        if not goal.statement and not goal.is_blank:
            yield Refusal(Reason.EMPTY, GoalField.STATEMENT.at(n))
        if goal.due_on and goal.due_on < today and goal.due_on not in dates:
            yield Refusal(Reason.DUE_IN_PAST, GoalField.DUE.at(n))
    if values.is_ready and all(goal.is_blank for goal in values.goals):
        yield Refusal(Reason.EMPTY, GoalField.STATEMENT.at(0))
