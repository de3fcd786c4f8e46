"""A redrawing changes a message where it stands, and may be repeated."""

import logging
from datetime import timedelta

import pytest

from scheduler.sender import Sender
from storage.models import DeliveryState
from tests.scheduler import slack_server
from tests.scheduler.office import NOON, Office
from tests.scheduler.slack_server import Fault, SlackServer, refuses

# What the databases differ in is tests/storage's to show.
pytestmark = pytest.mark.parametrize("dialect", ["sqlite"])


async def test_a_redrawing_shows_the_newest_state_in_place(office: Office, sender: Sender, slack: SlackServer) -> None:
    post = await office.put()
    redrawing = await office.put_redraw(post)
    await office.send(sender)
    [update] = slack.called("chat.update")
    original = await office.get(post)
    assert (update["channel"], update["ts"]) == (original.channel, original.ts)
    assert "metadata" not in update
    assert (await office.get(redrawing)).state == DeliveryState.SENT
    assert len(slack.posts) == 1


@pytest.mark.parametrize(
    "fault", [slack_server.loses_the_reply, slack_server.never_answers], ids=lambda fault: fault.__name__
)
async def test_a_redrawing_is_repeated_when_it_is_in_doubt(
    office: Office, sender: Sender, slack: SlackServer, fault: Fault
) -> None:
    redrawing = await office.put_redraw(await office.put())
    slack.goes_wrong("chat.update", fault)
    await office.send(sender)
    assert (await office.get(redrawing)).state == DeliveryState.PENDING
    office.later(hours=1)
    await office.send(sender)
    assert (await office.get(redrawing)).state == DeliveryState.SENT
    assert len(slack.called("chat.update")) == 2


async def test_a_redrawing_waits_for_its_post(office: Office, sender: Sender, slack: SlackServer) -> None:
    post = await office.put(not_before=NOON + timedelta(hours=1))
    redrawing = await office.put_redraw(post)
    await office.send(sender)
    assert (await office.get(redrawing)).state == DeliveryState.PENDING
    office.later(hours=1)
    await office.send(sender)
    assert (await office.get(redrawing)).state == DeliveryState.SENT
    assert [method for method, _ in slack.calls] == ["chat.postMessage", "chat.update"]


async def test_a_redrawing_holds_nothing_up_while_its_post_is_to_be_tried_again(
    office: Office, sender: Sender, slack: SlackServer
) -> None:
    slack.goes_wrong("chat.postMessage", refuses("message_limit_exceeded"))
    redrawing = await office.put_redraw(await office.put())
    await office.send(sender)
    following = await office.put()
    await office.send(sender)
    assert (await office.get(following)).state == DeliveryState.SENT
    assert (await office.get(redrawing)).state == DeliveryState.PENDING


async def test_a_redrawing_ends_with_a_post_that_died(office: Office, sender: Sender, slack: SlackServer) -> None:
    slack.goes_wrong("chat.postMessage", refuses("is_archived"))
    redrawing = await office.put_redraw(await office.put())
    await office.send(sender)
    assert (await office.get(redrawing)).state == DeliveryState.CANCELLED
    assert slack.called("chat.update") == []


async def test_a_redrawing_of_a_deleted_message_ends_quietly(
    office: Office, sender: Sender, slack: SlackServer, caplog: pytest.LogCaptureFixture
) -> None:
    redrawing = await office.put_redraw(await office.put())
    slack.goes_wrong("chat.update", refuses("message_not_found"))
    await office.send(sender)
    assert (await office.get(redrawing)).state == DeliveryState.DEAD
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []
