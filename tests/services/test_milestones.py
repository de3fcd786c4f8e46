"""Milestones that follow from check-ins: noticed once, for ever, and posted as both wish."""

import pytest

from mentoring.celebrations import ConsentAsked, NotPosted, ShoutOutText
from mentoring.consent import Answer, ShoutOutState
from mentoring.milestones import Milestone, MilestoneKind
from mentoring.people import Celebrations
from storage.models import Milestone as MilestoneRow
from storage.models import ShoutOut
from tests.services.world import WINS, World

FIRST = Milestone(MilestoneKind.FIRST_SESSION)
TENTH = Milestone(MilestoneKind.SESSIONS, "10")


async def posted(world: World) -> list[ShoutOutText]:
    """What has been put on its way to the channel."""
    posts = await world.posts_to_channel()
    return [content for post in posts for content in post.contents if isinstance(content, ShoutOutText)]


@pytest.fixture
async def pair(world: World, pair: str) -> str:
    await world.has_channel()
    return pair


async def test_after_the_first_session_both_are_asked(world: World, pair: str) -> None:
    await world.checks_in("tom", pair)
    for name in ("tom", "maya"):
        [asked] = await world.told(name, ConsentAsked)
        assert asked.named.milestone == FIRST
        assert [person.name for person in asked.named.named] == ["Maya Iyer", "Tom Reed"]
        assert asked.unnamed.named == ()
        assert (asked.channel, asked.answer, asked.state) == (WINS, None, ShoutOutState.ASKING)
    assert await posted(world) == []


async def test_the_partners_side_of_a_session_counts_for_nothing_more(world: World, pair: str) -> None:
    await world.checks_in("tom", pair)
    [session] = await world.sessions_of(pair)
    await world.checks_in("maya", pair, session_id=session)
    assert await world.rows(MilestoneRow) == 1
    assert len(await world.told("tom", ConsentAsked)) == 1


async def test_when_both_agree_it_is_posted_with_their_names(world: World, pair: str) -> None:
    await world.checks_in("tom", pair)
    await world.says("tom", Answer.YES)
    assert await posted(world) == []
    await world.says("maya", Answer.YES)
    [shout_out] = await posted(world)
    assert shout_out.milestone == FIRST
    assert [person.name for person in shout_out.named] == ["Maya Iyer", "Tom Reed"]


async def test_when_one_goes_without_a_name_so_do_both(world: World, pair: str) -> None:
    await world.checks_in("tom", pair)
    await world.says("tom", Answer.YES)
    await world.says("maya", Answer.UNNAMED)
    [shout_out] = await posted(world)
    assert shout_out.named == ()
    assert shout_out.author is None


async def test_always_answers_for_oneself_alone(world: World, pair: str) -> None:
    await world.sets("tom", Celebrations.ALWAYS)
    await world.checks_in("tom", pair)
    assert await world.told("tom", ConsentAsked) == []
    assert len(await world.told("maya", ConsentAsked)) == 1
    await world.says("maya", Answer.YES)
    assert len(await posted(world)) == 1


async def test_where_both_always_agree_nobody_is_asked(world: World, pair: str) -> None:
    for name in ("tom", "maya"):
        await world.sets(name, Celebrations.ALWAYS)
    await world.checks_in("tom", pair)
    assert len(await posted(world)) == 1
    assert await world.told("maya", ConsentAsked) == []


@pytest.mark.parametrize("other", list(Celebrations))
async def test_never_means_that_nobody_is_asked(world: World, pair: str, other: Celebrations) -> None:
    await world.sets("tom", Celebrations.NEVER)
    await world.sets("maya", other)
    await world.checks_in("maya", pair)
    assert await world.rows(ShoutOut) == 0
    assert await posted(world) == []


async def test_what_was_reached_in_silence_is_not_brought_up_later(world: World, pair: str) -> None:
    await world.sets("tom", Celebrations.NEVER)
    await world.checks_in("tom", pair)
    await world.sets("tom", Celebrations.ASK)
    await world.checks_in("tom", pair)
    assert await world.rows(ShoutOut) == 0


async def test_the_tenth_session_is_a_milestone_too(world: World, pair: str) -> None:
    for name in ("tom", "maya"):
        await world.sets(name, Celebrations.ALWAYS)
    for _ in range(11):
        world.later(seconds=1)
        await world.checks_in("tom", pair)
    assert [shout_out.milestone for shout_out in await posted(world)] == [FIRST, TENTH]


async def test_each_pair_has_its_own(world: World, pair: str) -> None:
    other = await world.paired("tom", "zoe")
    await world.checks_in("tom", pair)
    await world.checks_in("tom", other)
    assert await world.rows(MilestoneRow) == 2
    assert len(await world.told("tom", ConsentAsked)) == 2


async def test_nobody_is_told_that_a_milestone_was_not_posted(world: World, pair: str) -> None:
    await world.checks_in("tom", pair)
    await world.send_all()
    await world.says("maya", Answer.NO)
    world.later(hours=72)
    await world.settles()
    for name in ("tom", "maya"):
        assert await world.told(name, NotPosted) == []
        [asked] = await world.told(name, ConsentAsked)
        assert asked.state is ShoutOutState.NOT_POSTED
