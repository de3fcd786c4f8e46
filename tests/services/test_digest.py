"""Three posts a day go to a channel; the others wait, and go together as the next working day begins."""

import asyncio
from datetime import timedelta

import pytest

from mentoring.celebrations import Digest, ShoutOutText, WinSaved
from mentoring.consent import Answer, ShoutOutState
from mentoring.wins import Audience
from services.let_in import let_in
from services.settle_shout_outs import settle_shout_outs
from storage.completing import Dead, Retry
from storage.models import DeliveryState
from tests.services.drawing import Post
from tests.services.world import MONDAY, RAPPORT, WINS, WORKSPACE, World

# Nine in London, where the organiser is.
TUESDAY = MONDAY.replace(hour=9) + timedelta(days=1)


@pytest.fixture
async def pair(world: World, pair: str) -> str:
    await world.has_channel()
    return pair


async def celebrate(world: World, pair: str, *words: str) -> None:
    for each in words:
        await world.celebrates("tom", each, Audience.CHANNEL, pair)
        await settle_shout_outs(world.services)


def words_of(post: Post) -> list[str | None]:
    return [
        each.words
        for content in post.contents
        for each in (content.posts if isinstance(content, Digest) else [content])
        if isinstance(each, ShoutOutText)
    ]


async def test_the_fourth_and_fifth_are_one_post_the_next_morning(world: World, pair: str) -> None:
    await celebrate(world, pair, "one", "two", "three", "four", "five")
    *today, digest = await world.posts_to_channel()
    assert [words_of(post) for post in today] == [["one"], ["two"], ["three"]]
    assert {post.at for post in today} == {MONDAY}
    assert (words_of(digest), digest.at) == (["four", "five"], TUESDAY)
    await world.settles()
    told = [(saved.words, saved.state, saved.waits_until) for saved in await world.told("tom", WinSaved)]
    assert told[2:4] == [("three", ShoutOutState.POSTED, None), ("four", ShoutOutState.AGREED, TUESDAY)]

    # It fails at first, and is repeated: still each is posted once, and by then the day's third place is taken.
    world.now = TUESDAY
    await world.completes_due(Retry(TUESDAY + timedelta(minutes=5), "HTTP 500"))
    await celebrate(world, pair, "six", "seven", "eight")
    world.later(minutes=5)
    await world.settles()
    assert {saved.state for saved in (await world.told("tom", WinSaved))[:7]} == {ShoutOutState.POSTED}
    posts = await world.posts_to_channel()
    assert [words_of(post) for post in posts[3:]] == [["four", "five"], ["six"], ["seven"], ["eight"]]
    assert posts[-1].at == TUESDAY + timedelta(days=1)


async def test_each_in_a_digest_is_there_by_its_own_consent(world: World, pair: str) -> None:
    await celebrate(world, pair, "one", "two", "three")
    for words, answer in (("maya led it", Answer.UNNAMED), ("maya wrote it", Answer.NO), ("maya did it", Answer.YES)):
        world.later(minutes=1)
        await world.celebrates("tom", words, Audience.CHANNEL, pair)
        await world.says("maya", answer)
    digest = (await world.posts_to_channel())[-1]
    [content] = digest.contents
    assert isinstance(content, Digest)
    assert [(each.words, bool(each.named)) for each in content.posts] == [("maya led it", False), ("maya did it", True)]


async def test_what_waited_for_a_channel_does_not_flood_it(world: World, pair: str) -> None:
    await celebrate(world, pair, "one")
    assert await world.completes_due(Dead("not_in_channel"))
    await world.changes_programme(channel=None)
    world.later(days=13)
    await celebrate(world, pair, *map(str, range(14)))
    await world.changes_programme(channel=WINS)
    await let_in(world.services, WORKSPACE, WINS, RAPPORT)
    posts = [post for post in await world.posts_to_channel() if post.contents and post.state is DeliveryState.PENDING]
    assert [len(words_of(post)) for post in posts] == [1, 1, 1, 9, 3]
    # What has waited longest comes first, and it is not given up while it waits for its day.
    assert words_of(posts[0]) == ["one"]
    world.later(days=2)
    await world.settles()
    assert {saved.state for saved in await world.told("tom", WinSaved)} == {ShoutOutState.POSTED}


@pytest.mark.parametrize("dialect", ["postgresql"])
async def test_placed_by_several_at_once_the_day_still_has_three(world: World, pair: str) -> None:
    for words in "abcde":
        await world.celebrates("tom", words, Audience.CHANNEL, pair)
    await asyncio.gather(*(settle_shout_outs(world.services) for _ in range(4)))
    posts = await world.posts_to_channel()
    assert sorted(len(words_of(post)) for post in posts) == [1, 1, 1, 2]
