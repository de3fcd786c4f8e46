"""Both answer the horizon check at the same instant, on PostgreSQL: they are told once, and the same."""

import pytest

from mentoring.horizon import COMPARED, Answers, HorizonCompared, HorizonValues, Round
from mentoring.refusals import Reason
from services.bring_horizon_card import bring_horizon_card
from services.check_horizon import answer_horizon
from storage.models import AgendaItem, HorizonAnswers, HorizonCard
from tests.services.test_races import at_once
from tests.services.world import World

# On SQLite one deed comes after the other, and what that does the tests of each show.
pytestmark = pytest.mark.parametrize("dialect", ["postgresql"])


async def test_both_answer_and_bring_the_card_at_once(
    world: World, pair: str, caplog: pytest.LogCaptureFixture
) -> None:
    given = {
        name: HorizonValues(pair, Round.DAY_30, Answers((pace, "work", "right", "right", "yes")))
        for name, pace in (("tom", "slow"), ("maya", "fast"))
    }
    # Each presses twice.
    deeds = (
        answer_horizon(world.services, world.who(name), values, f"V-{name}")
        for name, values in given.items()
        for _ in range(2)
    )
    assert await at_once(*deeds) == {None: 4}
    assert (await world.rows(HorizonAnswers), await world.rows(HorizonCard)) == (2, 1)
    told = [await world.told(name, HorizonCompared) for name in given]
    assert [len(each) for each in told] == [1, 1]
    assert told[0][0].cards == told[1][0].cards

    words = dict.fromkeys(COMPARED, "Our pace")
    brought = (
        bring_horizon_card(world.services, world.who(name), told[0][0].cards[0].id, words)
        for name in given
        for _ in range(2)
    )
    assert await at_once(*brought) == {None: 4}
    assert await world.rows(AgendaItem) == 1
    assert "runs again" not in caplog.text


async def test_one_changes_their_mind_as_the_other_answers(world: World, pair: str) -> None:
    slow, right = (Answers((pace, "work", "right", "right", "yes")) for pace in ("slow", "right"))
    await answer_horizon(world.services, world.who("tom"), HorizonValues(pair, Round.DAY_30, slow), "V-first")
    counted = await at_once(
        answer_horizon(world.services, world.who("tom"), HorizonValues(pair, Round.DAY_30, right), "V-again"),
        answer_horizon(world.services, world.who("maya"), HorizonValues(pair, Round.DAY_30, right), "V-maya"),
    )
    [told] = await world.told("maya", HorizonCompared)
    # Either his second thought came first, or it came too late; never both.
    assert (counted, len(told.cards)) in (({None: 2}, 0), ({None: 1, (Reason.TOO_LATE, None): 1}, 1))
