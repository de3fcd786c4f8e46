"""What the rules of nudges see of a pair: facts and dates, never anybody's words."""

from dataclasses import dataclass
from datetime import date, datetime

from mentoring.horizon import Round
from mentoring.hours import Hours
from mentoring.nudges.diary import Diary, Pause
from mentoring.nudges.kinds import NudgeKind
from mentoring.pairs import PairState
from mentoring.promises import PromiseState
from mentoring.sessions import SessionKind, SessionState


@dataclass(frozen=True)
class Key:
    """What tells one nudge from any other: it is told once.

    Attributes:
        subject: The id of what it is about: a pair, a session, a promise.
        occurrence: Which time it is told of that: made of local dates and counts alone, so that it stays the same
            whatever clock or zone somebody moves to.
        receiver: The id of the person.
    """

    kind: NudgeKind
    subject: str
    occurrence: str
    receiver: str


@dataclass(frozen=True)
class Told:
    """A nudge that was sent or waits to be; one that was cancelled or has expired unsent was not told.

    Attributes:
        day: The receiver's date when it was chosen, as it was then.
        is_answered: A button of it was pressed, or what it asked for was done.
        snoozed_until: The date where the receiver is from which it may come once more.
        still_asks: It has neither been answered for good nor lost its reason: its buttons are there.
    """

    key: Key
    day: date
    is_answered: bool = False
    snoozed_until: date | None = None
    still_asks: bool = True


@dataclass(frozen=True)
class Member:
    """One of a pair: when they work, and what they wish of nudges."""

    person_id: str
    hours: Hours
    kinds_off: frozenset[NudgeKind] = frozenset()
    wants_hour_before: bool = False


@dataclass(frozen=True)
class SessionSeen:
    """A session, as the rules see it.

    Attributes:
        planned_at: When it begins; of one that was recorded without a plan, none.
        arranged_at: When it got that time, planned or moved.
        zone: The IANA zone in which it was planned: its date there names it.
        happened_on: The date that was recorded.
        changed_at: When it was disputed, missed or cancelled.
    """

    id: str
    state: SessionState
    kind: SessionKind = SessionKind.SESSION
    planned_at: datetime | None = None
    arranged_at: datetime | None = None
    zone: str = "UTC"
    minutes: int = 60
    happened_on: date | None = None
    changed_at: datetime | None = None


@dataclass(frozen=True)
class PromiseSeen:
    """A promise with a date, as the rules see it. `dated_at`: when it got that date, or was accepted with it."""

    id: str
    owner_id: str
    state: PromiseState
    due_on: date
    dated_at: datetime


@dataclass(frozen=True)
class GoalSeen:
    """An open goal with a date, as the rules see it.

    `revisited_at`: when one of the pair last said what is to become of it: wrote it, changed it or kept it as it was.
    """

    id: str
    due_on: date
    revisited_at: datetime


@dataclass(frozen=True)
class FeedbackSeen:
    """Feedback that somebody owes, or what came of which they have not said, as the rules see it.

    Attributes:
        to_id: Who owes it, or was given it.
        since: When it was asked for or last put off; or, `is_given`, when it was given.
        put_offs: How often who owes it would rather answer later.
    """

    id: str
    to_id: str
    since: datetime
    is_given: bool = False
    put_offs: int = 0


@dataclass(frozen=True)
class AgreementSeen:
    """A version of an agreement that waits for an answer or holds, as the rules see it.

    Attributes:
        number: Which version it is, from 1 on.
        author_id: Who proposed it.
        is_agreed: It holds.
        since: When it was proposed; of one that holds, when one of them last said that it is right.
        confirmations: How often that was said after both had agreed.
    """

    number: int
    author_id: str
    is_agreed: bool
    since: datetime
    confirmations: int = 0


@dataclass(frozen=True)
class HorizonSeen:
    """That one of a pair has answered a horizon check; never what."""

    author_id: str
    round: Round


@dataclass(frozen=True)
class SilenceSeen:
    """That one of a pair said that they wait for an answer of their partner's, on a date where the partner was."""

    partner_id: str
    said_on: date


@dataclass(frozen=True)
class Snapshot:
    """A pair, as the rules of nudges see it.

    Attributes:
        length_months: How long it is to last, from acceptance on, pauses added; going on makes it longer.
        accepted_at: When the second of the two accepted.
        ended_at: When somebody finished it or ended it early; none where time alone completed it.
        pauses: All it has had.
        sessions: The last that happened; those planned; those disputed, missed or cancelled since then.
        promises: Those that have a date.
        goals: Those that are worked on and have a date.
        feedback: What is owed, and what came of which has not been said.
        agreements: The agreement that waits for an answer, and the one that holds.
        horizon: The horizon checks that either has answered.
        silences: All that either has said.
        told: All nudges that either was told about it.
    """

    pair_id: str
    state: PairState
    rhythm_days: int
    length_months: int
    accepted_at: datetime | None
    mentor: Member
    mentee: Member
    ended_at: datetime | None = None
    pauses: tuple[Pause, ...] = ()
    sessions: tuple[SessionSeen, ...] = ()
    promises: tuple[PromiseSeen, ...] = ()
    goals: tuple[GoalSeen, ...] = ()
    feedback: tuple[FeedbackSeen, ...] = ()
    agreements: tuple[AgreementSeen, ...] = ()
    horizon: tuple[HorizonSeen, ...] = ()
    silences: tuple[SilenceSeen, ...] = ()
    told: tuple[Told, ...] = ()

    @property
    def members(self) -> tuple[Member, Member]:
        """Both."""
        return self.mentor, self.mentee

    def diary(self, member: Member) -> Diary:
        """When one of them may be nudged about this pair."""
        return Diary(member.hours, self.pauses)

    @property
    def proposed(self) -> AgreementSeen | None:
        """The agreement that waits for an answer."""
        return next((each for each in self.agreements if not each.is_agreed), None)

    @property
    def agreed(self) -> AgreementSeen | None:
        """The agreement that holds."""
        return next((each for each in self.agreements if each.is_agreed), None)

    @property
    def last_met(self) -> date | None:
        """When they last met, as it was recorded; what is disputed does not count."""
        days = [each.happened_on for each in self.sessions if each.state is SessionState.HAPPENED and each.happened_on]
        return max(days, default=None)
