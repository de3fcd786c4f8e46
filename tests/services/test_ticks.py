"""Checkpoints that a check-in ticks off: both read which, and once it is withdrawn they are open again."""

from dataclasses import replace

import pytest

from mentoring.check_in_news import CheckInSaved, PartnerCheckedIn
from mentoring.checkpoints import NO_CHECKPOINTS, Checkpoint, Progress
from mentoring.goals import GoalWords
from mentoring.sessions import CheckInValues
from mentoring.shared_goals import GoalListValues, SharedGoal
from services.edit_check_in import edit_check_in, prepare_edit
from services.prepare_check_in import prepare_check_in
from services.share_goals import prepare_list, save_list
from services.withdraw_check_in import withdraw_check_in
from tests.services.beginnings import Beginning, Prepare
from tests.services.queries import counted_queries
from tests.services.world import World


@pytest.fixture(scope="module")
async def with_a_goal(paired: Beginning, prepare: Prepare) -> Beginning:
    """Two with a goal that has two checkpoints."""

    async def story(world: World, pair: str) -> None:
        steps = (Checkpoint(None, "Find a subject"), Checkpoint(None, "Ask for a slot"))
        goal = SharedGoal(None, GoalWords("Give a talk"), checkpoints=steps)
        await save_list(world.services, world.who("tom"), GoalListValues(pair, (goal,), None), world.form())

    return await prepare(paired, story)


@pytest.fixture
def beginning(with_a_goal: Beginning) -> Beginning:
    return with_a_goal


async def steps_of(world: World, pair: str) -> tuple[Checkpoint, ...]:
    return (await prepare_list(world.services, world.who("tom"), pair)).goals[0].checkpoints


async def ticks(world: World, pair: str, *ids: str | None) -> None:
    await world.checks_in("maya", pair, ticked=frozenset(id_ or "" for id_ in ids))


async def test_what_is_ticked_off_is_told_to_both_and_withdrawn_it_is_open_again(world: World, pair: str) -> None:
    first, second = await steps_of(world, pair)
    draft = await prepare_check_in(world.services, world.who("maya"), pair_id=pair, more=True)
    assert [(goal.statement, goal.checkpoints) for goal in draft.goals] == [("Give a talk", (first, second))]
    await ticks(world, pair, first.id)
    reached = replace(first, is_reached=True)
    [saved], [news] = await world.told("maya", CheckInSaved), await world.told("tom", PartnerCheckedIn)
    assert saved.ticked == news.ticked == (reached,)
    assert [line.progress for line in (await world.home("tom")).goals] == [Progress(1, 2)]
    # Tom's form offers what is still to be reached.
    draft = await prepare_check_in(world.services, world.who("tom"), pair_id=pair, more=True)
    assert draft.goals[0].checkpoints == (second,)
    await withdraw_check_in(world.services, world.who("maya"), saved.check_in_id)
    assert await steps_of(world, pair) == (first, second)


async def test_edited_it_ticks_off_something_else(world: World, pair: str) -> None:
    first, second = await steps_of(world, pair)
    await ticks(world, pair, first.id)
    [saved] = await world.told("maya", CheckInSaved)
    draft = await prepare_edit(world.services, world.who("maya"), saved.check_in_id)
    assert draft.goals[0].checkpoints == (replace(first, is_reached=True), second)
    values = CheckInValues(pair, draft.day, seen=draft.seen, next_at=draft.next_at, ticked=frozenset({second.id or ""}))
    await edit_check_in(world.services, world.who("maya"), saved.check_in_id, values, world.form())
    assert [each.is_reached for each in await steps_of(world, pair)] == [False, True]
    assert [each.words for each in (await world.newest("tom", PartnerCheckedIn)).ticked] == ["Ask for a slot"]


async def test_what_somebody_else_ticked_off_stays_theirs(world: World, pair: str) -> None:
    first, _ = await steps_of(world, pair)
    await ticks(world, pair, first.id)
    [mine] = await world.told("maya", CheckInSaved)
    await world.checks_in("tom", pair, ticked=frozenset({first.id or ""}), session_id=mine.session_id)
    theirs = await world.newest("tom", CheckInSaved)
    assert theirs.ticked == ()
    await withdraw_check_in(world.services, world.who("tom"), theirs.check_in_id)
    assert [each.is_reached for each in await steps_of(world, pair)] == [True, False]


async def test_what_the_form_took_back_is_no_longer_the_check_ins(world: World, pair: str) -> None:
    first, _ = await steps_of(world, pair)
    await ticks(world, pair, first.id)
    [saved] = await world.told("maya", CheckInSaved)
    for ticked, unticked in ((set(), {first.id or ""}), ({first.id or ""}, set())):
        shown = await prepare_list(world.services, world.who("tom"), pair)
        values = GoalListValues(pair, shown.goals, shown.seen, frozenset(ticked), frozenset(unticked))
        await save_list(world.services, world.who("tom"), values, world.form())
        assert (await world.newest("maya", CheckInSaved)).ticked == ()
    await withdraw_check_in(world.services, world.who("maya"), saved.check_in_id)
    assert [each.is_reached for each in await steps_of(world, pair)] == [True, False]


async def test_another_pairs_are_passed_over(world: World, pair: str) -> None:
    first, _ = await steps_of(world, pair)
    other = await world.paired("tom", "zoe")
    await world.checks_in("zoe", other, ticked=frozenset({first.id or ""}))
    assert [line.progress for line in (await world.home("maya")).goals] == [Progress(0, 2)]
    assert (await world.newest("zoe", CheckInSaved)).ticked == ()
    assert NO_CHECKPOINTS not in [line.progress for line in (await world.home("tom")).goals]


async def test_who_ticks_nothing_asks_for_no_checkpoint(world: World, pair: str) -> None:
    with counted_queries() as queries:
        await world.checks_in("maya", pair)
        await prepare_check_in(world.services, world.who("tom"))
    assert [query for query in queries if "FROM checkpoint" in query] == []
