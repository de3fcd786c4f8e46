"""Goals that both of a pair change at the same time, on real databases: both are told once, nothing is overwritten."""

from typing import cast

import pytest

from mentoring.goals import GoalsRevealed, GoalsValues, GoalWords, PartnerReady
from mentoring.refusals import Reason
from mentoring.shared_goals import GoalListValues, GoalsChanged
from services.draft_goals import draft_goals
from services.share_goals import prepare_list, save_list
from storage.models import Goal, GoalDraft
from tests.services.test_races import at_once
from tests.services.world import World


@pytest.fixture(params=["sqlite", "postgresql"])
def dialect(request: pytest.FixtureRequest) -> str:
    return cast("str", request.param)


async def test_both_are_ready_and_make_one_list_at_once(world: World, caplog: pytest.LogCaptureFixture) -> None:
    pair = await world.paired("tom", "maya")
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
