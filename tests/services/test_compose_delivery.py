"""A delivery is put together when it goes: to where, in whose zone, and whether there is anything left to say."""

import pytest
from sqlalchemy import select

from mentoring.beginnings import PairStarted
from mentoring.notices import Reader
from mentoring.wins import Audience
from services.compose_delivery import Address, AddressKind, Posted, compose_delivery
from services.discard_unsent import discard_unsent
from services.remember_channel import remember_channel
from services.uninstall import uninstall
from storage.completing import Dead
from storage.models import Delivery, DeliveryState
from tests.services.world import WINS, WORKSPACE, World, user_of


async def started(world: World) -> tuple[str, int]:
    """A pair that both accepted, and the id of the message that begins it."""
    pair = await world.proposed("tom", "maya")
    for name in ("tom", "maya"):
        await world.accepts(name, pair)
    [post] = await world.posts_to_pair(pair)
    return pair, post.id


async def test_a_persons_message_goes_to_them_in_their_zone(world: World) -> None:
    await world.proposed("tom", "maya")
    [post] = await world.posts_to("maya")
    composed = await compose_delivery(world.services, post.id)
    assert composed is not None
    assert composed.address == Address(AddressKind.PERSON, (user_of("maya"),), None)
    assert composed.reader == Reader("Asia/Kolkata", "en-GB")
    assert composed.redraws is None


async def test_a_pairs_message_goes_to_both(world: World) -> None:
    _, post = await started(world)
    composed = await compose_delivery(world.services, post)
    assert composed is not None
    assert composed.address == Address(AddressKind.PAIR, (user_of("tom"), user_of("maya")), None)
    assert [type(content) for content in composed.contents] == [PairStarted]


async def test_where_somebody_is_written_to_is_remembered(world: World) -> None:
    pair, post = await started(world)
    [to_tom] = await world.posts_to("tom")
    await remember_channel(world.services, to_tom.id, "D1")
    await remember_channel(world.services, post, "G1")
    for delivery, channel in ((to_tom.id, "D1"), (post, "G1")):
        composed = await compose_delivery(world.services, delivery)
        assert composed is not None
        assert composed.address.channel == channel
    await world.checks_in("tom", pair)
    composed = await compose_delivery(world.services, (await world.posts_to("tom"))[-1].id)
    assert composed is not None
    assert composed.address.channel == "D1"


async def test_a_channels_message_goes_to_the_channel_there_is_now(world: World, pair: str) -> None:
    await world.changes_programme(channel=WINS)
    await world.celebrates("tom", "Done", Audience.CHANNEL, pair)
    [post] = await world.posts_to_channel()
    await world.changes_programme(channel="C0OTHER")
    composed = await compose_delivery(world.services, post.id)
    assert composed is not None
    assert composed.address == Address(AddressKind.PROGRAMME, (), "C0OTHER")
    await world.changes_programme(channel=None)
    assert await compose_delivery(world.services, post.id) is None


async def redrawing(world: World) -> int:
    """The id of the one redrawing that waits."""
    query = select(Delivery.id).where(Delivery.redraws_id.is_not(None), Delivery.state == DeliveryState.PENDING)
    [delivery] = await world.all(query)
    return delivery


async def test_what_is_drawn_again_says_what_is_so_now(world: World) -> None:
    pair = await world.proposed("tom", "priya")
    await world.send_all()
    [post] = await world.posts_to("tom")
    await world.accepts("tom", pair)
    composed = await compose_delivery(world.services, await redrawing(world))
    assert composed is not None
    assert composed.redraws is not None
    assert composed.redraws == Posted(composed.redraws.channel, f"{post.id}.0")
    assert composed.contents == (await world.posts_to("tom"))[0].contents != post.contents


async def test_what_changes_twice_is_drawn_again_once(world: World) -> None:
    pair = await world.proposed("tom", "priya")
    await world.send_all()
    await world.accepts("tom", pair)
    await world.declines("priya", pair)
    assert await redrawing(world)


async def test_what_was_never_sent_is_not_drawn_again(world: World) -> None:
    pair = await world.proposed("tom", "maya")
    await world.accepts("tom", pair)
    assert await world.redrawings() == set()
    await world.completes_due(Dead("channel_not_found"))
    await world.accepts("maya", pair)
    assert await world.redrawings() == set()


async def test_where_rapport_was_removed_nothing_is_said(world: World) -> None:
    _, post = await started(world)
    await uninstall(world.services, WORKSPACE)
    assert await compose_delivery(world.services, post) is None


@pytest.mark.parametrize("workspace", [WORKSPACE, "T9"])
async def test_a_made_up_history_is_not_told(world: World, workspace: str) -> None:
    await world.proposed("tom", "maya")
    await discard_unsent(world.services, workspace)
    said = await world.send_all()
    assert bool(said) is (workspace == "T9")
