"""Whoever has not answered an invitation is asked once more; the organiser sees what has waited long."""

import asyncio
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest
from sqlalchemy import select, update

from mentoring.beginnings import AskedAgain, Introduction
from mentoring.pairs import PairState
from mentoring.people import Celebrations
from services.keep_homes_fresh import stale_homes
from services.look_at_pairs import look_at_pairs
from services.next_due import next_due
from services.note_profile import note_profile
from services.open_home import open_home
from services.uninstall import uninstall
from storage.models import Notice, Pair
from storage.transaction import Transaction
from tests.services.queries import counted_queries
from tests.services.world import MONDAY, WORKSPACE, World, profile

THURSDAY = datetime(2026, 3, 5, 9, 30, tzinfo=UTC)


async def passes(world: World, until: datetime) -> None:
    """Time goes by, and whenever something is due a tick looks, and the sender sends."""
    at: datetime | None = world.now
    while at and at <= until:
        world.now = at
        await look_at_pairs(world.services)
        await world.send_all()
        at = await next_due(world.services)
    world.now = until


async def test_who_has_not_answered_is_asked_once_more_in_their_hours(world: World) -> None:
    pair = await world.proposed("tom", "priya")
    await world.send_all()
    await world.accepts("tom", pair)
    await passes(world, MONDAY + timedelta(days=30))
    [again] = await world.told("priya", AskedAgain)
    assert (again.introduction.pair_id, again.introduction.partner.name) == (pair, "Tom Reed")
    # Asked in Sydney on Tuesday; on Friday at half past nine there, which is Thursday in London.
    assert (await world.post_with("priya", AskedAgain)).at == datetime(2026, 3, 5, 22, 30, tzinfo=UTC)
    assert await world.told("tom", AskedAgain) == []
    # Answered from there, its buttons go from both messages.
    await world.accepts("priya", pair)
    posts = await world.posts_to("priya")
    asked = [post for post in posts if isinstance(post.contents[0], Introduction | AskedAgain)]
    assert {post.id for post in asked} <= await world.redrawings()


async def test_an_answer_meanwhile_cancels_it(world: World) -> None:
    pair = await world.proposed("tom", "maya")
    declined = await world.proposed("tom", "zoe")
    await world.send_all()
    world.now = THURSDAY - timedelta(hours=1)
    await look_at_pairs(world.services)
    world.now = THURSDAY + timedelta(hours=12)
    assert await look_at_pairs(world.services) == 2
    await world.accepts("tom", pair)
    await world.declines("tom", declined)
    world.later(days=1)
    await look_at_pairs(world.services)
    await world.send_all()
    assert await world.told("tom", AskedAgain) == []
    assert len(await world.told("maya", AskedAgain)) == 1
    assert await world.told("zoe", AskedAgain) == []


async def test_after_seven_working_days_the_board_says_since_when(world: World) -> None:
    await open_home(world.services, WORKSPACE, profile("amara"))
    await world.proposed("tom", "maya")
    await passes(world, datetime(2026, 3, 10, 23, 0, tzinfo=UTC))
    [line] = (await world.home("amara")).boards[0].pairs
    assert ([person.name for person in line.waits_for], line.waits_since) == (["Tom Reed", "Maya Iyer"], None)
    world.now = datetime(2026, 3, 11, 9, 30, tzinfo=UTC)
    await look_at_pairs(world.services)
    [line] = (await world.home("amara")).boards[0].pairs
    assert line.waits_since == MONDAY
    assert world.now in [home.stale_since for home in await stale_homes(world.services, 10)]
    assert await world.all(select(Pair.look_at)) == [None]


async def test_hours_that_change_move_it(world: World) -> None:
    await world.proposed("tom", "maya")
    await look_at_pairs(world.services)
    await note_profile(world.services, WORKSPACE, replace(profile("tom"), time_zone="America/New_York"))
    await world.sets("maya", Celebrations.ASK, (time(14), time(22)))
    await world.changes_programme(country="IN")
    await passes(world, MONDAY + timedelta(days=20))
    assert (await world.post_with("tom", AskedAgain)).at == datetime(2026, 3, 6, 14, 30, tzinfo=UTC)
    # Wednesday was a holiday; and where Maya is it is two in the afternoon.
    assert (await world.post_with("maya", AskedAgain)).at == datetime(2026, 3, 6, 8, 30, tzinfo=UTC)
    for name in ("tom", "maya"):
        assert len(await world.told(name, AskedAgain)) == 1


async def test_hours_that_begin_earlier_bring_it_earlier(world: World) -> None:
    await world.proposed("tom", "leo")
    await look_at_pairs(world.services)
    await note_profile(world.services, WORKSPACE, replace(profile("tom"), time_zone="Asia/Kolkata"))
    await passes(world, MONDAY + timedelta(days=20))
    assert (await world.post_with("tom", AskedAgain)).at == datetime(2026, 3, 5, 4, 0, tzinfo=UTC)


@pytest.mark.usefixtures("pair")
async def test_nothing_is_looked_at_where_rapport_was_removed_or_a_pair_has_begun(world: World) -> None:
    assert await look_at_pairs(world.services) == 1
    assert await look_at_pairs(world.services) == 0
    await world.proposed("tom", "zoe")
    await uninstall(world.services, WORKSPACE)
    world.now = THURSDAY
    assert await look_at_pairs(world.services) == 0


@pytest.mark.parametrize("dialect", ["postgresql"])
async def test_several_at_once_ask_each_once(world: World) -> None:
    for mentor, mentee in (("tom", "maya"), ("tom", "zoe"), ("zoe", "leo")):
        await world.proposed(mentor, mentee)
    await world.send_all()
    world.now = THURSDAY + timedelta(days=3)
    found = await asyncio.gather(*(look_at_pairs(world.services) for _ in range(4)))
    assert sum(found) >= 3
    # A process that was stopped in between looks at all of them again.
    await world.store.write(lambda tx: _look_at_all(tx, world.now))
    await look_at_pairs(world.services)
    told = await world.all(select(Notice.receiver).where(Notice.kind == "asked again"))
    asked = {"tom": 2, "zoe": 2, "maya": 1, "leo": 1}
    assert Counter(told) == {await world.id_of(name): count for name, count in asked.items()}
    [post] = [post for post in await world.posts_to("tom") if isinstance(post.contents[0], AskedAgain)]
    assert len(post.contents) == 2


async def _look_at_all(tx: Transaction, now: datetime) -> None:
    await tx.execute(update(Pair).values(look_at=now))


@pytest.mark.parametrize("pairs", [1, 5])
async def test_its_price_does_not_grow_with_what_is_due(world: World, pairs: int) -> None:
    names = [("tom", "maya"), ("tom", "zoe"), ("zoe", "leo"), ("maya", "leo"), ("priya", "tom")]
    for mentor, mentee in names[:pairs]:
        await world.proposed(mentor, mentee)
    world.now = THURSDAY + timedelta(days=3)
    with counted_queries() as queries:
        assert await look_at_pairs(world.services) == pairs
    assert len(queries) == 5
    assert await world.all(select(Pair.id).where(Pair.state != PairState.PROPOSED)) == []
