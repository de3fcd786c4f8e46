"""A pair rests for a while: until when, and what is told of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from mentoring.nudges.course import add_months
from mentoring.pairs import PairChoice
from mentoring.people import Person
from mentoring.refusals import Reason, Refusal

MOST_MONTHS = 6
# What the form begins with.
USUAL = timedelta(days=14)


@dataclass(frozen=True)
class PauseDraft:
    """What the form for a pause starts with.

    Attributes:
        until: The day it starts with, where the writer is: the end of the pause that there is, or a usual one.
        rests_until: Until when the pair rests already, where the writer is; then the day is to be changed.
        has_clashed: That was changed while the form was open, and is to be seen before the day is saved.
        planned: Sessions to come, at these instants; some may fall into the pause.
    """

    pair: PairChoice
    until: date
    rests_until: date | None = None
    has_clashed: bool = False
    planned: tuple[datetime, ...] = ()
    time_zone: str = "UTC"
    locale: str | None = None


@dataclass(frozen=True)
class PauseValues:
    """What somebody entered: the day, where they are, on which the pair is back; what is planned before may go.

    `seen` is until when the pair rested as the form showed it; none: it did not rest.
    """

    pair_id: str
    until: date
    cancels: bool = False
    seen: date | None = None


@dataclass(frozen=True)
class PairPaused:
    """To both: the pair rests, until a day where whoever said so was; why is nobody's business.

    Attributes:
        is_mine: The reader said so.
        cancelled: Sessions that were cancelled for it.
        kept: Sessions within it that are to take place all the same.
        is_over: It has been resumed, or has come to its end.
    """

    pair_id: str
    partner: Person
    until: date
    is_mine: bool
    cancelled: tuple[datetime, ...] = ()
    kept: tuple[datetime, ...] = ()
    is_over: bool = False


@dataclass(frozen=True)
class PairResumed:
    """To both: one of them has ended the pause.

    Attributes:
        next_at: When they meet next, if that is planned.
    """

    pair_id: str
    partner: Person
    is_mine: bool
    next_at: datetime | None = None


def refusals_of_pause(until: date, today: date) -> Iterator[Refusal]:
    """Say whether a pause cannot last until a day."""
    if not today < until <= add_months(today, MOST_MONTHS):
        yield Refusal(Reason.BAD_PAUSE, "until", most=MOST_MONTHS)
