"""The horizon check: five questions to each of a pair alone. Four are compared by rule, the fifth never is.

All that anybody learns of the other's answers is on which subjects the two see it differently, in the same words for
both. Why the rule is as it is stands in docs/why.md.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mentoring.people import Person
from mentoring.refusals import Reason, Refusal


class Round(StrEnum):
    """Which of a pair's checks it is, in their order. The value is stored."""

    DAY_30 = "30"
    HALF_WAY = "half-way"


class Subject(StrEnum):
    """What is asked about, in the order in which it is asked. What is stored goes by this order."""

    PACE = "pace"
    PRIORITIES = "priorities"
    COMFORT = "comfort"
    WORKLOAD = "workload"
    WORTH = "worth"


# They come first of all.
COMPARED = (Subject.PACE, Subject.PRIORITIES, Subject.COMFORT, Subject.WORKLOAD)
PLACES = {subject: place for place, subject in enumerate(Subject)}
# What may be said of each. Those of what is compared are sides, not degrees: between any two there is something to
# talk about. What is stored goes by their order.
SCALES: dict[Subject, tuple[str, ...]] = {
    Subject.PACE: ("slow", "right", "fast"),
    Subject.PRIORITIES: ("skill", "work", "direction", "person"),
    Subject.COMFORT: ("further", "right", "gentler"),
    Subject.WORKLOAD: ("more", "right", "less"),
    Subject.WORTH: ("very", "yes", "unsure", "little"),
}
UNSAID = "unsaid"
# More than two conversations at once are none.
MOST_CARDS = 2


@dataclass(frozen=True)
class Answers:
    """What somebody answered, one of its scale or `UNSAID` for each subject, in their order.

    Raises:
        Refusal: `OUT_OF_DATE`: that is no set of answers.
    """

    given: tuple[str, ...]

    def __post_init__(self) -> None:
        if len(self.given) != len(Subject) or any(
            each not in (*SCALES[subject], UNSAID) for subject, each in zip(Subject, self.given, strict=True)
        ):
            raise Refusal(Reason.OUT_OF_DATE)

    def to(self, subject: Subject) -> str:
        """What was answered to one question."""
        return self.given[PLACES[subject]]

    @property
    def code(self) -> str:
        """A digit for each: whatever was answered, as many characters, so that what is sealed has the same length."""
        return "".join(
            str(1 + SCALES[subject].index(each)) if each != UNSAID else "0"
            for subject, each in zip(Subject, self.given, strict=True)
        )

    @classmethod
    def decoded(cls, code: str) -> "Answers":
        """The answers that a code stands for."""
        return cls(tuple((UNSAID, *SCALES[subject])[int(digit)] for subject, digit in zip(Subject, code, strict=True)))


def differing(one: Answers, other: Answers) -> tuple[Subject, ...]:
    """On what two people see it differently; the same whoever comes first. Whoever did not say differs from nobody."""
    return tuple(
        subject
        for subject, here, there in zip(COMPARED, one.given, other.given, strict=False)
        if here != there and UNSAID not in (here, there)
    )


def cards(found: Collection[Subject], shown_before: Collection[Subject]) -> tuple[Subject, ...]:
    """What of that they are shown: two at most, those first of which they have had no card before."""
    chosen = sorted(found, key=lambda subject: (subject in shown_before, PLACES[subject]))[:MOST_CARDS]
    return tuple(subject for subject in COMPARED if subject in chosen)


class CardState(StrEnum):
    """Where a card is: with the two alone, on the agenda of their next session, or talked about."""

    OPEN = "open"
    ON_AGENDA = "on agenda"
    DISCUSSED = "discussed"


@dataclass(frozen=True)
class Card:
    """A subject on which two people see it differently; it names neither of them."""

    id: str
    subject: Subject
    state: CardState = CardState.OPEN


@dataclass(frozen=True)
class HorizonCompared:
    """To both, once both have answered: what they see differently. No card: nothing of what both of them said.

    `is_over`: the pair has ended.
    """

    pair_id: str
    partner: Person
    cards: tuple[Card, ...]
    is_over: bool = False


@dataclass(frozen=True)
class AnsweredBefore:
    """What the reader answered in an earlier check, and the date where they were."""

    on: date
    answers: Answers


@dataclass(frozen=True)
class HorizonDraft:
    """What one of a pair finds of the check: their own answers, and nothing of the partner's.

    Attributes:
        round: Which check is open; none before the first.
        first_on: The day of the first, where it is still to come.
        mine: What they have answered in this one so far.
        compared: Once both have answered: on what the two see it differently, as far as they were shown. None: not yet.
        before: What they answered in earlier ones, the newest first.
    """

    pair_id: str
    partner: Person
    round: Round | None
    first_on: date | None = None
    mine: Answers | None = None
    compared: tuple[Subject, ...] | None = None
    before: tuple[AnsweredBefore, ...] = ()
    locale: str | None = None


@dataclass(frozen=True)
class HorizonValues:
    """What somebody entered."""

    pair_id: str
    round: Round
    answers: Answers
