"""Goals in every way that they can read: drafts of one's own, and what both wrote."""

from collections.abc import Iterator
from dataclasses import replace
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
from mentoring.shared_goals import MOST_OPEN, GoalList, GoalsChanged, GoalState, SharedGoal
from tests.views.people import EXTREME, TYPICAL, Cast
from views.blocks import View
from views.forms.goals import LONGEST, goals_form, revealed_goals_form, saved_goals_form
from views.forms.shared_goals import shared_goals_form
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
    shared, reached = SharedGoal("g-1", TALK), SharedGoal("g-2", BARE, GoalState.REACHED, TALK.due_on)
    yield "goals-changed", GoalsChanged("pair-1", TYPICAL.partner, (shared,), (), "en-GB")
    yield "goals-changed-empty", GoalsChanged("pair-1", TYPICAL.partner, (), (), "en-GB")
    yield "goals-reached", GoalsChanged("pair-1", TYPICAL.partner, (shared,), (reached,), "en-GB")
    yield "goals-changed-extreme", GoalsChanged("pair-1", EXTREME.partner, _many(), (), "en-GB")
    yield "goals-reached-extreme", GoalsChanged("pair-1", EXTREME.partner, (), _many(), "en-GB")
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


def shared_goal_forms(wording: Wording) -> Iterator[tuple[str, View]]:
    """The list that they have in common."""
    drafted = (SharedGoal(None, TALK), SharedGoal(None, BARE))
    yield "form-shared-goals-new", shared_goals_form(GoalList("pair-1", TYPICAL.partner, drafted, "c0ffee"), wording)
    settled = tuple(SharedGoal("g-2", BARE, state, TALK.due_on) for state in (GoalState.REACHED, GoalState.DROPPED))
    shared = GoalList("pair-1", TYPICAL.partner, (SharedGoal("g-1", TALK),), "c0ffee", settled, locale="en-GB")
    yield "form-shared-goals", shared_goals_form(shared, wording)
    yield "form-shared-goals-clash", shared_goals_form(replace(shared, meanwhile=drafted), wording)
    yield "form-shared-goals-clash-empty", shared_goals_form(replace(shared, goals=(), meanwhile=()), wording)
    most = GoalList("pair-1", EXTREME.partner, _many(), "c0ffee", _many() * 20, meanwhile=_many(), locale="en-GB")
    yield "form-shared-goals-extreme", shared_goals_form(most, wording)


def _revealed(cast: Cast) -> GoalsRevealed:
    mine, theirs = ((TALK, BARE), (BARE,)) if cast is TYPICAL else ((_long(),) * MOST_DRAFTED,) * 2
    return GoalsRevealed("pair-1", cast.partner, mine, theirs, "en-GB")


def _many() -> tuple[SharedGoal, ...]:
    return (SharedGoal("0" * 32, replace(_long(), why=None), GoalState.OPEN, TALK.due_on),) * MOST_OPEN


def _long() -> GoalWords:
    words = EXTREME.words[:LONGEST]
    return GoalWords(words, words, TALK.due_on, words)
