"""Sessions and check-ins: what a form says of them, and which session a check-in belongs to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from mentoring.checkpoints import GoalSteps
from mentoring.pairs import PairChoice
from mentoring.refusals import Reason, Refusal
from mentoring.wins import Audience

# How far apart two records may lie and still be offered as of the same session.
SAME_SESSION_WITHIN = timedelta(days=2)
MAX_PROMISES = 20


class SessionState(StrEnum):
    """What became of a session."""

    PLANNED = "planned"
    HAPPENED = "happened"
    DISPUTED = "disputed"
    MISSED = "missed"
    CANCELLED = "cancelled"


class SessionKind(StrEnum):
    """How a pair met."""

    SESSION = "session"
    COFFEE_CHAT = "coffee chat"
    WRITTEN = "written"


@dataclass(frozen=True)
class Seen:
    """What a form showed, when it was opened, of that which both of a pair can change.

    `on` is the date of the session that it is about; nothing where the form showed nothing.
    """

    next_at: datetime | None = None
    on: date | None = None
    kind: SessionKind | None = None
    minutes: int | None = None


NOTHING_SEEN = Seen()


@dataclass(frozen=True)
class CheckInValues:
    """What one person entered of a session.

    `session_id` is the planned or already recorded session this one is; `is_new` says that it is none of those which
    the form offered; neither: the form had none to offer. `happened_on` is the date where the writer is. Promises are
    one a line. `feeling` runs from 1 to 5. `reflection` and `feeling` are read by the writer alone; `question` is the
    number of the one that the form asked for the reflection. `ticked`: the ids of the checkpoints that it ticks off.
    What is as the form had `seen` it was left alone.
    """

    pair_id: str
    happened_on: date
    session_id: str | None = None
    is_new: bool = False
    kind: SessionKind = SessionKind.SESSION
    notes: str | None = None
    my_promises: tuple[str, ...] = ()
    their_promises: tuple[str, ...] = ()
    next_at: datetime | None = None
    feeling: int | None = None
    reflection: str | None = None
    question: int = 1
    ticked: frozenset[str] = frozenset()
    win: str | None = None
    win_audience: Audience = Audience.PARTNER
    seen: Seen = NOTHING_SEEN

    @property
    def chosen_next_at(self) -> datetime | None:
        """The next session, if this person chose another time than the form showed."""
        return None if self.next_at == self.seen.next_at else self.next_at


@dataclass(frozen=True)
class SessionChoice:
    """A session that a check-in may be about: planned and due, or recorded by the partner alone.

    `on` is its date where the reader is; `partner_logged` tells the second kind from the first.
    """

    id: str
    on: date
    partner_logged: bool


@dataclass(frozen=True)
class CheckInDraft:
    """What the check-in form starts with: nothing yet, or the entry `check_in_id` that is to be edited.

    `today` is the writer's local date, `time_zone` their IANA zone; `next_at` what is planned already. `happened_on`
    and `kind` are those of the entry. `goals` have the checkpoints that the whole form offers to tick off; reached are
    those that the entry has ticked. `asks_again`: the form was submitted while the partner logged
    a session near, so it now asks whether that is the same. `clashes`: the fields that the partner changed, too, while
    the form was open; `seen` has theirs.
    """

    pairs: tuple[PairChoice, ...]
    pair: PairChoice
    today: date
    sessions: tuple[SessionChoice, ...] = ()
    chosen_session: SessionChoice | None = None
    next_at: datetime | None = None
    channel_is_set: bool = False
    locale: str | None = None
    notes: str = ""
    asks_again: bool = False
    check_in_id: str | None = None
    time_zone: str = "UTC"
    happened_on: date | None = None
    kind: SessionKind = SessionKind.SESSION
    my_promises: tuple[str, ...] = ()
    their_promises: tuple[str, ...] = ()
    feeling: int | None = None
    reflection: str | None = None
    question: int = 1
    goals: tuple[GoalSteps, ...] = ()
    seen: Seen = NOTHING_SEEN
    clashes: frozenset[str] = frozenset()

    @property
    def day(self) -> date:
        """The day that the form starts with, never in the future."""
        known = self.happened_on or (self.chosen_session.on if self.chosen_session else self.today)
        return min(known, self.today)


def likeliest(sessions: Sequence[SessionChoice], today: date) -> SessionChoice | None:
    """Pick the session that a check-in written today is most likely about: the nearest within two days."""
    near = [session for session in sessions if abs(today - session.on) <= SAME_SESSION_WITHIN]
    return min(near, key=lambda session: (abs(today - session.on), session.id), default=None)


def refusals_of_check_in(values: CheckInValues, today: date, now: datetime) -> Iterator[Refusal]:
    """Say what is wrong with a check-in written at `now`, where the writer's date is `today`."""
    if values.happened_on > today:
        yield Refusal(Reason.DATE_IN_FUTURE, "happened_on")
    if values.chosen_next_at is not None and values.chosen_next_at <= now:
        yield Refusal(Reason.PLAN_IN_PAST, "next_at")
    for field, promises in (("my_promises", values.my_promises), ("their_promises", values.their_promises)):
        if len(promises) > MAX_PROMISES:
            yield Refusal(Reason.TOO_MANY_PROMISES, field, most=MAX_PROMISES)
