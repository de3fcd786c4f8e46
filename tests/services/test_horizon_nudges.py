"""Both are asked for the horizon check on day 30 and half-way, for as long as they have not answered."""

from datetime import timedelta

from sqlalchemy import select

from mentoring.horizon import Round
from mentoring.notices import NoticeKind
from mentoring.nudge_contents import HorizonCheck, Outcome, Settled
from mentoring.nudges.kinds import NudgeKind
from storage.models import Notice
from tests.services.nudged import jumps, passes, ticks
from tests.services.test_horizon import HALF_WAY, answer, shown
from tests.services.world import MONDAY, World


async def became(world: World, name: str) -> list[Outcome]:
    return [each.outcome for each in await world.told(name, Settled) if each.about.kind is NudgeKind.HORIZON]


async def test_both_are_asked_on_day_30_and_half_way_until_they_answer(world: World, pair: str) -> None:
    await passes(world, MONDAY + timedelta(hours=1))
    for name in ("tom", "maya"):
        [asked] = await world.told(name, HorizonCheck)
        assert (asked.about.step, asked.about.pair_id) == (1, pair)
    await answer(world, "tom", pair)
    await ticks(world)
    assert await became(world, "tom") == [Outcome.CHECKED]
    # Hers asks as it did.
    assert await became(world, "maya") == []
    assert len(await world.told("maya", HorizonCheck)) == 1
    # Half-way, Friday is a holiday nowhere here.
    await jumps(world, HALF_WAY + timedelta(hours=1))
    assert (await world.newest("tom", HorizonCheck)).about.step == 2
    assert await became(world, "maya") == [Outcome.CLOSED]
    assert await became(world, "tom") == [Outcome.CHECKED]
    await answer(world, "maya", pair, Round.HALF_WAY)
    await ticks(world)
    assert await became(world, "maya") == [Outcome.CLOSED, Outcome.CHECKED]
    assert await shown(world, "tom") == []
    asked_of = select(Notice.receiver).where(Notice.kind == NoticeKind.HORIZON)
    assert len(await world.all(asked_of)) == 4


async def test_who_answers_before_the_nudge_gets_none(world: World, pair: str) -> None:
    await answer(world, "tom", pair)
    await passes(world, MONDAY + timedelta(days=7))
    assert await world.told("tom", HorizonCheck) == []
    assert len(await world.told("maya", HorizonCheck)) == 1
