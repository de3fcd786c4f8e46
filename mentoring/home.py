"""App Home: what somebody sees there, and the likeliest next step."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from mentoring.celebrations import ConsentAsked
from mentoring.confidence import Confidence
from mentoring.consent import ShoutOutState
from mentoring.deliveries import Deliveries
from mentoring.feedback import RequestLine
from mentoring.nudges.kinds import UNLESS_CHANGED, NudgeKind
from mentoring.pairs import PairChoice, PairState, Role
from mentoring.people import Celebrations, Person
from mentoring.picked import AboutMessage
from mentoring.promises import PartnerPromise, PromiseLine
from mentoring.shared_goals import GoalLine
from mentoring.troubles import TroubleLine
from mentoring.wins import Audience

# ISO weekdays, from Monday to Friday.
WEEKDAYS = "12345"


class Step(StrEnum):
    """The likeliest next step, in the order in which they are offered."""

    ANSWER_INVITATION = "answer invitation"
    LOG_PLANNED = "log planned"
    ADD_MY_SIDE = "add my side"
    PREPARE = "prepare"
    REST = "rest"
    PLAN_FIRST = "plan first"
    PLAN = "plan"


@dataclass(frozen=True)
class Invitation:
    """A proposed pair that waits for this person, or for their partner."""

    pair_id: str
    role: Role
    partner: Person
    programme: str
    i_accepted: bool


@dataclass(frozen=True)
class PairCard:
    """A pair of this person's: with whom, how often, and when they last met (a date as the pair recorded it).

    `paused_until`: of one that rests; `ends_on`: of one that comes to its end, and may go on.
    """

    pair_id: str
    role: Role
    partner: Person
    partner_zone: str | None
    state: PairState
    rhythm_days: int
    sessions: int
    last_met: date | None
    paused_until: date | None = None
    ends_on: date | None = None


@dataclass(frozen=True)
class PlannedSession:
    """A session to come, or one whose time has passed and which nobody has logged."""

    session_id: str
    pair_id: str
    partner: Person
    planned_at: datetime


@dataclass(frozen=True)
class AgendaLine:
    """Something to be talked about in the next session with a partner; without an author, from their horizon check."""

    item_id: str
    author: Person | None
    partner: Person
    words: str
    message: AboutMessage | None = None


@dataclass(frozen=True)
class Preparation:
    """What there is to prepare a session with: what is to be talked about, and what both promised last.

    Of each the newest; `more_agenda`: how many things to be talked about there are besides.
    """

    agenda: tuple[AgendaLine, ...] = ()
    more_agenda: int = 0
    promises_mine: tuple[PromiseLine, ...] = ()
    promises_theirs: tuple[PromiseLine, ...] = ()


@dataclass(frozen=True)
class UnansweredSession:
    """A session that the partner recorded and this person has not."""

    session_id: str
    pair_id: str
    partner: Person
    happened_on: date


@dataclass(frozen=True)
class DisputedSession:
    """A session that this person recorded and of which their partner says that it was none."""

    partner: Person
    happened_on: date


@dataclass(frozen=True)
class WinLine:
    """A win in the journal: one's own, or one the partner shared; and the message that it is about.

    `widen_id` is the win's id where the reader can let more people see it; `post`: what has become of it on its way
    to the celebrations channel, if it is meant for that.
    """

    author: Person
    words: str
    audience: Audience
    on: date
    message: AboutMessage | None = None
    widen_id: str | None = None
    post: ShoutOutState | None = None


@dataclass(frozen=True)
class Settings:
    """What holds for somebody: hours of their own or their programme's, in a zone that Slack gave or, unknown, UTC.

    Attributes:
        works_on: Their working days, ISO weekdays from "1", Monday, to "7".
        country: Whose public holidays are theirs, if they chose one: an ISO 3166 code.
        programmes_country: Whose are theirs otherwise; none: they have none.
        kinds: The kinds of nudges they get.
    """

    time_zone: str
    time_zone_is_known: bool
    works_from: time
    works_until: time
    celebrations: Celebrations
    works_on: str = WEEKDAYS
    country: str | None = None
    programmes_country: str | None = None
    kinds: frozenset[NudgeKind] = UNLESS_CHANGED


@dataclass(frozen=True)
class PairLine:
    """A pair as its organiser sees it: that it is, when it met, how often; never what was said.

    `waits_since`: when it was proposed, of one whose answer has been long in coming. `ended_at`: of one that ended
    lately. `asked_on`: the days, since it last met, on which it was asked whether it will. `paused_until`: of one that
    rests.
    """

    pair_id: str
    mentor: Person
    mentee: Person
    state: PairState
    sessions: int
    last_met: date | None
    waits_for: tuple[Person, ...] = ()
    waits_since: datetime | None = None
    ended_at: datetime | None = None
    asked_on: tuple[date, ...] = ()
    paused_until: date | None = None


@dataclass(frozen=True)
class JoinWish:
    """That somebody would like to be paired in a role; `another`: they were before, and would like another partner."""

    id: str
    person: Person
    role: Role
    since: datetime
    another: bool = False


@dataclass(frozen=True)
class Board:
    """What an organiser sees beside their own: their programme and its pairs."""

    programme: str
    channel: str | None
    pairs: tuple[PairLine, ...]
    more_pairs: int = 0
    # Who would like to talk to the reader, whom they have told so.
    talks: tuple[TroubleLine, ...] = ()


@dataclass(frozen=True)
class LeftOut:
    """How many of each there are beside those in a picture."""

    invitations: int = 0
    agenda: int = 0
    pairs: int = 0
    goals: int = 0
    confidence: int = 0
    promises_mine: int = 0
    proposals: int = 0
    promises_theirs: int = 0


@dataclass(frozen=True)
class HomePicture:
    """All that App Home shows one person, as of `now`. `deliveries`: for an organiser, of the last thirty days.

    `completed`: of somebody in no pair, the one they completed last.
    """

    me: Person
    now: datetime
    settings: Settings
    step: Step | None
    invitations: tuple[Invitation, ...] = ()
    questions: tuple[ConsentAsked, ...] = ()
    more_questions: int = 0
    next_session: PlannedSession | None = None
    preparation: Preparation = Preparation()
    to_log: PlannedSession | None = None
    to_add: UnansweredSession | None = None
    agenda: tuple[AgendaLine, ...] = ()
    disputed: tuple[DisputedSession, ...] = ()
    pairs: tuple[PairCard, ...] = ()
    completed: PairChoice | None = None
    goals: tuple[GoalLine, ...] = ()
    promises_mine: tuple[PartnerPromise, ...] = ()
    proposals: tuple[PartnerPromise, ...] = ()
    promises_theirs: tuple[PartnerPromise, ...] = ()
    # Of each pair in which the reader noted any; read by them alone.
    confidence: tuple[Confidence, ...] = ()
    wins: tuple[WinLine, ...] = ()
    more_wins: int = 0
    boards: tuple[Board, ...] = ()
    deliveries: Deliveries | None = None
    my_wishes: tuple[JoinWish, ...] = ()
    wishes: tuple[JoinWish, ...] = ()
    organisers: tuple[Person, ...] = ()
    # The oldest request for the reader's feedback, and how many wait besides.
    feedback_asked: RequestLine | None = None
    more_feedback: int = 0
    locale: str | None = None
    left_out: LeftOut = LeftOut()


def likeliest_step(
    *,
    awaits_answer: bool,
    to_log: PlannedSession | None,
    to_add: UnansweredSession | None,
    next_session: PlannedSession | None,
    pairs: tuple[PairCard, ...],
) -> Step | None:
    """Pick the one step to offer first; none for somebody in no pair."""
    if awaits_answer:
        return Step.ANSWER_INVITATION
    if to_log:
        return Step.LOG_PLANNED
    if to_add:
        return Step.ADD_MY_SIDE
    if not pairs:
        return None
    if next_session:
        return Step.PREPARE
    if all(pair.paused_until for pair in pairs):
        return Step.REST
    return Step.PLAN if any(pair.sessions for pair in pairs) else Step.PLAN_FIRST


def longest_apart_first(pairs: tuple[PairCard, ...]) -> tuple[PairCard, ...]:
    """Pairs as they may need somebody: the longer since they met, the earlier; those that rest come last."""
    return tuple(sorted(pairs, key=lambda pair: (pair.paused_until is not None, pair.last_met or date.min)))
