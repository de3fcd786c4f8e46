"""Looking back: the forms at half-way, at a reached goal, at the end of a pair, and months after it.

What somebody answers is theirs alone until they share it with their partner, all of it or some. What is shared is the
partner's to read as it was then, whatever becomes of the answer.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from hashlib import sha256

from mentoring.nudges.course import add_months
from mentoring.nudges.echo import AFTER
from mentoring.pairs import LIVELY, PairChoice, PairState, Role
from mentoring.people import Person


class ReviewKind(StrEnum):
    """When somebody looks back. The value is stored."""

    HALF_WAY = "half-way"
    GOAL = "goal"
    END = "end"
    ECHO = "echo"


class Question(StrEnum):
    """What they are asked then. The value is stored."""

    CHANGED = "changed"
    HELPS = "helps"
    MORE = "more"
    HOW_IT_GOES = "how it goes"
    MADE_POSSIBLE = "made possible"
    NEXT = "next"
    TAKES_ALONG = "takes along"
    FIRST_DAY = "first day"
    HELPED_MOST = "helped most"
    PROGRAMME = "programme"
    HOW_IT_WAS = "how it was"
    CAME_OF_IT = "came of it"
    LASTED = "lasted"
    WOULD_MENTOR = "would mentor"

    @property
    def field(self) -> str:
        """What its field in a form is called."""
        return self.value.replace(" ", "_")


QUESTIONS: Mapping[ReviewKind, tuple[Question, ...]] = {
    ReviewKind.HALF_WAY: (Question.CHANGED, Question.HELPS, Question.MORE, Question.HOW_IT_GOES),
    ReviewKind.GOAL: (Question.MADE_POSSIBLE, Question.NEXT),
    ReviewKind.END: (
        Question.TAKES_ALONG,
        Question.FIRST_DAY,
        Question.HELPED_MOST,
        Question.PROGRAMME,
        Question.HOW_IT_WAS,
    ),
    ReviewKind.ECHO: (Question.CAME_OF_IT, Question.LASTED, Question.WOULD_MENTOR),
}
# Each choice is one character, so that no sealed one is told from another by its length.
YES, PERHAPS, NO = "y", "p", "n"
_SCORES = ("1", "2", "3", "4", "5")
# Of these one is chosen; all others are answered in words.
CHOICES: Mapping[Question, tuple[str, ...]] = {
    Question.HOW_IT_GOES: _SCORES,
    Question.HOW_IT_WAS: _SCORES,
    Question.WOULD_MENTOR: (YES, PERHAPS, NO),
}
PRINT_LENGTH = 16
# In months: how long after the last echo it can still be written.
AFTER_LAST_ECHO = 3


@dataclass(frozen=True)
class Answer:
    """What somebody answered: in words, or the value of what they chose."""

    question: Question
    words: str


@dataclass(frozen=True)
class Subject:
    """What a form looks back on; `id` tells two of a kind apart: a goal's id, or how many months ago it ended."""

    pair_id: str
    kind: ReviewKind
    id: str = ""


@dataclass(frozen=True)
class Review:
    """What somebody wrote; nobody else reads it. `shared` are the questions whose answers the partner has read."""

    id: str
    subject: Subject
    answers: tuple[Answer, ...]
    created_at: datetime
    shared: frozenset[Question] = frozenset()


@dataclass(frozen=True)
class SharedAnswers:
    """What one of a pair shared of what they wrote, as both read it; `at` is when they last did."""

    subject: Subject
    author_id: str
    answers: tuple[Answer, ...]
    at: datetime


@dataclass(frozen=True)
class ReviewDraft:
    """What the form starts with; `goal` are the words of the goal that it is about."""

    pair: PairChoice
    subject: Subject
    answers: tuple[Answer, ...] = ()
    goal: str | None = None


@dataclass(frozen=True)
class ReviewValues:
    """What somebody entered; what they left empty is not among the answers."""

    subject: Subject
    answers: tuple[Answer, ...]


@dataclass(frozen=True)
class ReviewSaved:
    """What stands in the form's place.

    Attributes:
        review_id: None where they emptied it: nothing is kept.
        can_share: Their partner is there to read what they would share.
        can_thank: They can write their partner a note, and have not.
        may_wish: They would mentor, and the organiser does not know yet.
    """

    review_id: str | None
    pair: PairChoice
    can_share: bool = True
    can_thank: bool = False
    may_wish: bool = False


@dataclass(frozen=True)
class ReviewShared:
    """To the partner: what the other shares of what they wrote. `role` is the writer's, `goal` the goal's words."""

    author: Person
    role: Role
    kind: ReviewKind
    answers: tuple[Answer, ...]
    goal: str | None = None


@dataclass(frozen=True)
class ReviewSharing:
    """What can be shared of a form: `whole` is what the partner would read of all of it."""

    review_id: str
    partner: Person
    whole: ReviewShared

    def only(self, questions: Collection[Question]) -> "ReviewSharing":
        """The same with the answers to some questions."""
        answers = tuple(answer for answer in self.whole.answers if answer.question in questions)
        return replace(self, whole=replace(self.whole, answers=answers))


@dataclass(frozen=True)
class SharingValues:
    """What somebody would share; `seen` tells the words that the preview showed from any others."""

    review_id: str
    questions: tuple[Question, ...]
    seen: str


@dataclass(frozen=True)
class ReviewLine:
    """A form that somebody can write, or has written (then with its id, and the day on which they did)."""

    subject: Subject
    partner: Person
    goal: str | None = None
    review_id: str | None = None
    on: date | None = None


@dataclass(frozen=True)
class MyReviews:
    """All forms of somebody: those they can write now, and those they have written, the newest first."""

    to_write: tuple[ReviewLine, ...] = ()
    written: tuple[ReviewLine, ...] = ()
    locale: str | None = None


@dataclass(frozen=True)
class Standing:
    """How a pair stands, as far as it matters for looking back.

    Attributes:
        half_way_on: The day on which half of its time is over.
        completed_on: The day on which it was completed, if it was.
        goals: The ids of the goals that it has reached.
    """

    state: PairState
    half_way_on: date
    completed_on: date | None = None
    goals: tuple[str, ...] = ()


def can_look_back(state: PairState) -> bool:
    """Whether there is something to write, or to share: of a pair that is under way or was completed."""
    return state in LIVELY or state is PairState.COMPLETED


def months_ago(completed_on: date, today: date) -> int | None:
    """Which echo it is time for: the latest whose day has come, in months; None: none yet."""
    return max((months for months in AFTER if add_months(completed_on, months) <= today), default=None)


def to_write(pair: Standing, today: date) -> Iterator[tuple[ReviewKind, str]]:
    """What somebody could write about a pair today: each kind, and what tells it from others of its kind."""
    if not can_look_back(pair.state):
        return
    if pair.state in LIVELY and pair.half_way_on <= today:
        yield ReviewKind.HALF_WAY, ""
    for goal in pair.goals:
        yield ReviewKind.GOAL, goal
    months = months_ago(pair.completed_on, today) if pair.completed_on else None
    if pair.state is PairState.WRAPPING_UP or (pair.completed_on and months is None):
        yield ReviewKind.END, ""
    if pair.completed_on and months and today < add_months(pair.completed_on, AFTER[-1] + AFTER_LAST_ECHO):
        yield ReviewKind.ECHO, str(months)


def kept(answers: Collection[Answer], kind: ReviewKind) -> tuple[Answer, ...]:
    """What is to be kept of answers: those to questions of its kind, in order, and of choices what was offered."""
    given = {answer.question: answer.words.strip() for answer in answers}
    return tuple(
        Answer(question, words)
        for question in QUESTIONS[kind]
        if (words := given.get(question)) and (question not in CHOICES or words in CHOICES[question])
    )


def answers_print(answers: Collection[Answer]) -> str:
    """What tells answers from any others, in a few characters."""
    return sha256(repr(tuple(answers)).encode()).hexdigest()[:PRINT_LENGTH]
