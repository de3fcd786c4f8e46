"""Something is not working in a pair: what the one who says so is offered, and who hears of it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from mentoring.pairs import PairChoice
from mentoring.people import Person

# How long an organiser's board shows that somebody would like to talk.
SHOWN_FOR = timedelta(days=14)


class TroubleKind(StrEnum):
    """What somebody said. The value is stored, sealed."""

    NO_REPLY = "no reply"
    TALK = "talk"


@dataclass(frozen=True)
class TroubleDraft:
    """What the form offers. `organisers` are those whom it can tell: the two of the pair are never among them."""

    pair: PairChoice
    organisers: tuple[Person, ...] = ()


@dataclass(frozen=True)
class SilenceNoted:
    """To whoever waits for an answer: the partner will be asked; or not, since they are to meet at an instant."""

    partner: Person
    time_zone: str
    locale: str | None = None
    planned_at: datetime | None = None


@dataclass(frozen=True)
class TalkValues:
    """What somebody would like to talk about with the organiser, in their own words, or in none."""

    pair_id: str
    words: str | None = None


@dataclass(frozen=True)
class TalkAsked:
    """To an organiser: somebody would like to talk about their pair, and perhaps what they wrote."""

    author: Person
    partner: Person
    words: str | None


@dataclass(frozen=True)
class TalkSaved:
    """To whoever asked for that: who hears of it."""

    organisers: tuple[Person, ...]


@dataclass(frozen=True)
class TroubleLine:
    """The same as `TalkAsked` on an organiser's board, with when it was said."""

    author: Person
    partner: Person
    words: str | None
    since: datetime
