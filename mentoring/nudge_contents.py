"""What each nudge says, gathered when it is sent or drawn again: facts as they stand then."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from mentoring.agreements import Version
from mentoring.checkpoints import Checkpoint
from mentoring.feedback import Question
from mentoring.home import AgendaLine
from mentoring.nudges.kinds import NudgeKind
from mentoring.pairs import Role
from mentoring.people import Person
from mentoring.promises import PromiseLine
from mentoring.pulses import PulseAsked
from mentoring.question_bank import Card
from mentoring.sessions import SessionKind
from mentoring.shared_goals import SharedGoal


class Outcome(StrEnum):
    """What became of something that a nudge asked."""

    PROPOSED = "proposed"
    PLANNED = "planned"
    MOVED = "moved"
    CANCELLED = "cancelled"
    MET = "met"
    MISSED = "missed"
    DISPUTED = "disputed"
    PAUSED = "paused"
    REPACED = "repaced"
    ENDED = "ended"
    DONE = "done"
    DROPPED = "dropped"
    REDATED = "redated"
    UNDATED = "undated"
    WITHDRAWN = "withdrawn"
    GOAL_REACHED = "goal reached"
    GOAL_DROPPED = "goal dropped"
    GOAL_REDATED = "goal redated"
    GOAL_UNDATED = "goal undated"
    GOAL_KEPT = "goal kept"
    REVISITED = "revisited"
    GOES_ON = "goes on"
    SHARED = "shared"
    BROUGHT = "brought"
    ASKED = "asked"
    CELEBRATED = "celebrated"
    CHECKED = "checked"
    CLOSED = "closed"
    AGREEMENT_PROPOSED = "agreement proposed"
    AGREED = "agreed"
    STILL_RIGHT = "still right"
    ANSWERED = "answered"
    DECLINED = "declined"
    PUT_OFF = "put off"
    TOLD = "told"
    LEFT = "left"
    WRITTEN = "written"
    THANKED = "thanked"
    SNOOZED = "snoozed"
    TURNED_OFF = "turned off"
    SETTLED = "settled"


class By(StrEnum):
    """Who did it: the reader, their partner, or nobody in particular."""

    ME = "me"
    PARTNER = "partner"
    NOBODY = "nobody"


@dataclass(frozen=True)
class About:
    """What all nudges have in common.

    Attributes:
        notice_id: What its answers go by; the receiver's alone.
        role: The reader's in the pair.
        step: Which of its kind's nudges it is, from 1 on.
    """

    notice_id: int
    pair_id: str
    partner: Person
    role: Role
    kind: NudgeKind
    step: int
    rhythm_days: int


@dataclass(frozen=True)
class FirstMeeting:
    """To both: they have not met yet. `step` 1 to 3."""

    about: About


@dataclass(frozen=True)
class HaveNotMet:
    """To both: they have not met for a while. `step` 1 or 2."""

    about: About
    last_met: date | None


@dataclass(frozen=True)
class BeforeSession:
    """To both: a session comes near; what there is to prepare it with.

    `promises_mine` and `promises_theirs` are open, the newest first; `checkpoints` those of open goals that are not
    reached; `partner_zone` is theirs where it differs. `card`
    is the same for both. `both_ways`: it is time to ask what each of them gets and gives.
    """

    about: About
    session_id: str
    session_kind: SessionKind
    planned_at: datetime
    partner_zone: str | None
    promises_mine: tuple[PromiseLine, ...]
    promises_theirs: tuple[PromiseLine, ...]
    agenda: tuple[AgendaLine, ...]
    card: Card | None
    both_ways: bool = False
    checkpoints: tuple[Checkpoint, ...] = ()


@dataclass(frozen=True)
class HourBefore:
    """To whoever asked for it: a session begins in an hour."""

    about: About
    session_id: str
    session_kind: SessionKind
    planned_at: datetime
    on_agenda: int


@dataclass(frozen=True)
class AfterSession:
    """To both: a planned session is over."""

    about: About
    session_id: str
    session_kind: SessionKind
    planned_at: datetime


@dataclass(frozen=True)
class PromiseHalfWay:
    """To its owner: a promise is half-way to its date, a day where they are."""

    about: About
    promise_id: str
    words: str
    due_on: date


@dataclass(frozen=True)
class AgreementDue:
    """To both: they have no agreement (`step` 1), one waits for the reader (2), or theirs is to be looked at again (3).

    `version` is the one that waits or holds.
    """

    about: About
    version: Version | None = None


@dataclass(frozen=True)
class GoalDue:
    """To both: a goal's date comes near (`step` `COMES`), or has passed. `due_on` is a day where the reader is."""

    about: About
    goal: SharedGoal
    due_on: date


@dataclass(frozen=True)
class HalfWay:
    """To both, half-way: what they work on. `partner_looked`: the partner has said what is to become of each."""

    about: About
    goals: tuple[SharedGoal, ...]
    partner_looked: bool


@dataclass(frozen=True)
class FeedbackDue:
    """To whoever owes feedback: the question once more."""

    about: About
    request_id: str
    question: Question


@dataclass(frozen=True)
class FeedbackFollowUp:
    """To whoever was given feedback two weeks ago: what came of it. `said` is the part of it that it asks about."""

    about: About
    feedback_id: str
    said: str


@dataclass(frozen=True)
class HorizonCheck:
    """To both, each alone: the horizon check is open. `step` 1: for the first time; 2: half-way."""

    about: About


@dataclass(frozen=True)
class BetweenSessions:
    """To one in turn: a light prompt, and the question for a small win."""

    about: About


@dataclass(frozen=True)
class WrapUp:
    """To both: a pair comes to its end. `step` 1: how to go on; 2: it has ended."""

    about: About
    ends_on: date


@dataclass(frozen=True)
class Echo:
    """To both, `months` after the end: what came of it."""

    about: About
    months: int


@dataclass(frozen=True)
class Settled:
    """In the place of a nudge that asks nothing any more: what became of it, by whom, and of when it tells.

    Attributes:
        at: An instant: of a planned session.
        on: A date: of a meeting or a promise, of the end of a pause or a pair, of the day when it is asked again.
        words: What somebody wrote, where that is for the reader.
        pulse: Whether a session was worth it, asked of somebody whose partner logged it.
    """

    about: About
    outcome: Outcome
    by: By = By.NOBODY
    at: datetime | None = None
    on: date | None = None
    words: str | None = None
    pulse: PulseAsked | None = None


# What asks, or helps; and what stands there afterwards.
Asking = (
    FirstMeeting
    | HaveNotMet
    | BeforeSession
    | HourBefore
    | AfterSession
    | PromiseHalfWay
    | AgreementDue
    | GoalDue
    | HalfWay
    | FeedbackDue
    | FeedbackFollowUp
    | HorizonCheck
    | BetweenSessions
    | WrapUp
    | Echo
)
NudgeContent = Asking | Settled


@dataclass(frozen=True)
class WhyNudged:
    """What somebody reads who asks why they see a nudge."""

    kind: NudgeKind
    partner: Person
    rhythm_days: int
