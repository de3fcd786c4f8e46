"""The outbox leaves: in order, at its pace, in words that are current."""

import asyncio
from collections.abc import Collection
from datetime import datetime, timedelta

import pytest
from slack_sdk.web.async_client import AsyncWebClient
from sqlalchemy import Engine, event

from mentoring.notices import NoticeKind
from scheduler.pace import Pace
from scheduler.sender import Sender
from scheduler.slack_calls import SlackCalls
from storage.models import DeliveryState
from storage.outbox import next_due
from storage.transaction import Transaction
from tests.scheduler.conftest import NewSender
from tests.scheduler.office import MAYA, NOON, TOM, Office, dm
from tests.scheduler.slack_server import SlackServer, holds, refuses
from views.messages import merging

# What the databases differ in is tests/storage's to show.
on_sqlite = pytest.mark.parametrize("dialect", ["sqlite"])


async def test_what_is_due_is_posted_once_and_what_is_not_waits(
    office: Office, sender: Sender, slack: SlackServer
) -> None:
    due = await office.put()
    early = await office.put(not_before=NOON + timedelta(hours=1))
    await office.send(sender)
    await office.send(sender)

    [post] = slack.posts
    sent = await office.get(due)
    assert (sent.state, sent.channel, sent.ts) == (DeliveryState.SENT, dm(MAYA), post["ts"])
    assert sent.ended_at == NOON
    assert (await office.get(early)).state == DeliveryState.PENDING


@on_sqlite
async def test_a_post_can_be_found_again_and_unfurls_nothing(
    office: Office, sender: Sender, slack: SlackServer
) -> None:
    delivery = await office.get(await office.put())
    await office.send(sender)
    [post] = slack.posts
    correlation_id = (await office.get(delivery.id)).correlation_id
    assert post["metadata"] == {"event_type": "rapport_delivery", "event_payload": {"correlation_id": correlation_id}}
    assert (post["unfurl_links"], post["unfurl_media"]) == (False, False)
    assert post["text"]
    assert post["blocks"]


async def test_one_receivers_deliveries_go_one_after_the_other_in_order(
    office: Office, sender: Sender, slack: SlackServer
) -> None:
    ids = [await office.put() for _ in range(6)]
    await office.send(sender)
    sent = [(await office.get(each)).ts for each in ids]
    assert sent == [post["ts"] for post in slack.posts]
    assert slack.most_at_once[dm(MAYA)] == 1


@on_sqlite
async def test_more_than_a_message_holds_goes_into_a_second_one(
    office: Office, sender: Sender, slack: SlackServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(merging, "MESSAGE_BLOCKS", 16)
    first = await office.put()
    await office.add(first, NoticeKind.PAIR_STARTED, "pair")
    assert slack.posts == []
    slack.goes_wrong("chat.postMessage", refuses("ratelimited"))
    await office.send(sender)
    office.later(minutes=2)
    await office.send(sender)
    help_, started = slack.posts
    assert "I am a bot" in help_["text"]
    assert "your mentoring pair begins today" in started["text"]
    assert "I am a bot" not in started["text"]
    assert (await office.get(first)).ts == help_["ts"]


async def test_several_receivers_are_served_side_by_side(office: Office, sender: Sender, slack: SlackServer) -> None:
    gate = asyncio.Event()
    slack.goes_wrong("chat.postMessage", holds(gate))
    await office.put(MAYA)
    await office.put(TOM)
    sending = asyncio.create_task(office.send(sender))
    await slack.until(lambda: len(slack.called("chat.postMessage")) == 2)
    gate.set()
    await sending
    assert {post["channel"] for post in slack.posts} == {dm(MAYA), dm(TOM)}


@on_sqlite
async def test_no_more_are_in_hand_than_allowed(office: Office, new_sender: NewSender, slack: SlackServer) -> None:
    gate = asyncio.Event()
    slack.goes_wrong("chat.postMessage", holds(gate))
    await office.put(MAYA)
    other = await office.put(TOM)
    sending = asyncio.create_task(office.send(new_sender(at_once=1)))
    await slack.until(lambda: len(slack.called("chat.postMessage")) == 1)
    assert (await office.get(other)).state == DeliveryState.PENDING
    gate.set()
    await sending
    assert len(slack.posts) == 2


@on_sqlite
async def test_posts_in_one_channel_keep_slacks_pace(
    office: Office, new_sender: NewSender, client: AsyncWebClient, slack: SlackServer
) -> None:
    sender = new_sender(SlackCalls(client, pace=Pace(channel_gap=0.2)))
    for _ in range(3):
        await office.put()
    started = asyncio.get_running_loop().time()
    await office.send(sender)
    assert asyncio.get_running_loop().time() - started >= 0.4
    assert len(slack.posts) == 3


async def test_what_would_outlast_its_lease_is_given_back_and_is_no_try(
    office: Office, new_sender: NewSender, client: AsyncWebClient, slack: SlackServer
) -> None:
    def clock() -> float:
        return office.seconds

    sender = new_sender(SlackCalls(client, clock=clock, pace=Pace(clock, channel_gap=50.0)))
    await office.put()
    second = await office.put()
    await office.send(sender)
    given_back = await office.get(second)
    assert len(slack.posts) == 1
    assert (given_back.state, given_back.attempts) == (DeliveryState.PENDING, 0)
    assert given_back.not_before == NOON + timedelta(seconds=50)


@on_sqlite
async def test_a_lease_too_short_for_a_call_is_refused(new_sender: NewSender) -> None:
    with pytest.raises(ValueError, match="outlast"):
        new_sender(lease=timedelta(seconds=5), spare=timedelta(seconds=4))


async def test_what_has_nothing_left_to_say_is_cancelled(office: Office, sender: Sender, slack: SlackServer) -> None:
    delivery = await office.put()
    await office.change(MAYA, deactivated=True)
    await office.send(sender)
    assert (await office.get(delivery)).state == DeliveryState.CANCELLED
    assert slack.calls == []


async def test_what_is_overdue_expires_unsent(office: Office, sender: Sender, slack: SlackServer) -> None:
    delivery = await office.put(expires_at=NOON + timedelta(minutes=5))
    office.later(minutes=6)
    await office.send(sender)
    assert (await office.get(delivery)).state == DeliveryState.EXPIRED
    assert slack.calls == []


async def test_it_has_itself_woken_when_the_next_is_due(office: Office, sender: Sender) -> None:
    await office.put(not_before=NOON + timedelta(seconds=0.1))
    await office.send(sender)
    await office.wakes()


async def test_what_comes_while_another_is_on_its_way_does_not_wait_for_it(
    office: Office, sender: Sender, slack: SlackServer
) -> None:
    gate = asyncio.Event()
    slack.goes_wrong("chat.postMessage", holds(gate))
    await office.put(MAYA)
    sending = asyncio.create_task(office.send(sender))
    await slack.until(lambda: len(slack.calls) == 1)
    await office.put(TOM)
    await slack.until(lambda: len(slack.texts(dm(TOM))) == 1)
    gate.set()
    await sending


@pytest.mark.parametrize("dialect", ["postgresql"])
async def test_what_ends_while_it_looks_for_more_holds_nothing_up(
    office: Office, sender: Sender, slack: SlackServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = asyncio.Event()
    slack.goes_wrong("chat.postMessage", holds(gate))

    async def look(tx: Transaction, now: datetime, *, closed: Collection[str]) -> datetime | None:
        due = await next_due(tx, now, closed=closed)
        if sender._in_hand:
            gate.set()
            await asyncio.wait(sender._in_hand)
        return due

    monkeypatch.setattr("scheduler.sender.next_due", look)
    await office.put()
    await office.put()
    await office.send(sender)
    assert len(slack.posts) == 2


@on_sqlite
async def test_what_reached_a_channel_is_settled_without_waiting(office: Office, sender: Sender) -> None:
    delivery = await office.put()
    await office.send(sender)
    assert not office.woken.is_set()
    delivery = await office.put()
    await office.set(delivery, person_id=None, programme_id="programme")
    await office.send(sender)
    assert (await office.get(delivery)).state == DeliveryState.SENT
    await office.wakes()


async def test_a_look_at_nothing_is_one_query_and_now_and_then_two(office: Office, sender: Sender) -> None:
    await office.put(not_before=NOON + timedelta(hours=1))
    statements: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        statements.append(statement.split()[0])

    event.listen(Engine, "before_cursor_execute", note)
    try:
        await sender.drain()
        await sender.drain()
    finally:
        event.remove(Engine, "before_cursor_execute", note)
    assert [each for each in statements if each != "BEGIN"] == ["SELECT"] * 3


@pytest.mark.parametrize("dialect", ["postgresql"])
async def test_whoever_rests_leaves_the_workspace_to_others(
    office: Office, new_sender: NewSender, slack: SlackServer
) -> None:
    gate = asyncio.Event()
    slack.goes_wrong("chat.postMessage", holds(gate))
    one, other = new_sender(), new_sender()
    await office.put(MAYA)
    sending = asyncio.create_task(office.send(one))
    await slack.until(lambda: len(slack.calls) == 1)
    await office.put(TOM)
    await other.drain()
    assert not other._in_hand
    gate.set()
    await sending
    await office.put(TOM)
    await office.send(other)
    await office.put(TOM)
    await office.send(one)
    assert len(slack.posts) == 4


@on_sqlite
async def test_after_an_outage_a_person_gets_one_message(office: Office, sender: Sender, slack: SlackServer) -> None:
    await slack.stop()
    for kind, subject in ((NoticeKind.HELP, "1"), (NoticeKind.PAIR_STARTED, "pair"), (NoticeKind.HELP, "2")):
        await office.put(kind=kind, subject=subject)
        await office.send(sender)
        office.later(hours=2)
    await slack.start()
    await office.send(sender)
    [post] = slack.posts
    assert "I am a bot" in post["text"]
    assert "your mentoring pair begins today" in post["text"]
