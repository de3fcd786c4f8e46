"""Planning a session: what the forms hold, what cannot stand, and what each of a pair is told."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mentoring.pairs import PairChoice
from mentoring.people import Person
from mentoring.refusals import Reason, Refusal
from mentoring.sessions import NOTHING_SEEN, Seen, SessionKind

USUAL_MINUTES = 60
LEAST_MINUTES, MOST_MINUTES = 10, 480


@dataclass(frozen=True)
class PlanDraft:
    """What the forms start with that plan a session, or propose times for one. All times are instants.

    Attributes:
        pairs: All pairs of whoever plans that meet.
        pair: The one it is about.
        time_zone: The IANA zone of whoever plans.
        partner_zone: Their partner's.
        times: What is suggested.
        suits: Whether that lies in the hours of both, and not at their edges.
        session_id: The session that is moved; none: a new one is planned.
        planned_at: When that is planned.
        has_passed: Whether that time has passed.
        chosen: What was entered, when the form comes back.
        seen: What the form showed of that which both can change.
        clashes: The fields that the partner has changed since.
        offer_id: What the partner proposes at the moment, if anything.
        offered: The times of that which lie ahead.
    """

    pairs: tuple[PairChoice, ...]
    pair: PairChoice
    time_zone: str
    partner_zone: str
    locale: str | None = None
    times: tuple[datetime, ...] = ()
    suits: bool = True
    session_id: str | None = None
    planned_at: datetime | None = None
    has_passed: bool = False
    chosen: datetime | None = None
    kind: SessionKind = SessionKind.SESSION
    minutes: int = USUAL_MINUTES
    seen: Seen = NOTHING_SEEN
    clashes: frozenset[str] = frozenset()
    offer_id: str | None = None
    offered: tuple[datetime, ...] = ()


@dataclass(frozen=True)
class PlanValues:
    """What somebody entered who plans a session or moves one; `seen` is the time that the form showed as planned.

    `session_id` is the session that the form was opened for.
    """

    pair_id: str
    at: datetime
    kind: SessionKind = SessionKind.SESSION
    minutes: int = USUAL_MINUTES
    session_id: str | None = None
    seen: Seen = NOTHING_SEEN


@dataclass(frozen=True)
class OfferValues:
    """The times that somebody proposes, each by the field in which it was entered; and as in `PlanValues`.

    `seen_offer` is what the form showed that the partner proposes.
    """

    pair_id: str
    times: Mapping[str, datetime]
    kind: SessionKind = SessionKind.SESSION
    minutes: int = USUAL_MINUTES
    session_id: str | None = None
    seen_offer: str | None = None


class Standing(StrEnum):
    """What has become of a plan that somebody was told of."""

    PLANNED = "planned"
    CHANGED = "changed"
    CALLED_OFF = "called off"
    OVER = "over"


@dataclass(frozen=True)
class SessionArranged:
    """To one of a pair: a session is planned, or was changed.

    Attributes:
        partner: The other.
        at: When it is, as it was planned then.
        by_me: Whether the reader did it.
        moved: Whether it was planned for another time before.
        standing: What has become of that since.
    """

    session_id: str
    pair_id: str
    partner: Person
    at: datetime
    minutes: int
    kind: SessionKind
    by_me: bool
    moved: bool = False
    standing: Standing = Standing.PLANNED


@dataclass(frozen=True)
class GroupArranged:
    """To both in their group message: a session that both wanted is planned. Each reads the time in their own zone."""

    session_id: str
    pair_id: str
    people: tuple[tuple[Person, str], ...]
    at: datetime
    minutes: int
    kind: SessionKind
    standing: Standing = Standing.PLANNED


@dataclass(frozen=True)
class SessionCalledOff:
    """To one of a pair: their session is cancelled, or was missed.

    Attributes:
        at: When it was to be.
        by_me: Whether the reader said so.
        missed: Whether its time had passed, and they had not met.
        planned_anew: Whether the next one has been planned.
        tells_partner: Whether the other hears of it; not of a plan that had not reached them.
    """

    session_id: str
    pair_id: str
    partner: Person
    at: datetime
    by_me: bool
    missed: bool
    planned_anew: bool = False
    tells_partner: bool = True


@dataclass(frozen=True)
class TimesOffered:
    """To one of a pair: times that their partner proposes, or that they proposed themselves.

    Attributes:
        times: Each with its id, the earliest first.
        is_mine: Whether the reader proposed them.
        taken: When the session is, once one was taken.
        is_settled: Whether none can be taken any more.
        instead_of: What is planned already, and would be moved.
    """

    offer_id: str
    partner: Person
    times: tuple[tuple[str, datetime], ...]
    kind: SessionKind
    minutes: int
    is_mine: bool
    taken: datetime | None = None
    is_settled: bool = False
    instead_of: datetime | None = None


@dataclass(frozen=True)
class CalendarEntry:
    """A session as a calendar holds it; it tells nothing but with whom and when.

    Attributes:
        revision: How often it was changed: of several entries a calendar keeps the newest.
        changed_at: When it was changed last.
    """

    session_id: str
    partner: Person
    at: datetime
    minutes: int
    revision: int
    changed_at: datetime
    is_called_off: bool
    time_zone: str = "UTC"
    locale: str | None = None


def refusals_of_plan(values: PlanValues, now: datetime) -> Iterator[Refusal]:
    """Say what is wrong with a plan. A time that is left as it was seen may have passed."""
    if values.at <= now and values.at != values.seen.next_at:
        yield Refusal(Reason.PLAN_IN_PAST, "at")
    yield from _refusals_of_minutes(values.minutes)


def refusals_of_offer(values: OfferValues, now: datetime) -> Iterator[Refusal]:
    """Say what is wrong with times that are proposed."""
    if not values.times:
        yield Refusal(Reason.EMPTY, "time_1")
    for field, at in values.times.items():
        if at <= now:
            yield Refusal(Reason.PLAN_IN_PAST, field)
    yield from _refusals_of_minutes(values.minutes)


def _refusals_of_minutes(minutes: int) -> Iterator[Refusal]:
    if not LEAST_MINUTES <= minutes <= MOST_MINUTES:
        yield Refusal(Reason.BAD_MINUTES, "minutes")
