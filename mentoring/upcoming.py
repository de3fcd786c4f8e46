"""What is to come for people, in facts: for whoever looks ahead at a programme."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mentoring.nudges.kinds import NudgeKind
from mentoring.people import Person


class Waiting(StrEnum):
    """What is to come without being a nudge."""

    ASKED_AGAIN = "asked again"
    NEWS = "news"
    WEEK = "week"


@dataclass(frozen=True)
class About:
    """One thing that a message will say. `pair` has mentor and mentee; none: it may be of several."""

    kind: NudgeKind | Waiting
    pair: tuple[Person, Person] | None = None


@dataclass(frozen=True)
class Upcoming:
    """A message that will go to somebody if nobody does anything before.

    Attributes:
        at: When.
        zone: The IANA zone that the receiver lives by.
    """

    at: datetime
    receiver: Person
    zone: str
    about: tuple[About, ...]
