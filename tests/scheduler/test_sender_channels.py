"""Where what leaves goes: direct and group messages are opened once, and whoever is gone gets none."""

import pytest

from scheduler.sender import Sender
from storage.models import DeliveryState, Pair, Person
from storage.transaction import Transaction
from tests.scheduler.office import MAYA, TOM, Office, dm
from tests.scheduler.slack_server import SlackServer, loses_the_reply, refuses

# What the databases differ in is tests/storage's to show.
pytestmark = pytest.mark.parametrize("dialect", ["sqlite"])


async def test_a_direct_message_is_opened_once_and_remembered(
    office: Office, sender: Sender, slack: SlackServer
) -> None:
    await office.change(MAYA, dm_channel=None)
    await office.put()
    await office.put()
    await office.send(sender)
    assert [call["users"] for call in slack.called("conversations.open")] == ["UMAYA"]
    assert (await office.store.read(lambda tx: tx.get_one(Person, MAYA))).dm_channel == "DUMAYA"
    assert len(slack.texts("DUMAYA")) == 2


async def test_a_pair_is_told_in_its_group_message(office: Office, sender: Sender, slack: SlackServer) -> None:
    await office.put_for_pair()
    await office.send(sender)
    assert len(slack.texts("DUMAYAUTOM")) == 1
    assert (await office.store.read(lambda tx: tx.get_one(Pair, "pair"))).group_channel == "DUMAYAUTOM"


async def test_where_group_messages_are_not_permitted_direct_messages_do(
    office: Office, sender: Sender, slack: SlackServer
) -> None:
    slack.goes_wrong("conversations.open", refuses("restricted_action"))
    delivery = await office.put_for_pair()
    await office.send(sender)
    assert (await office.get(delivery)).error == "restricted_action"
    assert [len(slack.texts(dm(MAYA))), len(slack.texts(dm(TOM)))] == [1, 1]


@pytest.mark.parametrize(("error", "left"), [("user_disabled", True), ("user_not_found", True), ("im_failed", False)])
async def test_whoever_slack_says_is_gone_leaves_their_pair(
    office: Office, sender: Sender, slack: SlackServer, error: str, left: bool
) -> None:
    await office.change(MAYA, dm_channel=None)
    slack.goes_wrong("conversations.open", refuses(error))
    await office.put()
    await office.send(sender)
    maya, pair = await office.store.read(_maya_and_pair)
    assert (maya.deactivated, pair.ended_at) == ((True, office.now) if left else (False, None))
    assert ["Maya is no longer in this workspace" in text for text in slack.texts(dm(TOM))] == [True] * left


async def _maya_and_pair(tx: Transaction) -> tuple[Person, Pair]:
    return await tx.get_one(Person, MAYA), await tx.get_one(Pair, "pair")


async def test_a_dm_that_could_not_be_opened_for_sure_or_not_is_opened_again(
    office: Office, sender: Sender, slack: SlackServer
) -> None:
    await office.change(MAYA, dm_channel=None)
    slack.goes_wrong("conversations.open", loses_the_reply)
    delivery = await office.put()
    await office.send(sender)
    assert (await office.get(delivery)).attempts == 1
    office.later(hours=1)
    await office.send(sender)
    assert (await office.get(delivery)).state == DeliveryState.SENT
    assert len(slack.posts) == 1
