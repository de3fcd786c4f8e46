"""How a programme is doing, month by month: how soon, how often and whether pairs meet, never what anybody wrote."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

MONTHS = 6
# Beyond its rhythm: so long may a pair take and still meet in rhythm.
GRACE = timedelta(weeks=1)

_DAY = timedelta(days=1)


@dataclass(frozen=True)
class PairDates:
    """A pair that has begun, in dates.

    Attributes:
        began_on: When the second of the two accepted.
        ended_on: The first day on which it was no pair any more; None: it goes on.
        rhythm_days: As it is today.
        met_on: When they met: the first time, and at least the last time in every month that is asked about.
        rests: Its pauses, each from its first day until before the day on which it was over.
    """

    began_on: date
    ended_on: date | None
    rhythm_days: int
    met_on: tuple[date, ...] = ()
    rests: tuple[tuple[date, date], ...] = ()


@dataclass(frozen=True)
class NudgesOn:
    """How many nudges that ask something were sent on a day, and how many of them have been answered."""

    day: date
    sent: int
    answered: int


@dataclass(frozen=True)
class Share:
    """So many of so many."""

    count: int
    of: int


@dataclass(frozen=True)
class FirstMeetings:
    """How many of the pairs that began have met, and the days that half of those took at most (their median)."""

    met: Share
    median_days: float | None


@dataclass(frozen=True)
class MonthFigures:
    """One month.

    Attributes:
        begins: Its first day.
        first_meetings: Of the pairs that began in it, whenever they met.
        in_rhythm: Of the pairs under way on its last day (today, in a month that is not over), those in rhythm then.
        nudges: Of those sent in it, those that have been answered.
    """

    begins: date
    first_meetings: FirstMeetings
    in_rhythm: Share
    nudges: Share


@dataclass(frozen=True)
class Report:
    """The last months of a programme, the oldest first; the last one is not over. And their sums."""

    programme: str
    months: tuple[MonthFigures, ...]
    first_meetings: FirstMeetings
    nudges: Share
    locale: str | None = None

    @property
    def in_rhythm(self) -> Share:
        """The pairs in rhythm as of today."""
        return self.months[-1].in_rhythm


def month_ends(today: date) -> tuple[date, ...]:
    """The last days of the months of a report, the oldest first; of this month it is today."""
    ends = [today]
    while len(ends) < MONTHS:
        ends.append(ends[-1].replace(day=1) - _DAY)
    return tuple(reversed(ends))


def report(
    programme: str, pairs: Collection[PairDates], nudges: Iterable[NudgesOn], today: date, locale: str | None = None
) -> Report:
    """Count. Nudges of earlier months are left out."""
    by_day = [each for each in nudges if month_ends(today)[0].replace(day=1) <= each.day <= today]
    months = tuple(_month(end.replace(day=1), end, pairs, by_day) for end in month_ends(today))
    begun = [pair for pair in pairs if months[0].begins <= pair.began_on <= today]
    return Report(programme, months, _first_meetings(begun), _answered(by_day), locale)


def is_under_way(pair: PairDates, day: date) -> bool:
    """Whether a pair has begun by a day, has not ended and does not rest."""
    is_resting = any(begins <= day < ends for begins, ends in pair.rests)
    return pair.began_on <= day and (pair.ended_on is None or day < pair.ended_on) and not is_resting


def is_in_rhythm(pair: PairDates, day: date) -> bool:
    """Whether on a day no more than its rhythm and a week has passed since a pair met or began.

    Days in a pause do not count.
    """
    last = max(on for on in (pair.began_on, *pair.met_on) if on <= day)
    rested = (min(ends, day) - max(begins, last) for begins, ends in pair.rests)
    waited = day - last - sum((span for span in rested if span > timedelta()), timedelta())
    return waited <= timedelta(days=pair.rhythm_days) + GRACE


def _month(begins: date, end: date, pairs: Collection[PairDates], nudges: Collection[NudgesOn]) -> MonthFigures:
    there = [pair for pair in pairs if is_under_way(pair, end)]
    return MonthFigures(
        begins,
        _first_meetings([pair for pair in pairs if begins <= pair.began_on <= end]),
        Share(sum(is_in_rhythm(pair, end) for pair in there), len(there)),
        _answered([each for each in nudges if begins <= each.day <= end]),
    )


def _first_meetings(begun: Collection[PairDates]) -> FirstMeetings:
    # A session may be logged as of the evening before, where a partner lives west of whoever reads this.
    days = [max(0, (min(pair.met_on) - pair.began_on).days) for pair in begun if pair.met_on]
    return FirstMeetings(Share(len(days), len(begun)), median(days) if days else None)


def _answered(nudges: Collection[NudgesOn]) -> Share:
    return Share(sum(each.answered for each in nudges), sum(each.sent for each in nudges))
