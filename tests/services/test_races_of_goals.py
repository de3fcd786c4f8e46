"""Goals that both of a pair change at the same time, on PostgreSQL: both are told once, nothing is overwritten."""

import pytest
from sqlalchemy import select

from mentoring.checkpoints import Checkpoint
from mentoring.goals import GoalsRevealed, GoalsValues, GoalWords, PartnerReady
from mentoring.refusals import Reason
from mentoring.shared_goals import GoalListValues, GoalsChanged, GoalState, SharedGoal
from services.answer_goal import settle_goal
from services.draft_goals import draft_goals
from services.share_goals import prepare_goal, prepare_list, save_list
from storage.models import Goal, GoalDraft, GoalWording, Milestone
from tests.services.test_races import at_once
from tests.services.world import World

# On SQLite one deed comes after the other, and what that does the tests of each show.
pytestmark = pytest.mark.parametrize("dialect", ["postgresql"])


async def test_both_are_ready_and_make_one_list_at_once(
    world: World, pair: str, caplog: pytest.LogCaptureFixture
) -> None:
    values = GoalsValues(pair, (GoalWords("Give a talk"), GoalWords("Say no more often")), is_ready=True)
    deeds = (
        draft_goals(world.services, world.who(name), values, f"V-{name}") for name in ("tom", "maya") for _ in range(2)
    )
    assert await at_once(*deeds) == {None: 4}
    assert await world.rows(GoalDraft) == 4
    for name in ("tom", "maya"):
        assert len(await world.told(name, GoalsRevealed)) == 1
        assert all(told.is_over for told in await world.told(name, PartnerReady))

    lists = {name: await prepare_list(world.services, world.who(name), pair) for name in ("tom", "maya")}
    counted = await at_once(
        *(
            save_list(world.services, world.who(name), GoalListValues(pair, shown.goals, shown.seen), f"V-list-{name}")
            for name, shown in lists.items()
        )
    )
    # The slower of them sees what the other has made of it, and decides.
    assert counted == {None: 1, (Reason.CHANGED_MEANWHILE, "statement_0"): 1}
    assert await world.rows(Goal) == 4
    assert sum([len(await world.told(name, GoalsChanged)) for name in lists]) == 1
    assert "runs again" not in caplog.text


async def test_both_say_at_once_that_a_goal_is_reached_and_tick_off_what_led_to_it(world: World, pair: str) -> None:
    steps = (Checkpoint(None, "Find a subject"), Checkpoint(None, "Ask for a slot"))
    goal = SharedGoal(None, GoalWords("Give a talk"), checkpoints=steps)
    await save_list(world.services, world.who("tom"), GoalListValues(pair, (goal,), None), world.form())
    [id_] = await world.all(select(Goal.id))
    shown = await prepare_goal(world.services, world.who("tom"), id_)
    ticks = zip(("tom", "maya"), shown.goals[0].checkpoints, strict=True)
    counted = await at_once(
        *(
            save_list(
                world.services, world.who(name),
                GoalListValues(pair, shown.goals, shown.seen, frozenset({step.id or ""})), f"V-tick-{name}",
            )
            for name, step in ticks
        ),
        settle_goal(world.services, world.who("tom"), id_, GoalState.REACHED),
        settle_goal(world.services, world.who("maya"), id_, GoalState.REACHED),
    )  # fmt: skip
    # Whoever ticks after it was reached is shown that it was.
    assert counted.keys() <= {None, (Reason.CHANGED_MEANWHILE, "statement_0")}
    assert counted[None] >= 2
    assert await world.rows(Milestone) == 1
    assert await world.rows(GoalWording) == 1
