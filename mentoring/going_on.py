"""A pair comes to its planned end: it goes on, goes on less often, or is completed."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from mentoring.nudges.course import WRAPS_UP_BEFORE, planned_end
from mentoring.nudges.diary import Pause
from mentoring.pairs import PairChoice, Role
from mentoring.people import Person

# In months.
STEPS = (-9, -6, -3, 0, 3, 6)
USUAL_STEP = 3
LONGEST = 120
# A pair that was asked 14 days before its end has time to answer; one that goes on is not asked at once.
SOONEST = timedelta(days=WRAPS_UP_BEFORE)


@dataclass(frozen=True)
class End:
    """A day on which a pair could end, and how many months it would have lasted then."""

    length_months: int
    on: date


@dataclass(frozen=True)
class GoOnDraft:
    """What the form starts with.

    Attributes:
        ends: What can be chosen.
        chosen: The length, in months, that is chosen at first.
        suggested: A rhythm, in days, at which they would meet less; none: it is not asked for.
        goes_on_until: They go on already, until this day: the form changes it.
    """

    pair: PairChoice
    ends: tuple[End, ...]
    chosen: int
    suggested: int | None = None
    goes_on_until: date | None = None
    locale: str | None = None


@dataclass(frozen=True)
class GoOnValues:
    """What somebody entered: how long the pair is to last in all, in months, and perhaps another rhythm, in days."""

    pair_id: str
    length_months: int
    rhythm_days: int | None = None


@dataclass(frozen=True)
class PairGoesOn:
    """To both: one of them would like to go on. Not `holds`: something else has been said since."""

    pair_id: str
    partner: Person
    ends_on: date
    rhythm_days: int
    is_mine: bool
    holds: bool = True


@dataclass(frozen=True)
class PairCompleted:
    """To both of a pair that one of them finished at its end, and to its organisers.

    Attributes:
        role: The reader's in it; none: they organise it.
        is_mine: The reader finished it.
        cancelled: What was to be their next session.
    """

    pair_id: str
    mentor: Person
    mentee: Person
    role: Role | None
    is_mine: bool = False
    cancelled: datetime | None = None


def can_end_on(end: End, today: date) -> bool:
    """Whether a pair can be said to end then, as things stand today."""
    return 0 < end.length_months <= LONGEST and end.on > today


def ends_to_choose(
    accepted_at: datetime, length_months: int, programmes_months: int, pauses: Collection[Pause], today: date
) -> tuple[End, ...]:
    """The ends that a pair can choose: not those that lie behind it, or so near that it would be asked again at once.

    Args:
        accepted_at: When the second of the two accepted.
        length_months: How long it is to last as things stand.
        programmes_months: How long a pair of this programme lasts.
        pauses: All it has had.
        today: The day.
    """
    lengths = sorted({length_months + months for months in (*STEPS, programmes_months)})
    ends = (End(months, planned_end(accepted_at, months, pauses)) for months in lengths if 0 < months <= LONGEST)
    return tuple(end for end in ends if end.on > today + SOONEST)
