"""Goals in every way that they can read: drafts of one's own, and what both wrote."""

from collections.abc import Iterator
from datetime import date

from mentoring.goals import (
    MOST_DRAFTED,
    DraftState,
    GoalField,
    GoalsDraft,
    GoalsRevealed,
    GoalWords,
    PartnerReady,
)
from mentoring.notices import Content
from tests.views.people import EXTREME, TYPICAL, Cast
from views.blocks import View
from views.forms.goals import LONGEST, goals_form, revealed_goals_form, saved_goals_form
from views.wording import Wording

TALK = GoalWords(
    "Give a talk at the spring meet-up",
    "Twenty people hear it, and one asks a question",
    date(2026, 5, 29),
    "I want to hear my own voice in a room",
)
BARE = GoalWords("Say no without a bad conscience")
ASKED = frozenset({GoalField.MEASURE.at(0), GoalField.DUE.at(0)})


def goal_contents() -> Iterator[tuple[str, Content]]:
    """What is told of them."""
    yield "goals-partner-ready", PartnerReady("pair-1", TYPICAL.partner, is_over=False)
    yield "goals-partner-ready-over", PartnerReady("pair-1", TYPICAL.partner, is_over=True)
    yield "goals-partner-ready-extreme", PartnerReady("pair-1", EXTREME.partner, is_over=False)
    yield "goals-revealed", _revealed(TYPICAL)
    yield "goals-revealed-extreme", _revealed(EXTREME)


def goal_forms(wording: Wording) -> Iterator[tuple[str, View]]:
    """The forms, and what stands in their place."""
    yield "form-goals-tiny", goals_form(GoalsDraft("pair-1", TYPICAL.partner), wording)
    yield "form-goals", goals_form(GoalsDraft("pair-1", TYPICAL.partner, (TALK, BARE)), wording)
    yield "form-goals-asked", goals_form(GoalsDraft("pair-1", TYPICAL.partner, (BARE,), asks=ASKED, asked=1), wording)
    yield "form-goals-ready", goals_form(GoalsDraft("pair-1", TYPICAL.partner, (TALK,), is_ready=True), wording)
    most = GoalsDraft("pair-1", EXTREME.partner, (_long(),) * MOST_DRAFTED, asks=ASKED)
    yield "form-goals-extreme", goals_form(most, wording)
    for state in DraftState:
        yield f"form-goals-became-{state.value}", saved_goals_form(state, TYPICAL.partner.name, wording)
    yield "form-goals-became-extreme", saved_goals_form(DraftState.READY, EXTREME.partner.name, wording)
    yield "form-goals-revealed", revealed_goals_form(_revealed(TYPICAL), wording)
    yield "form-goals-revealed-extreme", revealed_goals_form(_revealed(EXTREME), wording)


def _revealed(cast: Cast) -> GoalsRevealed:
    mine, theirs = ((TALK, BARE), (BARE,)) if cast is TYPICAL else ((_long(),) * MOST_DRAFTED,) * 2
    return GoalsRevealed("pair-1", cast.partner, mine, theirs, "en-GB")


def _long() -> GoalWords:
    words = EXTREME.words[:LONGEST]
    return GoalWords(words, words, TALK.due_on, words)
