"""What asks two who have not met, and what becomes of it once events have overtaken it, to each of the two."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select, update

from mentoring.nudge_contents import (
    By,
    HaveNotMet,
    Outcome,
    Settled,
)
from mentoring.nudges.kinds import NudgeKind
from mentoring.pairs import Role
from mentoring.partings import EndValues
from mentoring.planning import OfferValues
from mentoring.rhythms import RhythmValues
from services.change_rhythm import change_rhythm
from services.end_pair import end_pair
from services.look_at_pairs import look_at_pairs
from services.propose_times import propose_times
from services.take_time import take_time
from storage.models import Delivery, DeliveryState, OfferedTime, Pause
from storage.transaction import Transaction
from tests.services.asking import NEXT, became, looked_at, planned
from tests.services.beginnings import Beginning
from tests.services.drawing import Post
from tests.services.nudged import ticks
from tests.services.world import World


@pytest.fixture
def beginning(have_not_met: Beginning) -> Beginning:
    return have_not_met


async def test_whoever_acts_settles_it_for_both(world: World, pair: str) -> None:
    for name, role in (("tom", Role.MENTOR), ("maya", Role.MENTEE)):
        asked = await world.newest(name, HaveNotMet)
        assert (asked.about.step, asked.about.role, asked.last_met) == (1, role, date(2026, 3, 2))
    await planned(world, pair, by="maya")
    assert await became(world, "tom") == (Outcome.PLANNED, By.PARTNER)
    assert await became(world, "maya") == (Outcome.PLANNED, By.ME)
    assert (await world.newest("tom", Settled)).at == NEXT


async def test_times_that_are_proposed_settle_it_until_one_is_taken(world: World, pair: str) -> None:
    offer = OfferValues(pair, {"time_1": NEXT})
    await propose_times(world.services, world.who("tom"), offer, world.form())
    await ticks(world)
    assert await became(world, "tom") == (Outcome.PROPOSED, By.ME)
    assert await became(world, "maya") == (Outcome.PROPOSED, By.PARTNER)
    [time] = await world.all(select(OfferedTime.id))
    await take_time(world.services, world.who("maya"), time)
    await look_at_pairs(world.services)
    asked = {name: [post.id for post in await world.posts_to(name) if _asked_to_meet(post)] for name in ("tom", "maya")}
    assert {id_ for ids in asked.values() for id_ in ids[-1:]} <= await world.redrawings()
    assert await became(world, "tom") == (Outcome.PLANNED, By.PARTNER)
    assert await became(world, "maya") == (Outcome.PLANNED, By.ME)


def _asked_to_meet(post: Post) -> bool:
    return any(isinstance(each, Settled) and each.about.kind is NudgeKind.HAVE_NOT_MET for each in post.contents)


async def test_a_new_rhythm_settles_it(world: World, pair: str) -> None:
    await change_rhythm(world.services, world.who("maya"), RhythmValues(pair, 30), world.form())
    await ticks(world)
    assert await became(world, "tom") == (Outcome.REPACED, By.PARTNER)
    assert await became(world, "maya") == (Outcome.REPACED, By.ME)
    assert (await world.newest("tom", Settled)).about.rhythm_days == 30


async def test_a_meeting_that_was_not_logged_is_logged_from_there(world: World, pair: str) -> None:
    await world.checks_in("tom", pair, happened_on=date(2026, 3, 17))
    await ticks(world)
    for name, by in (("tom", By.ME), ("maya", By.PARTNER)):
        settled = await world.newest(name, Settled)
        assert (settled.outcome, settled.by, settled.on) == (Outcome.MET, by, date(2026, 3, 17))


async def test_a_pause_and_an_end_settle_it(world: World, pair: str) -> None:
    tom = await world.id_of("tom")
    until = world.now + timedelta(days=20)

    async def pauses(tx: Transaction) -> None:
        tx.add(Pause(workspace_id=world.workspace, pair_id=pair, by_id=tom, since=world.now, until=until))
        await looked_at(tx, pair, world.now)

    await world.store.write(pauses)
    await ticks(world)
    for name, by in (("tom", By.ME), ("maya", By.PARTNER)):
        settled = await world.newest(name, Settled)
        assert (settled.outcome, settled.by, settled.on) == (Outcome.PAUSED, by, date(2026, 4, 8))
    await end_pair(world.services, world.who("maya"), EndValues(pair), world.form())
    assert {each.outcome for each in await world.told("tom", Settled)} == {Outcome.ENDED}


async def test_what_was_overtaken_before_it_went_is_not_said(world: World, pair: str) -> None:
    query = select(Delivery.id).order_by(Delivery.id.desc()).limit(1)
    [newest] = await world.all(query)

    async def unsent(tx: Transaction) -> None:
        values = {"state": DeliveryState.PENDING, "channel": None, "ts": None}
        await tx.execute(update(Delivery).where(Delivery.id == newest).values(**values))

    await world.store.write(unsent)
    [post] = [post for name in ("tom", "maya") for post in await world.posts_to(name) if post.id == newest]
    assert isinstance(post.contents[0], HaveNotMet)
    await planned(world, pair)
    assert newest not in [post.id for name in ("tom", "maya") for post in await world.posts_to(name)]
