"""Goals in every way that they can read: drafts of one's own, and what both wrote."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from mentoring.checkpoints import LONGEST_CHECKPOINT, MOST_CHECKPOINTS, Checkpoint, GoalSteps
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
from mentoring.revisiting import Revisit, RevisitDraft
from mentoring.shared_goals import (
    MOST_OPEN,
    GoalChange,
    GoalDeed,
    GoalList,
    GoalsChanged,
    GoalState,
    NewGoals,
    SharedGoal,
)
from tests.views.people import EXTREME, TYPICAL, Cast
from views.blocks import View
from views.forms.goals import LONGEST, goals_form, revealed_goals_form, saved_goals_form
from views.forms.revisit_goals import revisit_form
from views.forms.shared_goals import goal_list_form, shared_goals_form
from views.wording import Wording

DAY = date(2026, 5, 29)
TALK = GoalWords(
    "Give a talk at the spring meet-up",
    "Twenty people hear it, and one asks a question",
    DAY,
    "I want to hear my own voice in a room",
)
# In common, nobody says why it matters to them alone.
SHARED = replace(TALK, why=None)
BARE = GoalWords("Say no without a bad conscience")
STEPS = (
    Checkpoint("c-1", "Find a subject that makes me curious", is_reached=True),
    Checkpoint("c-2", "Rehearse with two people", date(2026, 5, 12)),
)
ASKED = frozenset({GoalField.MEASURE.at(0), GoalField.DUE.at(0)})


def goal_contents() -> Iterator[tuple[str, Content]]:
    """What is told of them."""
    yield "goals-partner-ready", PartnerReady("pair-1", TYPICAL.partner, is_over=False)
    yield "goals-partner-ready-over", PartnerReady("pair-1", TYPICAL.partner, is_over=True)
    yield "goals-partner-ready-extreme", PartnerReady("pair-1", EXTREME.partner, is_over=False)
    shared, reached = SharedGoal("g-1", SHARED, checkpoints=STEPS), SharedGoal("g-2", BARE, GoalState.REACHED, DAY)
    dropped = replace(reached, state=GoalState.DROPPED)
    yield "goals-changed", GoalsChanged("pair-1", TYPICAL.partner, (shared,), (), locale="en-GB")
    for new, goals in ((NewGoals.FIRST, (shared,)), (NewGoals.FIRST, (shared,) * 2), (NewGoals.MORE, (shared,))):
        words = GoalsChanged("pair-1", TYPICAL.partner, goals, (), new=new, locale="en-GB")
        yield f"goals-new-{new.value}-{len(goals)}", words
    yield "goals-changed-empty", GoalsChanged("pair-1", TYPICAL.partner, (), (), locale="en-GB")
    yield "goals-dropped", GoalsChanged("pair-1", TYPICAL.partner, (shared,), (), (dropped,), locale="en-GB")
    yield "goals-reached", GoalsChanged("pair-1", TYPICAL.partner, (shared,), (reached,), locale="en-GB")
    yield "goals-reached-extreme", GoalsChanged("pair-1", EXTREME.partner, (), many_goals(), locale="en-GB")
    ticked = GoalsChanged("pair-1", TYPICAL.partner, (shared,), (), ticked=STEPS[:1], locale="en-GB")
    for name, steps in (("one", STEPS[:1]), ("two", STEPS), ("taken-back", ())):
        yield f"checkpoints-reached-{name}", replace(ticked, ticked=steps, is_reworded=False)
    yield "goals-changed-and-ticked", ticked
    yield "goals-changed-and-ticked-some", replace(ticked, goals=(shared, shared), ticked=STEPS, dropped=(dropped,))
    yield "goals-reached-and-ticked", replace(ticked, reached=(reached,), dropped=(dropped,))
    long = GoalsChanged("pair-1", EXTREME.partner, many_goals(), (), many_goals(), locale="en-GB")
    yield "goals-changed-and-ticked-extreme", replace(long, ticked=long.goals[0].checkpoints)
    yield "goals-reached-and-ticked-extreme", replace(long, reached=many_goals())
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
    """The list that they have in common: to read, and to write."""
    drafted = (SharedGoal(None, SHARED), SharedGoal(None, BARE))
    settled = tuple(SharedGoal("g-2", BARE, state, DAY) for state in (GoalState.REACHED, GoalState.DROPPED))
    goal = SharedGoal("g-1", SHARED, checkpoints=STEPS)
    me, partner = TYPICAL.me, TYPICAL.partner
    read = GoalList("pair-1", me, partner, (goal, SharedGoal("g-3", BARE)), "c0ffee", settled, locale="en-GB")
    yield "form-goal-list", goal_list_form(read, wording)
    yield "form-goal-list-empty", goal_list_form(replace(read, goals=(), settled=()), wording)
    most = GoalList("pair-1", EXTREME.me, EXTREME.partner, many_goals(), "c0ffee", many_goals() * 20, locale="en-GB")
    yield "form-goal-list-extreme", goal_list_form(most, wording)
    first = GoalList("pair-1", me, partner, drafted, "c0ffee", locale="en-GB")
    yield "form-shared-goals-first", shared_goals_form(first, wording)
    yield "form-shared-goals-first-clash", shared_goals_form(replace(first, meanwhile=(goal,)), wording)
    new = GoalList("pair-1", me, partner, (SharedGoal(None, GoalWords()),), None, locale="en-GB")
    yield "form-shared-goals-new", shared_goals_form(new, wording)
    asked = replace(new, goals=(SharedGoal(None, BARE),), asks=ASKED, asked=1)
    yield "form-shared-goals-new-asked", shared_goals_form(asked, wording)
    changes = tuple(
        GoalChange(DAY, by, deed, SHARED) for by, deed in zip((me, partner, None, me), GoalDeed, strict=True)
    )
    one = replace(read, goals=(goal,), settled=(), changes=changes, reached=frozenset({"c-1"}))
    yield "form-shared-goals-one", shared_goals_form(one, wording)
    meanwhile = (replace(goal, state=GoalState.REACHED),)
    yield "form-shared-goals-one-clash", shared_goals_form(replace(one, meanwhile=meanwhile), wording)
    yield "form-shared-goals-bare", shared_goals_form(replace(one, goals=(SharedGoal("g-3", BARE),)), wording)
    yield (
        "form-shared-goals-extreme",
        shared_goals_form(replace(most, changes=changes * 9, meanwhile=many_goals()), wording),
    )


def revisit_forms(wording: Wording) -> Iterator[tuple[str, View]]:
    """Half-way: what is to become of each."""
    goals = (SharedGoal("g-1", SHARED, checkpoints=STEPS), SharedGoal("g-2", BARE))
    draft = RevisitDraft("pair-1", TYPICAL.partner, goals, "c0ffee", locale="en-GB")
    yield "form-revisit", revisit_form(draft, wording)
    chosen = (("g-2", Revisit.DROP),)
    yield "form-revisit-clash", revisit_form(replace(draft, chosen=chosen, is_changed=True), wording)
    yield "form-revisit-extreme", revisit_form(replace(draft, partner=EXTREME.partner, goals=many_goals()), wording)


def goals_to_tick() -> tuple[GoalSteps, ...]:
    """Checkpoints of two goals, as a check-in offers them."""
    return GoalSteps("g-1", TALK.statement, STEPS), GoalSteps("g-2", BARE.statement, STEPS[1:])


def most_to_tick() -> tuple[GoalSteps, ...]:
    """As many as there can be."""
    return tuple(GoalSteps(f"{n:032}", goal.words.statement, goal.checkpoints) for n, goal in enumerate(many_goals()))


def _revealed(cast: Cast) -> GoalsRevealed:
    mine, theirs = ((TALK, BARE), (BARE,)) if cast is TYPICAL else ((_long(),) * MOST_DRAFTED,) * 2
    return GoalsRevealed("pair-1", cast.partner, mine, theirs, "en-GB")


def many_goals() -> tuple[SharedGoal, ...]:
    """As many as there can be, as long as can be typed."""
    line = EXTREME.words[:LONGEST_CHECKPOINT]
    steps = tuple(Checkpoint(f"{n:032}", line, DAY, is_reached=bool(n % 2)) for n in range(MOST_CHECKPOINTS))
    return (SharedGoal("0" * 32, replace(_long(), why=None), GoalState.OPEN, DAY, steps),) * MOST_OPEN


def _long() -> GoalWords:
    words = EXTREME.words[:LONGEST]
    return GoalWords(words, words, TALK.due_on, words)
