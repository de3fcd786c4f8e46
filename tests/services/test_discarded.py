"""What the operator discards is told no more, whatever happens next: it may have arrived after all."""

from collections.abc import Sequence
from datetime import timedelta

from mentoring.wins import Audience
from services.let_in import let_in
from services.look_at_pairs import look_at_pairs
from services.settle_shout_outs import settle_shout_outs
from storage.completing import Unconfirmed
from storage.outbox_review import discard_posts
from tests.services.test_nudging import begun, look_at_all, nudges
from tests.services.test_races_of_nudges import THURSDAY
from tests.services.world import RAPPORT, WINS, WORKSPACE, World

NOBODY_KNOWS = Unconfirmed("the history breaks off")


async def discards(world: World, posts: Sequence[int]) -> None:
    assert posts
    assert await world.store.write(lambda tx: discard_posts(tx, posts, world.now)) == posts


async def test_a_nudge_does_not_come_again_the_next_day(world: World) -> None:
    await begun(world, "tom", "zoe")
    world.now = THURSDAY
    await look_at_pairs(world.services)
    told = await nudges(world)
    await discards(world, await world.completes_due(NOBODY_KNOWS))
    world.now += timedelta(days=1)
    await world.store.write(lambda tx: look_at_all(tx, world.now))
    await look_at_pairs(world.services)
    assert len(told) == 2
    assert await nudges(world) == told


async def test_a_post_does_not_go_to_the_channel_once_it_lets_rapport_in(world: World, pair: str) -> None:
    await world.has_channel()
    await world.celebrates("tom", "We did it", Audience.CHANNEL, pair)
    await settle_shout_outs(world.services)
    [post] = await world.posts_to_channel()
    assert post.id in await world.completes_due(NOBODY_KNOWS)
    await discards(world, [post.id])
    await let_in(world.services, WORKSPACE, WINS, RAPPORT)
    await settle_shout_outs(world.services)
    assert [each.id for each in await world.posts_to_channel() if each.id != post.id] == []
