"""Half-way, a pair looks at each of its goals and says what is to become of it."""

from dataclasses import dataclass
from enum import StrEnum

from mentoring.people import Person
from mentoring.shared_goals import SharedGoal


class Revisit(StrEnum):
    """What is to become of a goal that is looked at."""

    KEEP = "keep"
    CHANGE = "change"
    REACHED = "reached"
    DROP = "drop"


@dataclass(frozen=True)
class RevisitDraft:
    """What the form starts with.

    Attributes:
        goals: Those that are worked on.
        seen: Tells these from what they would be if anything had changed.
        chosen: By a goal's id, what was chosen already; anything else is kept.
        is_changed: Whether the partner has changed them while the form was open.
    """

    pair_id: str
    partner: Person
    goals: tuple[SharedGoal, ...]
    seen: str
    chosen: tuple[tuple[str, Revisit], ...] = ()
    is_changed: bool = False
    locale: str | None = None


@dataclass(frozen=True)
class RevisitValues:
    """What was chosen for each goal of the form, by its id; `seen` as the form was opened with."""

    pair_id: str
    chosen: tuple[tuple[str, Revisit], ...]
    seen: str

    @property
    def to_change(self) -> tuple[str, ...]:
        """The goals that are to be changed, which another form is for."""
        return tuple(id_ for id_, choice in self.chosen if choice is Revisit.CHANGE)
