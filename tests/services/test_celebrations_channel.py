"""The celebrations channel: what was agreed waits for it, goes there once, and never twice."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from mentoring.celebrations import ChannelClosed, NotPosted, ShoutOutText, WinSaved
from mentoring.consent import CHANNEL_WITHIN, ShoutOutState
from mentoring.wins import Audience
from services import settle_shout_outs as settling
from services.let_in import let_in, report_closed_channel
from services.place_shout_outs import place
from services.report_refused_post import report_refused_post
from services.settle_shout_outs import settle_shout_outs
from storage.completing import Dead, InDoubt, Sent, complete
from storage.models import Delivery
from storage.outbox import claim_due
from tests.services.drawing import Post
from tests.services.looks import LEASE
from tests.services.world import MONDAY, RAPPORT, WINS, WORKSPACE, World, user_of

OTHER = "C0OTHER"
REFUSED = Dead("not_in_channel")


async def celebrate(world: World, pair: str) -> None:
    await world.celebrates("tom", "I gave my first talk", Audience.CHANNEL, pair)


async def went_out(world: World) -> list[str]:
    """The channels to which posts go that are due now, as they are sent."""
    await settle_shout_outs(world.services)
    said = await world.send_all()
    return [
        composed.address.channel or ""
        for composed in said
        if any(isinstance(content, ShoutOutText) for content in composed.contents)
    ]


async def state(world: World) -> ShoutOutState | None:
    return (await world.newest("tom", WinSaved)).state


async def the_post(world: World) -> Post:
    [post] = await world.posts_to_channel()
    return post


async def test_what_is_agreed_waits_for_a_channel(world: World, pair: str) -> None:
    await celebrate(world, pair)
    assert await went_out(world) == []
    world.later(days=13)
    await world.settles()
    assert await state(world) is ShoutOutState.AGREED
    await world.changes_programme(channel=WINS)
    assert await went_out(world) == [WINS]
    await world.settles()
    assert await state(world) is ShoutOutState.POSTED


async def test_a_channel_that_comes_with_a_pair_is_as_good(world: World, pair: str) -> None:
    await celebrate(world, pair)
    await world.proposed("tom", "zoe", channel=WINS)
    assert await went_out(world) == [WINS]


async def test_after_two_weeks_it_is_not_waited_for_any_more(world: World, pair: str) -> None:
    await celebrate(world, pair)
    world.now = MONDAY + CHANNEL_WITHIN
    await world.settles()
    assert await state(world) is ShoutOutState.NOT_POSTED
    assert len(await world.told("tom", NotPosted)) == 1
    await world.changes_programme(channel=WINS)
    assert await went_out(world) == []


async def test_each_goes_out_once_however_often_the_settings_are_saved(world: World, pair: str) -> None:
    await world.has_channel()
    await celebrate(world, pair)
    await world.changes_programme(name="Spring")
    assert await went_out(world) == [WINS]
    await world.changes_programme(name="Summer")
    await world.changes_programme(channel=OTHER)
    await let_in(world.services, WORKSPACE, OTHER, RAPPORT)
    assert await went_out(world) == []


async def test_what_waits_to_be_sent_goes_to_the_new_channel_alone(world: World, pair: str) -> None:
    await world.has_channel()
    await celebrate(world, pair)
    await world.changes_programme(channel=OTHER)
    assert await went_out(world) == [OTHER]


async def test_what_one_channel_refused_goes_to_the_next(world: World, pair: str) -> None:
    await world.has_channel()
    await celebrate(world, pair)
    await settle_shout_outs(world.services)
    await world.completes_due(REFUSED)
    await world.changes_programme(channel=OTHER)
    assert await went_out(world) == [OTHER]


async def test_a_refused_channel_is_reported_once_to_each_organiser(world: World, pair: str) -> None:
    await world.has_channel()
    await celebrate(world, pair)
    post = await the_post(world)
    assert post.id in await world.completes_due(REFUSED)
    for _ in range(2):
        assert await report_refused_post(world.services, post.id)
    await report_closed_channel(world.services, WORKSPACE)
    [closed] = await world.told("amara", ChannelClosed)
    assert closed.channel == WINS
    assert await world.told("tom", ChannelClosed) == []


async def test_another_closed_channel_is_reported_too(world: World) -> None:
    for channel in (WINS, OTHER):
        await world.changes_programme(channel=channel)
        await report_closed_channel(world.services, WORKSPACE)
    assert [closed.channel for closed in await world.told("amara", ChannelClosed)] == [WINS, OTHER]


async def test_a_channel_that_was_open_again_is_reported_again(world: World, pair: str) -> None:
    await world.has_channel()

    async def times_told(*, closed: bool) -> int:
        world.later(days=1)
        await celebrate(world, pair)
        await settle_shout_outs(world.services)
        if closed:
            post = (await world.posts_to_channel())[-1]
            await world.completes_due(REFUSED)
            await report_refused_post(world.services, post.id)
        await world.send_all()
        return len(await world.told("amara", ChannelClosed))

    assert [await times_told(closed=closed) for closed in (True, True, False, True)] == [1, 1, 1, 2]
    # Let in and shut out again before anything was posted.
    await let_in(world.services, WORKSPACE, WINS, RAPPORT)
    await world.settles()
    assert [await times_told(closed=True) for _ in range(2)] == [3, 3]


async def test_without_a_channel_there_is_nothing_to_report(world: World) -> None:
    await report_closed_channel(world.services, WORKSPACE)
    assert await world.told("amara", ChannelClosed) == []


async def test_once_let_in_what_was_refused_goes_out(world: World, pair: str) -> None:
    await world.has_channel()
    await celebrate(world, pair)
    await settle_shout_outs(world.services)
    await world.completes_due(REFUSED)
    await let_in(world.services, WORKSPACE, OTHER, RAPPORT)
    await let_in(world.services, WORKSPACE, WINS, user_of("tom"))
    assert await went_out(world) == []
    await let_in(world.services, WORKSPACE, WINS, RAPPORT)
    await let_in(world.services, WORKSPACE, WINS, RAPPORT)
    assert await went_out(world) == [WINS]
    await world.settles()
    assert await state(world) is ShoutOutState.POSTED


async def test_refused_by_two_channels_it_goes_out_once(world: World, pair: str) -> None:
    await world.has_channel()
    await celebrate(world, pair)
    await settle_shout_outs(world.services)
    await world.completes_due(REFUSED)
    await world.changes_programme(channel=OTHER)
    await settle_shout_outs(world.services)
    await world.completes_due(REFUSED)
    await world.changes_programme(channel=WINS)
    await let_in(world.services, WORKSPACE, WINS, RAPPORT)
    assert await went_out(world) == [WINS]


async def test_let_in_too_late_nothing_goes_out(world: World, pair: str) -> None:
    await world.has_channel()
    await celebrate(world, pair)
    await settle_shout_outs(world.services)
    await world.completes_due(REFUSED)
    world.now = MONDAY + CHANNEL_WITHIN
    await let_in(world.services, WORKSPACE, WINS, RAPPORT)
    await world.settles()
    assert await world.posts_to_channel() == []
    assert await state(world) is ShoutOutState.NOT_POSTED


async def test_a_channel_taken_away_and_given_back_loses_nothing(world: World, pair: str) -> None:
    await world.has_channel()
    await celebrate(world, pair)
    await world.changes_programme(channel=None)
    assert await went_out(world) == []
    assert await state(world) is ShoutOutState.AGREED
    await world.changes_programme(channel=WINS)
    assert await went_out(world) == [WINS]


async def test_of_what_may_be_in_the_channel_nobody_is_told_that_it_is_not(world: World, pair: str) -> None:
    await world.has_channel()
    await celebrate(world, pair)
    await settle_shout_outs(world.services)
    await world.completes_due(InDoubt(WINS, "timeout"))
    world.now = MONDAY + CHANNEL_WITHIN + timedelta(days=1)
    await world.settles()
    assert await state(world) is ShoutOutState.AGREED
    assert await world.told("tom", NotPosted) == []


@pytest.mark.parametrize("dialect", ["postgresql"])
async def test_what_arrives_while_posts_are_settled_is_not_said_to_be_missing(
    world: World, pair: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each statement on PostgreSQL sees what has been sent by then."""
    looking, arrived = asyncio.Event(), asyncio.Event()

    async def wait_for_it(*about: Any) -> None:  # noqa: ANN401 - what `place` takes
        looking.set()
        await arrived.wait()
        await place(*about)

    await world.has_channel()
    await celebrate(world, pair)
    await settle_shout_outs(world.services)
    [post] = [each for each in await claims_due(world) if each.programme_id]
    world.later(days=14)
    await celebrate(world, pair)
    monkeypatch.setattr(settling, "place", wait_for_it)
    settles = asyncio.create_task(settle_shout_outs(world.services))
    await looking.wait()
    await world.store.write(lambda tx: complete(tx, post, Sent(WINS, "1.0"), world.now))
    arrived.set()
    await settles
    await settle_shout_outs(world.services)
    assert await world.told("tom", NotPosted) == []
    assert (await world.told("tom", WinSaved))[0].state is ShoutOutState.POSTED


async def claims_due(world: World) -> list[Delivery]:
    """Have all that is due on its way; the deliveries."""
    return await world.store.write(lambda tx: claim_due(tx, world.now, 20, LEASE))
