"""A pair makes its goals one list, and keeps it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from mentoring.celebrations import ConsentAsked
from mentoring.goals import GoalsValues, GoalWords
from mentoring.milestones import MilestoneKind
from mentoring.refusals import Reason
from mentoring.shared_goals import GoalList, GoalListValues, GoalsChanged, GoalState, SharedGoal
from services.draft_goals import draft_goals
from services.share_goals import prepare_list, save_list
from storage.models import Goal, Milestone
from tests.services.world import WINS, World, refusals_of

TALK = GoalWords("Give a talk", "Twenty people hear it", date(2026, 6, 30), "To hear my own voice")
REST = GoalWords("Say no more often")


@pytest.fixture
async def pair(world: World) -> str:
    """Two who have both read what both drafted."""
    pair = await world.paired("tom", "maya")
    for name, words in (("tom", TALK), ("maya", REST)):
        values = GoalsValues(pair, (words,), is_ready=True)
        await draft_goals(world.services, world.who(name), values, world.form())
    await world.send_all()
    return pair


async def the_list(world: World, name: str, pair: str) -> GoalList:
    return await prepare_list(world.services, world.who(name), pair)


async def saves(world: World, name: str, shown: GoalList, *goals: SharedGoal, form: str | None = None) -> None:
    values = GoalListValues(shown.pair_id, goals, shown.seen)
    await save_list(world.services, world.who(name), values, form or world.form())


async def made(world: World, pair: str) -> GoalList:
    """The list that Tom makes of what both drafted."""
    shown = await the_list(world, "tom", pair)
    await saves(world, "tom", shown, *shown.goals)
    return await the_list(world, "tom", pair)


async def test_a_list_begins_with_what_both_drafted_and_the_other_is_told(world: World, pair: str) -> None:
    shown = await the_list(world, "tom", pair)
    assert [goal.words for goal in shown.goals] == [replace(TALK, why=None), REST]
    form = world.form()
    for _ in range(2):
        await saves(world, "tom", shown, shown.goals[0], SharedGoal(None, GoalWords()), form=form)
    for name in ("tom", "maya"):
        assert [goal.words for goal in (await the_list(world, name, pair)).goals] == [replace(TALK, why=None)]
        assert [line.words.statement for line in (await world.home(name)).goals] == ["Give a talk"]
    [told] = await world.told("maya", GoalsChanged)
    assert ([goal.words.statement for goal in told.goals], told.partner.name) == (["Give a talk"], "Tom Reed")
    assert await world.told("tom", GoalsChanged) == []
    [sealed] = await world.all(select(Goal.statement))
    assert b"talk" not in sealed


async def test_what_is_reached_is_a_milestone_and_told_to_both(world: World, pair: str) -> None:
    await world.changes_programme(channel=WINS)
    shown = await made(world, pair)
    talk, rest = shown.goals
    await saves(world, "maya", shown, replace(talk, state=GoalState.REACHED), replace(rest, state=GoalState.DROPPED))
    for name in ("tom", "maya"):
        reached = (await world.told(name, GoalsChanged))[-1].reached
        assert [goal.words.statement for goal in reached] == ["Give a talk"]
        assert len(await world.told(name, ConsentAsked)) == 1
        assert (await world.home(name)).goals == ()
    assert await world.all(select(Milestone.kind)) == [MilestoneKind.GOAL]
    # What has left the list stays with its day, and a new goal finds its place.
    now = await the_list(world, "tom", pair)
    assert {goal.words.statement: goal.state for goal in now.settled} == {
        "Give a talk": GoalState.REACHED, "Say no more often": GoalState.DROPPED,
    }  # fmt: skip
    assert now.goals == ()
    await saves(world, "tom", now, SharedGoal(None, REST))
    assert [goal.words for goal in (await the_list(world, "maya", pair)).goals] == [REST]


async def test_nothing_is_overwritten_when_both_change_the_list_at_once(world: World, pair: str) -> None:
    first = await the_list(world, "maya", pair)
    shown = await made(world, pair)
    clash = [(Reason.CHANGED_MEANWHILE, "statement_0")]
    # Both made it of their drafts at once.
    assert await refusals_of(saves(world, "maya", first, *first.goals)) == clash
    assert await world.rows(Goal) == 2
    other = replace(shown.goals[0], words=replace(TALK, why=None, measure="Thirty people hear it"))
    await saves(world, "tom", shown, other)
    mine = replace(shown.goals[0], state=GoalState.DROPPED)
    assert await refusals_of(saves(world, "maya", shown, mine)) == clash
    # Once she has seen his, hers stands.
    await saves(world, "maya", await the_list(world, "maya", pair), mine)
    assert [goal.words for goal in (await the_list(world, "tom", pair)).goals] == [REST]


async def test_what_changes_nothing_is_told_to_nobody(world: World, pair: str) -> None:
    shown = await made(world, pair)
    await saves(world, "maya", shown, *shown.goals)
    assert await world.told("tom", GoalsChanged) == []


async def test_what_cannot_be_kept_is_refused_beside_its_field(world: World, pair: str) -> None:
    shown = await made(world, pair)
    talk, rest = shown.goals
    emptied = replace(talk, words=GoalWords())
    late = replace(rest, words=replace(REST, due_on=world.now.date() - timedelta(days=1)))
    wrong = [(Reason.EMPTY, "statement_0"), (Reason.DUE_IN_PAST, "due_on_1")]
    assert await refusals_of(saves(world, "tom", shown, emptied, late)) == wrong
    unknown = saves(world, "tom", shown, replace(talk, id="0" * 32))
    assert await refusals_of(unknown) == [(Reason.OUT_OF_DATE, None)]


async def test_nobody_else_may_and_not_before_both_are_ready(world: World, pair: str) -> None:
    await world.known("zoe")
    shown = await made(world, pair)
    for name in ("zoe", "amara"):
        assert await refusals_of(the_list(world, name, pair)) == [(Reason.NOT_PARTNER, None)]
        assert await refusals_of(saves(world, name, shown, *shown.goals)) == [(Reason.NOT_PARTNER, None)]
    other = await world.paired("tom", "zoe")
    assert await refusals_of(the_list(world, "tom", other)) == [(Reason.NOT_ACTIVE, None)]
