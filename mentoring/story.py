"""The story of somebody's pairs as they may read it: what happened, the newest first, a page at a time.

What is private in it is the reader's own; the partner's is never in it.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from mentoring.feedback import Afterwards, Given
from mentoring.goals import GoalWords
from mentoring.home import WinLine
from mentoring.horizon import Answers
from mentoring.milestones import Milestone
from mentoring.pairs import PairChoice, PairState, Role
from mentoring.people import Person
from mentoring.pulses import Worth
from mentoring.reviews import Answer, ReviewKind
from mentoring.sessions import SessionKind
from mentoring.shared_goals import GoalState

# As much as fits into a view if each is as long as can be typed.
ENTRIES_A_PAGE = 8


class Part(StrEnum):
    """What somebody reads of a story. The value goes to Slack and back."""

    EVERYTHING = "everything"
    SESSIONS = "sessions"
    WINS = "wins"
    GOALS = "goals"
    FEEDBACK = "feedback"
    LOOKING_BACK = "looking back"


@dataclass(frozen=True)
class Moment:
    """When something was, and with whom.

    Attributes:
        on: A date: the session's, or where the reader is.
        at: An instant, which orders what was on one day.
        partner: None: it was in no pair.
    """

    on: date
    at: datetime
    partner: Person | None


@dataclass(frozen=True)
class PairTold:
    """The pair began, or ended: `state` is what it was from then on."""

    moment: Moment
    role: Role
    state: PairState


@dataclass(frozen=True)
class Agreed:
    """The two agreed on how they go about it; `is_first`: they had not before."""

    moment: Moment
    is_first: bool


@dataclass(frozen=True)
class PulseTold:
    """Whether a session was worth its time, in one tap and in words: both, or one of them.

    `is_shared`: the partner has read something of it.
    """

    worth: Worth | None
    words: str | None
    is_shared: bool = False


@dataclass(frozen=True)
class Met:
    """A session.

    Attributes:
        notes: What the reader noted for both.
        partners_notes: What the partner did.
        reflection: The reader's own, which nobody else reads; so is `feeling`, from 1 to 5.
        pulse: The reader's own, of which the partner has read what they shared.
        partners_pulse: What the partner shared of theirs.
        is_disputed: The partner says that they did not meet; the record is the reader's alone.
    """

    moment: Moment
    role: Role
    kind: SessionKind
    notes: str | None = None
    partners_notes: str | None = None
    reflection: str | None = None
    feeling: int | None = None
    pulse: PulseTold | None = None
    partners_pulse: PulseTold | None = None
    is_disputed: bool = False


@dataclass(frozen=True)
class Won:
    """A win: the reader's own, or one that the partner shared."""

    moment: Moment
    win: WinLine


@dataclass(frozen=True)
class Reached:
    """A milestone."""

    moment: Moment
    milestone: Milestone


@dataclass(frozen=True)
class GoalTold:
    """A goal was agreed on, reached or dropped."""

    moment: Moment
    words: GoalWords
    state: GoalState


@dataclass(frozen=True)
class GoalChanged:
    """A goal was worded anew, or, if it `was` reached or dropped, taken up again; `before` is how it read."""

    moment: Moment
    before: GoalWords
    was: GoalState


@dataclass(frozen=True)
class Ticked:
    """A checkpoint was reached; `goal` is what it leads to."""

    moment: Moment
    words: str
    goal: str


@dataclass(frozen=True)
class FeedbackTold:
    """Feedback was given; `giver`: the role of whoever did, and `is_mine`: the reader did."""

    moment: Moment
    given: Given
    giver: Role
    is_mine: bool
    afterwards: Afterwards


@dataclass(frozen=True)
class Shared:
    """Something that one of the two told the other between two sessions."""

    moment: Moment
    words: str
    is_mine: bool


@dataclass(frozen=True)
class LookedBack:
    """Somebody looked back: the reader, whose answers nobody else reads but for what they shared; or the partner.

    Attributes:
        role: Of whoever wrote it.
        answers: The reader's own, or what the partner shared.
        has_shared: Of the reader's own: the partner has read some of it.
        months: Of an echo, how long after the end.
    """

    moment: Moment
    kind: ReviewKind
    role: Role
    answers: tuple[Answer, ...]
    is_mine: bool
    has_shared: bool = False
    months: int = 0


@dataclass(frozen=True)
class Thanked:
    """A note of thanks, which both read."""

    moment: Moment
    words: str
    is_mine: bool


@dataclass(frozen=True)
class HorizonTold:
    """What the reader answered in a horizon check, for them alone; `is_compared`: both have been told of it."""

    moment: Moment
    answers: Answers
    is_compared: bool


Entry = (
    PairTold
    | Agreed
    | Met
    | Won
    | Reached
    | GoalTold
    | GoalChanged
    | Ticked
    | FeedbackTold
    | Shared
    | LookedBack
    | Thanked
    | HorizonTold
)


@dataclass(frozen=True)
class StoryPage:
    """A page of it.

    Attributes:
        me: Who reads it; none: somebody Rapport has not met.
        pairs: All of theirs that ever began, to choose from.
        pair_id: The one whose story it is; none: of all.
        part: What of it.
        skipped: How many newer entries come before.
        has_older: Whether any come after.
    """

    me: Person | None
    entries: tuple[Entry, ...] = ()
    pairs: tuple[PairChoice, ...] = ()
    pair_id: str | None = None
    part: Part = Part.EVERYTHING
    skipped: int = 0
    has_older: bool = False
    locale: str | None = None
