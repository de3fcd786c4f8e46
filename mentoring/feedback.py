"""Feedback between the two of a pair: what is asked, what is given, and what makes it easier to use.

A mentor gives it in three parts: a moment that shone, one thing to try differently, what they believe the other can do.
A mentee answers two questions: what helps, and what would help more.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from mentoring.pairs import PairChoice, Role
from mentoring.people import Person
from mentoring.refusals import Reason, Refusal, required


class RequestState(StrEnum):
    """What became of a request. The value is stored."""

    OPEN = "open"
    DECLINED = "declined"
    ANSWERED = "answered"


class Reaction(StrEnum):
    """What somebody says of feedback they were given, with one tap. The value is stored."""

    FITS = "fits"
    NOT_FOR_ME = "not for me"
    THANKS = "thanks"


class Gap(StrEnum):
    """What makes feedback hard to use; it is said once, and whoever wrote it may send it all the same."""

    NO_EXAMPLE = "no-example"
    NO_SUGGESTION = "no-suggestion"


@dataclass(frozen=True)
class Given:
    """The words of feedback.

    Attributes:
        shone: A moment that shone; from a mentee, what helps. Empty only where another part answers a question.
        differently: One thing to try differently, as a question or a suggestion; from a mentee, what would help more.
        belief: What a mentor believes the other can do.
    """

    shone: str
    differently: str | None = None
    belief: str | None = None

    @property
    def heart(self) -> str:
        """The part that asks for something to be done, or else what shone: what later talk refers to."""
        return self.differently or self.shone or self.belief or ""


# In characters, which every script has: about what it takes to say where somebody was and what they did.
SHORTEST_EXAMPLE = 40
# Praise and generalities tell of no moment, so they count for nothing of that; what is said beside them does.
GENERAL = re.compile(
    r"\b(always|never|every time|all the time|good job|great job|good work|great work|well done|keep it up|"
    r"amazing|awesome|great|excellent)\b",
    re.IGNORECASE,
)
# A question, in whatever script its mark is, leaves the choice to whoever reads it; so do these.
SUGGESTS = re.compile(
    r"[?\uff1f\u061f]|"
    r"\b(try|could|might|would|what if|how about|perhaps|maybe|next time|instead|consider|suggest|wonder)\b",
    re.IGNORECASE,
)


def refuse_without_words(given: Given, *, is_answer: bool) -> None:
    """Refuse what says nothing: what answers a question may say any part of it, anything else says what shone.

    Raises:
        Refusal: `EMPTY` or `NO_PART`, at "shone".
    """
    if not is_answer:
        required(given.shone, "shone")
    elif not any((part or "").strip() for part in (given.shone, given.differently, given.belief)):
        raise Refusal(Reason.NO_PART, "shone")


def gaps(given: Given, giver: Role) -> tuple[Gap, ...]:
    """Say what is missing: an example in what shone, a suggestion in what to try differently.

    Where nothing shone another part answers a question, which need be of no such moment.
    What a mentee says would help more is a suggestion by itself. Nothing to try is nothing missing.
    """
    found = []
    if given.shone and len(" ".join(GENERAL.sub(" ", given.shone).split())) < SHORTEST_EXAMPLE:
        found.append(Gap.NO_EXAMPLE)
    if giver is Role.MENTOR and given.differently and not SUGGESTS.search(given.differently):
        found.append(Gap.NO_SUGGESTION)
    return tuple(found)


@dataclass(frozen=True)
class Question:
    """What somebody asks for: a specific question about a specific thing."""

    about: str
    words: str


@dataclass(frozen=True)
class RequestLine:
    """A request that waits for the reader's feedback."""

    id: str
    author: Person
    about: str


@dataclass(frozen=True)
class FeedbackDraft:
    """What the choice between asking and giving says of a pair: `waiting` are the partner's requests, the oldest first.

    The form that asks starts with the same.
    """

    pair: PairChoice
    waiting: tuple[RequestLine, ...] = ()


@dataclass(frozen=True)
class AskValues:
    """What somebody entered who asks for feedback."""

    pair_id: str
    question: Question


@dataclass(frozen=True)
class GivingDraft:
    """What the form for feedback starts with.

    Attributes:
        pair: As the giver sees it: their role says which questions there are.
        request_id: The request that it answers, with its question.
        given: What has been entered so far.
        gaps: What is asked for once.
    """

    pair: PairChoice
    request_id: str | None = None
    question: Question | None = None
    given: Given = Given("")
    gaps: tuple[Gap, ...] = ()


@dataclass(frozen=True)
class GiveValues:
    """What somebody entered who gives feedback; `was_asked`: what was missing has been asked for."""

    pair_id: str
    given: Given
    request_id: str | None = None
    was_asked: bool = False


@dataclass(frozen=True)
class FeedbackAsked:
    """To whoever is asked for feedback.

    Attributes:
        is_put_off: They would rather answer later.
        is_over: The pair has ended.
    """

    request_id: str
    author: Person
    question: Question
    state: RequestState
    is_put_off: bool = False
    is_over: bool = False


@dataclass(frozen=True)
class AskSaved:
    """To whoever asks for feedback: that it is on its way, and what became of it."""

    partner: Person
    question: Question
    state: RequestState


@dataclass(frozen=True)
class FeedbackDeclined:
    """To whoever asked: their partner cannot answer. No reason is given."""

    partner: Person
    about: str


@dataclass(frozen=True)
class Afterwards:
    """What became of feedback: what the receiver said of it, and later what they did with it, in their words."""

    reaction: Reaction | None = None
    came_of_it: str | None = None


@dataclass(frozen=True)
class FeedbackReceived:
    """To whom it was given; `question` is theirs, where they had asked. `is_over`: the pair has ended."""

    feedback_id: str
    giver: Person
    role: Role
    given: Given
    question: Question | None = None
    afterwards: Afterwards = Afterwards()
    is_over: bool = False


@dataclass(frozen=True)
class FeedbackSaved:
    """To whoever gave it: what the other reads, and what they say of it."""

    partner: Person
    role: Role
    given: Given
    question: Question | None = None
    afterwards: Afterwards = Afterwards()


@dataclass(frozen=True)
class WordsDraft:
    """What a form for a few words about feedback starts with: what it is about, and to whom they go.

    Attributes:
        id: Of the feedback, or of the question what was meant by it.
        said: What they answer: a part of the feedback, or that question.
    """

    id: str
    partner: Person
    said: str


@dataclass(frozen=True)
class WordsValues:
    """What somebody wrote about feedback; `id` as in the draft."""

    id: str
    words: str


@dataclass(frozen=True)
class WhatWasMeant:
    """To whoever gave feedback: the other asks what they meant; `reply` is there once they have said so.

    `said` is what they had given; `is_over`: the pair has ended.
    """

    clarification_id: str
    partner: Person
    said: str
    words: str
    reply: str | None = None
    is_over: bool = False


@dataclass(frozen=True)
class Explained:
    """To whoever asked what was meant: their question, and the reply."""

    giver: Person
    words: str
    reply: str


@dataclass(frozen=True)
class CameOfIt:
    """To whoever gave feedback: what the other did with it."""

    partner: Person
    said: str
    words: str
