"""A post in doubt is looked for in the channel's history, and so it is sent once, or shown to the operator."""

from datetime import timedelta

import pytest

from scheduler.pace import HISTORY
from scheduler.sender import Sender
from storage.models import DeliveryState
from tests.scheduler import slack_server
from tests.scheduler.conftest import NewSender
from tests.scheduler.office import MAYA, NOON, Office, dm
from tests.scheduler.slack_server import Fault, SlackServer, refuses, too_many

# What the databases differ in is tests/storage's to show.
on_sqlite = pytest.mark.parametrize("dialect", ["sqlite"])

# Slack's answer leaves doubt, though nothing was done.
NOT_DONE = refuses("internal_error")


async def in_doubt(office: Office, sender: Sender, slack: SlackServer, fault: Fault, person: str = MAYA) -> int:
    """A delivery in doubt, whose settle time has come."""
    slack.goes_wrong("chat.postMessage", fault)
    delivery = await office.put(person)
    await office.send(sender)
    assert (await office.get(delivery)).state == DeliveryState.IN_DOUBT
    await office.lease_runs_out(delivery)
    office.later(seconds=10)
    return delivery


async def test_what_arrived_is_found_and_not_sent_again(office: Office, sender: Sender, slack: SlackServer) -> None:
    delivery = await in_doubt(office, sender, slack, slack_server.loses_the_reply)
    await office.send(sender)
    [post] = slack.posts
    found = await office.get(delivery)
    assert (found.state, found.channel, found.ts) == (DeliveryState.SENT, dm(MAYA), post["ts"])
    assert found.ended_at == office.now


async def test_what_did_not_arrive_is_sent_again_and_comes_once(
    office: Office, sender: Sender, slack: SlackServer
) -> None:
    delivery = await in_doubt(office, sender, slack, NOT_DONE)
    assert slack.posts == []
    await office.send(sender)
    await office.send(sender)
    assert (await office.get(delivery)).state == DeliveryState.SENT
    assert len(slack.posts) == 1


@on_sqlite
async def test_nothing_is_looked_for_before_its_time(office: Office, sender: Sender, slack: SlackServer) -> None:
    slack.goes_wrong("chat.postMessage", NOT_DONE)
    delivery = await office.put()
    await office.send(sender)
    lease_until = (await office.get(delivery)).lease_until
    assert lease_until
    # It runs; it is over, but not for long.
    for back in (timedelta(), timedelta(minutes=1, seconds=30)):
        await office.set(delivery, lease_until=lease_until - back)
        office.later(seconds=10)
        await office.send(sender)
    assert slack.called(HISTORY) == []


@on_sqlite
@pytest.mark.parametrize("fault", [slack_server.loses_the_reply, NOT_DONE])
async def test_a_history_of_many_pages_is_read_to_its_end(
    office: Office, sender: Sender, slack: SlackServer, fault: Fault
) -> None:
    slack.page = 2
    slack.goes_wrong("chat.postMessage", fault)
    delivery, *_ = [await office.put() for _ in range(5)]
    await office.send(sender)
    await office.lease_runs_out(delivery)
    office.later(seconds=10)
    await office.send(sender)
    assert len(slack.called(HISTORY)) > 1
    assert (await office.get(delivery)).state == DeliveryState.SENT
    assert len(slack.posts) == 5
    assert len({post["metadata"]["event_payload"]["correlation_id"] for post in slack.posts}) == 5


@on_sqlite
async def test_a_history_that_breaks_off_shows_nothing(office: Office, sender: Sender, slack: SlackServer) -> None:
    broken_off = slack_server.answers('{"ok": true, "messages": [], "has_more": true}')
    delivery = await in_doubt(office, sender, slack, NOT_DONE)
    slack.goes_wrong(HISTORY, broken_off)
    await office.send(sender)
    assert (await office.get(delivery)).state == DeliveryState.UNCONFIRMED


@on_sqlite
async def test_a_history_without_metadata_shows_nothing(office: Office, sender: Sender, slack: SlackServer) -> None:
    delivery = await in_doubt(office, sender, slack, NOT_DONE)
    nameless = '{"ok": true, "messages": [{"user": "UBOT", "metadata": {"event_type": "rapport_delivery"}}]}'
    slack.goes_wrong(HISTORY, slack_server.answers(nameless))
    await office.send(sender)
    assert (await office.get(delivery)).state == DeliveryState.UNCONFIRMED


@on_sqlite
async def test_somebody_elses_message_is_not_ours(office: Office, sender: Sender, slack: SlackServer) -> None:
    delivery = await in_doubt(office, sender, slack, slack_server.loses_the_reply)
    slack.posts[0]["user"] = "UOTHER"
    await office.send(sender)
    await office.send(sender)
    assert (await office.get(delivery)).state == DeliveryState.SENT
    assert [post["user"] for post in slack.posts] == ["UOTHER", "UBOT"]


@on_sqlite
@pytest.mark.parametrize("error", ["missing_scope", "not_in_channel", "channel_not_found"])
async def test_what_cannot_be_read_is_unconfirmed_and_never_sent_again(
    office: Office, sender: Sender, slack: SlackServer, error: str, caplog: pytest.LogCaptureFixture
) -> None:
    delivery = await in_doubt(office, sender, slack, slack_server.loses_the_reply)
    slack.goes_wrong(HISTORY, refuses(error))
    await office.send(sender)
    office.later(days=1)
    await office.send(sender)
    unconfirmed = await office.get(delivery)
    assert (unconfirmed.state, unconfirmed.error) == (DeliveryState.UNCONFIRMED, error)
    assert len(slack.posts) == 1
    assert f"delivery {delivery}" in caplog.text


@on_sqlite
async def test_a_429_holds_the_reading_and_patience_has_an_end(
    office: Office, new_sender: NewSender, slack: SlackServer
) -> None:
    sender = new_sender(tries=3)
    delivery = await in_doubt(office, sender, slack, slack_server.loses_the_reply)
    slack.goes_wrong(HISTORY, too_many("30"), too_many("30"))
    for expected in (DeliveryState.IN_DOUBT, DeliveryState.UNCONFIRMED):
        await office.send(sender)
        assert (await office.get(delivery)).state == expected
        calls = len(slack.called(HISTORY))
        if expected is DeliveryState.IN_DOUBT:
            await office.lease_runs_out(delivery)
        office.later(seconds=20)
        await office.send(sender)
        assert len(slack.called(HISTORY)) == calls
        office.later(seconds=20)
        if expected is DeliveryState.IN_DOUBT:
            await office.lease_runs_out(delivery)
    assert len(slack.posts) == 1


@on_sqlite
async def test_while_slack_is_away_doubt_waits_for_it(
    office: Office, new_sender: NewSender, slack: SlackServer
) -> None:
    sender = new_sender(tries=2)
    delivery = await in_doubt(office, sender, slack, slack_server.loses_the_reply)
    await slack.stop()
    for _ in range(3):
        await office.send(sender)
        await office.lease_runs_out(delivery)
        office.later(hours=1)
    assert (await office.get(delivery)).state == DeliveryState.IN_DOUBT
    await slack.start()
    await office.send(sender)
    assert (await office.get(delivery)).state == DeliveryState.SENT
    assert len(slack.posts) == 1


@on_sqlite
async def test_what_is_doubted_again_and_again_is_given_up(
    office: Office, new_sender: NewSender, slack: SlackServer
) -> None:
    sender = new_sender(tries=2)
    delivery = await in_doubt(office, sender, slack, NOT_DONE)
    slack.goes_wrong("chat.postMessage", NOT_DONE)
    await office.send(sender)
    await office.lease_runs_out(delivery)
    office.later(seconds=10)
    await office.send(sender)
    assert (await office.get(delivery)).state == DeliveryState.DEAD
    assert len(slack.called("chat.postMessage")) == 2


@on_sqlite
async def test_a_programmes_post_whose_channel_nobody_noted_is_unconfirmed(
    office: Office, sender: Sender, slack: SlackServer
) -> None:
    delivery = await office.put(state=DeliveryState.IN_DOUBT, lease_until=NOON, correlation_id="c")
    await office.set(delivery, person_id=None, programme_id="programme")
    await office.send(sender)
    assert (await office.get(delivery)).state == DeliveryState.UNCONFIRMED
    assert slack.calls == []


@on_sqlite
async def test_a_redrawing_waits_until_its_post_is_settled(office: Office, sender: Sender, slack: SlackServer) -> None:
    delivery = await in_doubt(office, sender, slack, slack_server.loses_the_reply)
    redrawing = await office.put_redraw(delivery)
    await office.send(sender)
    await office.send(sender)
    assert (await office.get(redrawing)).state == DeliveryState.SENT
    assert len(slack.called("chat.update")) == len(slack.posts) == 1
