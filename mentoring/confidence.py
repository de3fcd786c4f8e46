"""How confident a mentee feels, or how a mentor finds that it goes: noted after a session, read by its writer alone."""

from dataclasses import dataclass
from datetime import date

from mentoring.pairs import Role
from mentoring.people import Person

# So many say enough, and fit in one line of a phone.
SHOWN = 20


@dataclass(frozen=True)
class Score:
    """What somebody noted after a session, from 1 to 5."""

    on: date
    value: int


@dataclass(frozen=True)
class Confidence:
    """The scores that somebody noted in one pair; which question they answer goes by the role.

    Attributes:
        scores: The newest, in the order in which they came; at least one.
        count: How many there are in all.
    """

    pair_id: str
    partner: Person
    role: Role
    scores: tuple[Score, ...]
    count: int
