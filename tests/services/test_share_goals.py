"""A pair makes its goals one list, and keeps it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from mentoring.celebrations import ConsentAsked
from mentoring.checkpoints import NO_CHECKPOINTS, Checkpoint, Progress
from mentoring.goals import GoalsValues, GoalWords
from mentoring.milestones import MilestoneKind
from mentoring.refusals import Reason
from mentoring.shared_goals import (
    MOST_OPEN,
    GoalDeed,
    GoalList,
    GoalListValues,
    GoalsChanged,
    GoalState,
    NewGoals,
    SharedGoal,
)
from services.draft_goals import draft_goals
from services.share_goals import prepare_goal, prepare_list, prepare_new_goal, prepare_some_goals, save_list
from storage.models import Goal, GoalWording, Milestone, Notice
from tests.services.beginnings import Beginning, Prepare
from tests.services.world import World, refusals_of

TALK = GoalWords("Give a talk", "Twenty people hear it", date(2026, 6, 30), "To hear my own voice")
REST = GoalWords("Say no more often")


@pytest.fixture(scope="module")
async def both_drafted(paired: Beginning, prepare: Prepare) -> Beginning:
    """Two who have both read what both drafted."""

    async def story(world: World, pair: str) -> None:
        for name, words in (("tom", TALK), ("maya", REST)):
            values = GoalsValues(pair, (words,), is_ready=True)
            await draft_goals(world.services, world.who(name), values, world.form())
        await world.send_all()

    return await prepare(paired, story)


@pytest.fixture
def beginning(both_drafted: Beginning) -> Beginning:
    return both_drafted


async def the_list(world: World, name: str, pair: str) -> GoalList:
    return await prepare_list(world.services, world.who(name), pair)


async def saves(
    world: World,
    name: str,
    shown: GoalList,
    *goals: SharedGoal,
    form: str | None = None,
    ticked: tuple[str, ...] = (),
    unticked: tuple[str, ...] = (),
) -> None:
    values = GoalListValues(shown.pair_id, goals, shown.seen, frozenset(ticked), frozenset(unticked))
    await save_list(world.services, world.who(name), values, form or world.form())


async def made(world: World, pair: str) -> GoalList:
    """The list that Tom makes of what both drafted."""
    shown = await the_list(world, "tom", pair)
    await saves(world, "tom", shown, *shown.goals)
    return await the_list(world, "tom", pair)


async def the_goal(world: World, name: str, goal: SharedGoal) -> GoalList:
    return await prepare_goal(world.services, world.who(name), goal.id or "")


async def with_steps(world: World, pair: str, *lines: str) -> SharedGoal:
    """A goal to which Tom has written checkpoints."""
    talk = (await made(world, pair)).goals[0]
    steps = tuple(Checkpoint(None, line) for line in lines)
    await saves(world, "tom", await the_goal(world, "tom", talk), replace(talk, checkpoints=steps))
    return (await the_goal(world, "tom", talk)).goals[0]


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
    assert told.new is NewGoals.FIRST
    assert await world.told("tom", GoalsChanged) == []
    [sealed] = await world.all(select(Goal.statement))
    assert b"talk" not in sealed
    await saves(world, "tom", await prepare_new_goal(world.services, world.who("tom"), pair), SharedGoal(None, REST))
    assert (await world.newest("maya", GoalsChanged)).new is NewGoals.MORE


async def test_what_is_reached_is_a_milestone_and_told_to_both(world: World, pair: str) -> None:
    await world.has_channel()
    shown = await made(world, pair)
    talk, rest = shown.goals
    await saves(world, "maya", shown, replace(talk, state=GoalState.REACHED), replace(rest, state=GoalState.DROPPED))
    for name in ("tom", "maya"):
        reached = (await world.newest(name, GoalsChanged)).reached
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
    talk = (await made(world, pair)).goals[0]
    clash = [(Reason.CHANGED_MEANWHILE, "statement_0")]
    # Both made it of their drafts at once.
    assert await refusals_of(saves(world, "maya", first, *first.goals)) == clash
    assert await world.rows(Goal) == 2
    shown = await the_goal(world, "maya", talk)
    await saves(world, "tom", shown, replace(talk, words=replace(TALK, why=None, measure="Thirty people hear it")))
    mine = replace(talk, state=GoalState.DROPPED)
    assert await refusals_of(saves(world, "maya", shown, mine)) == clash
    # Once she has seen his, hers stands.
    await saves(world, "maya", await the_goal(world, "maya", talk), mine)
    assert [goal.words for goal in (await the_list(world, "tom", pair)).goals] == [REST]


async def test_another_goal_is_changed_at_the_same_time(world: World, pair: str) -> None:
    talk, rest = (await made(world, pair)).goals
    mine, theirs = await the_goal(world, "maya", rest), await the_goal(world, "tom", talk)
    await saves(world, "tom", theirs, replace(talk, state=GoalState.DROPPED))
    await saves(world, "maya", mine, replace(rest, words=replace(REST, measure="Twice a week")))
    # Each hears of what the other has changed, and of nothing else.
    assert [goal.words.measure for goal in (await world.newest("tom", GoalsChanged)).goals] == ["Twice a week"]
    assert [goal.words.measure for goal in (await the_list(world, "tom", pair)).goals] == ["Twice a week"]


async def test_checkpoints_are_ticked_off_and_told_to_the_partner_alone(world: World, pair: str) -> None:
    await world.has_channel()
    talk = await with_steps(world, pair, "Find a subject", "Ask for a slot")
    first, second = (each.id or "" for each in talk.checkpoints)
    shown = await the_goal(world, "maya", talk)
    await saves(world, "maya", shown, talk, ticked=(first,))
    [told] = await world.told("tom", GoalsChanged)
    assert ([each.words for each in told.ticked], told.is_reworded) == (["Find a subject"], False)
    assert [each.is_reworded for each in await world.told("maya", GoalsChanged)] == [True, True]
    assert await world.told("maya", ConsentAsked) == []
    assert [line.progress for line in (await world.home("tom")).goals] == [Progress(1, 2), NO_CHECKPOINTS]
    # Tom had the form open: what he ticks is added to it, and what he corrects stays ticked.
    corrected = (Checkpoint(None, "Find one subject"), Checkpoint(None, "Ask for a slot"))
    await saves(world, "tom", shown, replace(talk, checkpoints=corrected), ticked=(second,))
    now = (await the_goal(world, "tom", talk)).goals[0]
    assert [(each.words, each.is_reached) for each in now.checkpoints] == [
        ("Find one subject", True), ("Ask for a slot", True),
    ]  # fmt: skip
    await saves(world, "maya", await the_goal(world, "maya", talk), now, unticked=(first,))
    assert [(told.goals[0].id, told.ticked) for told in await world.told("tom", GoalsChanged)] == [(talk.id, ())]
    await saves(world, "maya", await the_goal(world, "maya", talk), replace(now, checkpoints=now.checkpoints[1:]))
    assert [line.progress for line in (await world.home("tom")).goals] == [Progress(1, 1), NO_CHECKPOINTS]


async def test_one_save_is_one_piece_of_news(world: World, pair: str) -> None:
    talk = await with_steps(world, pair, "Find a subject", "Ask for a slot")
    rest = (await the_list(world, "maya", pair)).goals[1]
    first = talk.checkpoints[0].id or ""
    shown = await prepare_some_goals(world.services, world.who("maya"), pair, [talk.id or "", rest.id or ""])
    await saves(world, "maya", shown, talk, replace(rest, words=replace(REST, measure="Twice")), ticked=(first,))
    [told] = await world.told("tom", GoalsChanged)
    assert [goal.words.statement for goal in told.goals] == ["Give a talk", "Say no more often"]
    assert ([each.id for each in told.ticked], told.is_reworded) == ([first], True)
    await world.send_all()
    sent = await world.all(select(Notice.delivery_id).where(Notice.facts["ticked"].as_string().contains(first)))
    # What is reached is told to both; to whoever said so, nothing else of what they did.
    shown = await prepare_some_goals(world.services, world.who("maya"), pair, [talk.id or "", rest.id or ""])
    talk, rest = shown.goals
    second = talk.checkpoints[1].id or ""
    await saves(world, "maya", shown, talk, replace(rest, state=GoalState.REACHED), ticked=(second,), unticked=(first,))
    told = await world.newest("tom", GoalsChanged)
    assert ([goal.id for goal in told.reached], [each.id for each in told.ticked]) == ([rest.id], [second])
    mine = await world.newest("maya", GoalsChanged)
    assert ([goal.id for goal in mine.reached], mine.goals) == ([rest.id], ())
    # The news of the tick that was taken back is drawn again.
    assert await world.redrawings() >= set(sent) != set()


async def test_checkpoints_that_both_write_at_once_are_seen_by_the_second(world: World, pair: str) -> None:
    talk = await with_steps(world, pair, "Find a subject")
    shown = await the_goal(world, "maya", talk)
    more = (*talk.checkpoints, Checkpoint(None, "Ask for a slot"))
    await saves(world, "tom", shown, replace(talk, checkpoints=more))
    mine = replace(talk, checkpoints=(Checkpoint(None, "Breathe"),))
    assert await refusals_of(saves(world, "maya", shown, mine)) == [(Reason.CHANGED_MEANWHILE, "statement_0")]
    assert len((await the_goal(world, "maya", talk)).goals[0].checkpoints) == 2


async def test_a_goal_remembers_what_it_was_and_can_be_taken_up_again(world: World, pair: str) -> None:
    await world.has_channel()
    talk = (await made(world, pair)).goals[0]
    words = replace(talk.words, statement="Give two talks")
    for name, goal in (
        ("maya", replace(talk, words=words)),
        ("tom", replace(talk, words=words, state=GoalState.REACHED)),
        ("maya", replace(talk, words=words, state=GoalState.OPEN)),
        ("maya", replace(talk, words=words, state=GoalState.REACHED)),
    ):
        world.later(days=1)
        await saves(world, name, await the_goal(world, name, talk), goal)
    shown = await the_goal(world, "tom", talk)
    assert [(change.deed, change.by and change.by.name) for change in shown.changes] == [
        (GoalDeed.REACHED, "Maya Iyer"), (GoalDeed.REOPENED, "Maya Iyer"), (GoalDeed.REACHED, "Tom Reed"),
        (GoalDeed.REWORDED, "Maya Iyer"),
    ]  # fmt: skip
    assert shown.changes[-1].before.statement == "Give a talk"
    # Reached once and for ever: nobody is asked a second time.
    assert await world.rows(Milestone) == 1
    assert len(await world.told("tom", ConsentAsked)) == 1
    sealed = await world.all(select(GoalWording.statement))
    assert not any(b"talk" in words for words in sealed)


async def test_what_changes_nothing_is_told_to_nobody(world: World, pair: str) -> None:
    shown = await made(world, pair)
    await saves(world, "maya", shown, *shown.goals)
    assert await world.told("tom", GoalsChanged) == []
    assert await world.rows(GoalWording) == 0


async def test_what_cannot_be_kept_is_refused_beside_its_field(world: World, pair: str) -> None:
    shown = await made(world, pair)
    talk, rest = shown.goals
    emptied = replace(talk, words=GoalWords())
    late = replace(rest, words=replace(REST, due_on=world.now.date() - timedelta(days=1)))
    wrong = [(Reason.EMPTY, "statement_0"), (Reason.DUE_IN_PAST, "due_on_1")]
    assert await refusals_of(saves(world, "tom", shown, emptied, late)) == wrong
    unknown = saves(world, "tom", shown, replace(talk, id="0" * 32))
    assert await refusals_of(unknown) == [(Reason.OUT_OF_DATE, None)]
    many = replace(talk, checkpoints=tuple(Checkpoint(None, f"Step {n}") for n in range(11)))
    long = saves(world, "tom", await the_goal(world, "tom", talk), many)
    assert await refusals_of(long) == [(Reason.TOO_MANY_CHECKPOINTS, "checkpoints_0")]
    room = await prepare_new_goal(world.services, world.who("tom"), pair)
    new = [SharedGoal(None, REST)] * (MOST_OPEN - 1)
    assert await refusals_of(saves(world, "tom", room, *new)) == [(Reason.TOO_MANY_GOALS, "statement_4")]


async def test_nobody_else_may_and_not_before_both_are_ready(world: World, pair: str) -> None:
    await world.known("zoe")
    shown = await made(world, pair)
    for name in ("zoe", "amara"):
        assert await refusals_of(the_list(world, name, pair)) == [(Reason.NOT_PARTNER, None)]
        assert await refusals_of(saves(world, name, shown, *shown.goals)) == [(Reason.NOT_PARTNER, None)]
        assert await refusals_of(the_goal(world, name, shown.goals[0])) == [(Reason.NOT_PARTNER, None)]
    other = await world.paired("tom", "zoe")
    assert await refusals_of(the_list(world, "tom", other)) == [(Reason.NOT_ACTIVE, None)]
