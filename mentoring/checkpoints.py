"""Checkpoints: steps on the way to a goal, which a pair writes one a line and ticks off."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches

# Of one goal: as many boxes as a field of Slack's has.
MOST_CHECKPOINTS = 10
LONGEST_CHECKPOINT = 150
# From 0 to 1: how much of a line's words must be the same for it to be a correction of another.
SAME_FROM = 0.6


@dataclass(frozen=True)
class Checkpoint:
    """A step on the way to a goal; `id` is none where it is only typed. `due_on`: by when, if they said so."""

    id: str | None
    words: str
    due_on: date | None = None
    is_reached: bool = False


@dataclass(frozen=True)
class GoalSteps:
    """A goal by its statement, and those of its checkpoints that it is about."""

    goal_id: str
    statement: str
    checkpoints: tuple[Checkpoint, ...]


@dataclass(frozen=True)
class Progress:
    """How many checkpoints of a goal are reached, and how many there are."""

    reached: int
    of: int


NO_CHECKPOINTS = Progress(0, 0)


def checkpoints_field(position: int) -> str:
    """The name of the field for the checkpoints of one goal of a form, counted from 0."""
    return f"checkpoints_{position}"


def progress_of(checkpoints: Collection[Checkpoint]) -> Progress:
    """How far these are."""
    return Progress(sum(each.is_reached for each in checkpoints), len(checkpoints))


def recognised(lines: Sequence[Checkpoint], kept: Sequence[Checkpoint]) -> tuple[Checkpoint, ...]:
    """Lines as they were typed, each with the id and the tick of the checkpoint that it is.

    The same words are the same checkpoint, wherever they stand; so are almost the same, where somebody corrected them.
    Anything else is new.
    """
    left = list(kept)
    found: dict[int, Checkpoint] = {}
    for place, line in enumerate(lines):
        if same := next((each for each in left if each.words == line.words), None):
            found[place] = same
            left.remove(same)
    for place, line in enumerate(lines):
        words = [each.words for each in left]
        if place not in found and (close := get_close_matches(line.words, words, n=1, cutoff=SAME_FROM)):
            found[place] = left.pop(words.index(close[0]))
    return tuple(
        replace(line, id=found[place].id, is_reached=found[place].is_reached) if place in found else line
        for place, line in enumerate(lines)
    )


def ticked_off(
    checkpoints: Sequence[Checkpoint], ticked: Collection[str], unticked: Collection[str]
) -> tuple[Checkpoint, ...]:
    """The same once some were ticked, and ticks taken from others, by their ids; all others stay as they are."""
    return tuple(
        replace(each, is_reached=each.id in ticked or (each.is_reached and each.id not in unticked))
        for each in checkpoints
    )
