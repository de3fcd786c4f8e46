"""Times to suggest for a session: in the hours of both, or else at their edges, each one's in turn."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice

from mentoring.hours import Hours, at_local, local, works_on
from mentoring.nudges.diary import Pause

SUGGESTED = 3
GRID = timedelta(minutes=30)
# In days: how far to look for times that suit both, and how far for any at all.
NEAR, FAR = 14, 60
# Local: outside of these hours people sleep.
WAKES, SLEEPS = time(7), time(22)

_DAY, _NONE = timedelta(days=1), timedelta()


@dataclass(frozen=True)
class Suggesting:
    """What there is to know about two people who look for a time.

    Attributes:
        mine: The hours of whoever looks; on their clock the times are whole or half hours.
        theirs: The hours of their partner.
        minutes: How long the session lasts.
        pauses: When the pair rests, or one of the two is in another session.
        favours_me: Whether, where no time suits both, the better one is for whoever looks.
    """

    mine: Hours
    theirs: Hours
    minutes: int
    pauses: tuple[Pause, ...] = ()
    favours_me: bool = False

    @property
    def both(self) -> tuple[Hours, Hours]:
        """The hours of each."""
        return self.mine, self.theirs


def suggest(about: Suggesting, now: datetime, first: date, most: int = SUGGESTED) -> tuple[datetime, ...]:
    """Suggest times for a session, in UTC, the earliest first: each on another day as far as there are such.

    None lies before tomorrow, as each of the two counts days; on a day on which either of them does not work; or in a
    pause.

    Args:
        about: The two.
        now: The present.
        first: The date, of whoever looks, from which to look.
        most: How many to suggest.
    """
    first = max(first, local(now, about.mine.zone).date() + _DAY)
    for days in (range(NEAR), range(NEAR, FAR)):
        span = [first + timedelta(days=n) for n in days]
        found = _suiting(about, now, span, most) or _at_the_edges(about, now, span, most)
        if found:
            return found
    return ()


def outside(at: datetime, minutes: int, hours: Hours) -> timedelta:
    """How much of a session, and of the time around it, lies outside of somebody's hours: before them, or after."""
    begins, ends = _on_the_clock(at, minutes, hours)
    opens = datetime.combine(begins.date(), hours.works_from)
    closes = datetime.combine(begins.date(), hours.works_until)
    return max(_NONE, opens - begins) + max(_NONE, ends - closes)


def favours_me(about: Suggesting, last: datetime | None) -> bool:
    """Whether the better time is for whoever looks: the last one was worse for them.

    Where it was the same for both, or there was none, whoever looks gives it to the other.
    """
    if last is None:
        return False
    mine, theirs = _outside(about, last)
    return mine > theirs


def _suiting(about: Suggesting, now: datetime, days: Iterable[date], most: int) -> tuple[datetime, ...]:
    """Times in the hours of both, on the first days that have such."""
    open_days = (
        [at for at in _half_hours(about, now, day, about.mine.works_from, about.mine.works_until) if _suits(about, at)]
        for day in days
    )
    return _spread(list(islice(filter(None, open_days), most)), most)


def _at_the_edges(about: Suggesting, now: datetime, days: Iterable[date], most: int) -> tuple[datetime, ...]:
    """The time of each day that asks least of the two together; of such, the one that suits best whose turn it is.

    Of days that ask more than others none is chosen, as long as there are others.
    """

    def asks(at: datetime) -> tuple[bool, timedelta, timedelta, datetime]:
        mine, theirs = _outside(about, at)
        sleep = any(not _is_awake(at, about.minutes, hours) for hours in about.both)
        return sleep, mine + theirs, mine if about.favours_me else theirs, at

    all_day = ([asks(at) for at in _half_hours(about, now, day, time.min, time.max)] for day in days)
    best = sorted(min(day) for day in all_day if day)
    return tuple(sorted(at for *_, at in best[:most]))


def _half_hours(about: Suggesting, now: datetime, day: date, since: time, until: time) -> Iterator[datetime]:
    """The half hours of a day, as whoever looks counts, at which both could begin to meet."""
    if not works_on(day, about.mine):
        return
    clock, end = datetime.combine(day, _on_the_grid(since)), datetime.combine(day, until)
    while clock < end:
        at = at_local(day, clock.time(), about.mine.zone)
        # A half hour that a change of clocks skips would be another one.
        is_there = local(at, about.mine.zone).replace(tzinfo=None) == clock
        if is_there and all(_could(at, about, now, each) for each in about.both):
            yield at
        clock += GRID


def _on_the_grid(at: time) -> time:
    """The first half hour from a time on."""
    if at.minute in (0, 30):
        return at
    return time(at.hour, 30) if at.minute < 30 or at.hour == 23 else time(at.hour + 1)


def _could(at: datetime, about: Suggesting, now: datetime, hours: Hours) -> bool:
    begins, ends = _on_the_clock(at, about.minutes, hours)
    if begins.date() <= local(now, hours.zone).date():
        return False
    if not (works_on(begins.date(), hours) and works_on(ends.date(), hours)):
        return False
    over = at + timedelta(minutes=about.minutes)
    return not any(pause.since < over and at < pause.until for pause in about.pauses)


def _suits(about: Suggesting, at: datetime) -> bool:
    return not any(_outside(about, at))


def _spread(days: Sequence[Sequence[datetime]], most: int) -> tuple[datetime, ...]:
    """Early on one day, later on the next; of fewer days than wanted, several of each."""
    chosen: list[datetime] = []
    for quarter in (1, 3, 2, 0, 4):
        for place, day in enumerate(days):
            # By turns a quarter and three quarters of the way through what a day has.
            part = quarter if place % 2 == 0 else 4 - quarter
            at = day[(len(day) - 1) * part // 4]
            if len(chosen) < most and at not in chosen:
                chosen.append(at)
    return tuple(sorted(chosen))


def _is_awake(at: datetime, minutes: int, hours: Hours) -> bool:
    begins, ends = _on_the_clock(at, minutes, hours)
    return begins.time() >= WAKES and ends <= datetime.combine(begins.date(), SLEEPS)


def _outside(about: Suggesting, at: datetime) -> tuple[timedelta, timedelta]:
    return outside(at, about.minutes, about.mine), outside(at, about.minutes, about.theirs)


def _on_the_clock(at: datetime, minutes: int, hours: Hours) -> tuple[datetime, datetime]:
    """When a session begins and ends on somebody's clock, without its zone."""
    begins = local(at, hours.zone).replace(tzinfo=None)
    ends = local(at + timedelta(minutes=minutes), hours.zone).replace(tzinfo=None)
    return begins, ends
