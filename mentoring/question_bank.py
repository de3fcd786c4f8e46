"""The question bank: conversation cards by what a session is about, and which of them comes next.

The words of each card are in the wording's catalogue (`question_bank.ftl`), under its stage and number.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from mentoring.pairs import PairChoice

# Up to so many sessions that happened, they are getting to know each other.
EARLY_SESSIONS = 3
# Before every fourth session, each is asked what they get and give.
BOTH_WAYS_EVERY = 4
# How many things a mentor might tell of themselves the wording has for each stage of a session.
STRUGGLES = 3


class Stage(StrEnum):
    """What a conversation is about: how far the pair has come, or what is on somebody's mind."""

    FIRST = "first"
    EARLY = "early"
    UNDER_WAY = "under way"
    HALF_WAY = "half-way"
    GOODBYE = "goodbye"
    STUCK = "stuck"
    SELF_DOUBT = "self-doubt"
    PACE = "pace"
    LIGHT = "light"

    @property
    def address(self) -> str:
        """The stage as a part of an address in the wording."""
        return self.value.replace(" ", "-")


# How many cards the wording has for each.
CARDS = {
    Stage.FIRST: 7,
    Stage.EARLY: 7,
    Stage.UNDER_WAY: 12,
    Stage.HALF_WAY: 6,
    Stage.GOODBYE: 7,
    Stage.STUCK: 7,
    Stage.SELF_DOUBT: 6,
    Stage.PACE: 6,
    Stage.LIGHT: 6,
}

# What a preparation can open with.
OF_SESSIONS = (Stage.FIRST, Stage.EARLY, Stage.UNDER_WAY, Stage.HALF_WAY, Stage.GOODBYE)
# What somebody chooses who looks for a card of their own.
SITUATIONS = (Stage.STUCK, Stage.SELF_DOUBT, Stage.PACE, Stage.HALF_WAY, Stage.GOODBYE, Stage.LIGHT)


@dataclass(frozen=True)
class Card:
    """A conversation card: a subject, a question to open with, and one way to begin. Its number counts from 1."""

    stage: Stage
    number: int


@dataclass(frozen=True)
class CardDraft:
    """What somebody sees who looks for a card for one of their pairs; none yet: they are asked what it is about."""

    pair: PairChoice
    card: Card | None


def next_card(stage: Stage, asked: Iterable[int], shift: int = 0) -> Card:
    """The card that comes next: none comes again before all of its stage have come, however often they go round.

    Args:
        stage: What it is to be about.
        asked: The numbers of this stage that were asked before, as often as they were, in any order.
        shift: Which card to begin with, so that not everybody begins with the same; any number.
    """
    how_often, count = Counter(asked), CARDS[stage]
    in_order = [1 + (shift + n) % count for n in range(count)]
    return Card(stage, min(in_order, key=lambda number: how_often[number]))


def stage_of_session(sessions: int, on: date, half_way: date, rhythm_days: int, *, is_wrapping_up: bool) -> Stage:
    """What a session opens with.

    Args:
        sessions: How often the pair has met.
        on: The day of the session.
        half_way: The day on which half of the pair's time is over: the first session from then on looks at it.
        rhythm_days: How far apart sessions are meant to be.
        is_wrapping_up: Whether the pair comes to its end.
    """
    if sessions == 0:
        return Stage.FIRST
    if is_wrapping_up:
        return Stage.GOODBYE
    if half_way <= on < half_way + timedelta(days=rhythm_days):
        return Stage.HALF_WAY
    return Stage.EARLY if sessions <= EARLY_SESSIONS else Stage.UNDER_WAY


def asks_both_ways(sessions: int) -> bool:
    """Whether before the session after so many a mentor is asked what they learned, a mentee what to give back."""
    return (sessions + 1) % BOTH_WAYS_EVERY == 0


def struggle_for(card: Card) -> int:
    """Which of a stage's things a mentor might tell of themselves goes with a card; from 1 on."""
    return 1 + (card.number - 1) % STRUGGLES
