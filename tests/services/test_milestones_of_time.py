"""Half-way, a year and graduation: the loop notices them once, and asks both."""

from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
from sqlalchemy import select, update

from mentoring.celebrations import ConsentAsked, ShoutOutText
from mentoring.consent import Answer
from mentoring.going_on import GoOnValues
from mentoring.milestones import Milestone, MilestoneKind
from mentoring.pairs import PairState
from mentoring.partings import EndValues
from mentoring.people import Celebrations
from services.end_pair import end_pair
from services.finish_pair import finish_pair
from services.go_on import go_on
from services.look_at_pairs import look_at_pairs
from storage.models import Milestone as MilestoneRow
from storage.models import Pair
from storage.transaction import Transaction
from tests.services.nudged import jumps, ticks
from tests.services.queries import counted_queries
from tests.services.world import World

# Both accepted on 31 January, for six months.
HALF_WAY, END = datetime(2026, 5, 1, tzinfo=UTC), datetime(2026, 7, 31, tzinfo=UTC)
A_YEAR, AFTER_FIFTEEN_MONTHS = datetime(2027, 1, 31, tzinfo=UTC), datetime(2027, 4, 30, tzinfo=UTC)


async def met(world: World, mentor: str = "tom", mentee: str = "maya") -> str:
    """Two who have met once, and were asked about that."""
    pair = await world.paired(mentor, mentee)
    await world.checks_in(mentor, pair)
    return pair


async def kinds(world: World) -> list[str]:
    rows = await world.all(select(MilestoneRow).order_by(MilestoneRow.reached_at, MilestoneRow.id))
    return [row.kind for row in rows if row.kind != MilestoneKind.FIRST_SESSION]


async def asked(world: World, name: str) -> list[MilestoneKind]:
    """What somebody is asked about."""
    found = [each.named.milestone for each in await world.told(name, ConsentAsked)]
    return [milestone.kind for milestone in found if milestone]


async def test_both_are_asked_half_way_and_at_the_end_each_once(world: World) -> None:
    await world.has_channel()
    await met(world)
    await jumps(world, HALF_WAY - timedelta(minutes=1))
    assert await kinds(world) == []
    await jumps(world, HALF_WAY)
    assert await kinds(world) == ["half-way"]
    for name in ("tom", "maya"):
        assert await asked(world, name) == [MilestoneKind.FIRST_SESSION, MilestoneKind.HALF_WAY]
    # It is news: nobody hears of it in the night, nor loses time for an answer.
    post = await world.post_with("tom", ConsentAsked)
    assert post.at == HALF_WAY + timedelta(hours=8)
    [*_, question] = await world.told("tom", ConsentAsked)
    assert question.until == post.at + timedelta(hours=72)
    await jumps(world, END, END + timedelta(days=20))
    assert await kinds(world) == ["half-way", "graduation"]


async def test_a_graduation_is_posted_when_both_agree(world: World) -> None:
    await world.has_channel()
    pair = await met(world)
    await jumps(world, HALF_WAY + timedelta(days=30))
    await world.sets("maya", Celebrations.ALWAYS)
    await finish_pair(world.services, world.who("tom"), pair, world.form())
    await ticks(world)
    await world.says("tom", Answer.YES)
    posts = [content for post in await world.posts_to_channel() for content in post.contents]
    assert [post.milestone for post in posts if isinstance(post, ShoutOutText)] == [Milestone(MilestoneKind.GRADUATION)]
    assert MilestoneKind.GRADUATION not in await asked(world, "maya")


async def test_who_ends_early_does_not_graduate_and_who_goes_on_is_half_way_once(world: World) -> None:
    early, longer = await met(world), await met(world, "zoe", "leo")
    await jumps(world, HALF_WAY, HALF_WAY + timedelta(days=30))
    await end_pair(world.services, world.who("tom"), EndValues(early), world.form())
    await go_on(world.services, world.who("zoe"), GoOnValues(longer, 15), world.form())
    await jumps(world, END, A_YEAR, AFTER_FIFTEEN_MONTHS, AFTER_FIFTEEN_MONTHS + timedelta(days=90))
    assert sorted(await kinds(world)) == ["graduation", "half-way", "half-way", "year"]
    assert await asked(world, "tom") == [MilestoneKind.FIRST_SESSION, MilestoneKind.HALF_WAY]


async def test_what_comes_back_from_its_end_graduates_once(world: World) -> None:
    await met(world)
    await jumps(world, HALF_WAY, END + timedelta(days=1))
    await world.store.write(_restore)
    await ticks(world)
    await jumps(world, END + timedelta(days=31), END + timedelta(days=40))
    assert await kinds(world) == ["half-way", "graduation"]


async def _restore(tx: Transaction) -> None:
    await tx.execute(update(Pair).values(state=PairState.ACTIVE.value, length_months=7))


async def test_whoever_wants_none_is_asked_nothing_nor_is_the_partner(world: World) -> None:
    await met(world)
    await world.sets("maya", Celebrations.NEVER)
    await jumps(world, HALF_WAY, END, END + timedelta(days=20))
    assert await kinds(world) == ["half-way", "graduation"]
    assert await asked(world, "tom") == [MilestoneKind.FIRST_SESSION]


@pytest.mark.parametrize("pairs", [1, 4])
async def test_its_price_does_not_grow_with_how_many_are_half_way(world: World, pairs: int) -> None:
    for mentor, mentee in [("tom", "maya"), ("tom", "zoe"), ("zoe", "leo"), ("maya", "leo")][:pairs]:
        await met(world, mentor, mentee)
    await jumps(world, HALF_WAY - timedelta(minutes=2))
    before = await _cost_of_a_look(world, HALF_WAY - timedelta(minutes=1))
    assert await kinds(world) == []
    # What has been noted, who they are, their programmes, which posts wait for them, whose homes show it.
    assert await _cost_of_a_look(world, HALF_WAY) == before + 5
    assert await kinds(world) == ["half-way"] * pairs


async def _cost_of_a_look(world: World, now: datetime) -> int:
    """How many queries it takes to look at all pairs, in the middle of the night."""
    world.now = now
    await world.store.write(partial(_look_at_all, now=now))
    with counted_queries() as queries:
        await look_at_pairs(world.services)
    return len(queries)


async def _look_at_all(tx: Transaction, now: datetime) -> None:
    await tx.execute(update(Pair).values(look_at=now))
