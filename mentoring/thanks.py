"""The note with which one of a pair thanks the other at its end."""

from dataclasses import dataclass

from mentoring.pairs import PairChoice
from mentoring.people import Person


@dataclass(frozen=True)
class ThanksDraft:
    """What the form starts with; `is_out`: the note has reached the partner, so it stays as it is."""

    pair: PairChoice
    words: str | None = None
    is_out: bool = False


@dataclass(frozen=True)
class ThanksValues:
    """What somebody entered."""

    pair_id: str
    words: str


@dataclass(frozen=True)
class Thanked:
    """To the partner: the note. `is_answered`: the reader has written one, too."""

    pair_id: str
    author: Person
    words: str
    is_answered: bool = False


@dataclass(frozen=True)
class ThankYouSaved:
    """To whoever wrote it: the note, and what happens to it."""

    pair_id: str
    partner: Person
    words: str
