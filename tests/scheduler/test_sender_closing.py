"""A stop: what is on its way may arrive, what is not is given back, and what is unknown is in doubt."""

import asyncio
from collections.abc import Collection
from datetime import datetime, timedelta

import pytest

from scheduler.sender import Sender
from storage.models import Delivery, DeliveryState
from storage.outbox import claim_due
from storage.transaction import Transaction
from tests.scheduler.office import MAYA, NOON, Office
from tests.scheduler.slack_server import SlackServer, hangs, holds

# What the databases differ in is tests/storage's to show.
pytestmark = pytest.mark.parametrize("dialect", ["sqlite"])


async def test_a_stop_lets_a_post_on_its_way_arrive(office: Office, sender: Sender, slack: SlackServer) -> None:
    gate = asyncio.Event()
    slack.goes_wrong("chat.postMessage", holds(gate))
    delivery = await office.put()
    await sender.drain()
    await slack.until(lambda: len(slack.calls) == 1)
    closing = asyncio.create_task(sender.close(within=5))
    gate.set()
    await closing
    assert (await office.get(delivery)).state == DeliveryState.SENT


async def test_a_stop_doubts_a_post_that_has_no_answer(office: Office, sender: Sender, slack: SlackServer) -> None:
    slack.goes_wrong("chat.postMessage", hangs)
    delivery = await office.put()
    await sender.drain()
    await slack.until(lambda: len(slack.calls) == 1)
    await sender.close(within=0)
    in_doubt = await office.get(delivery)
    assert (in_doubt.state, in_doubt.error) == (DeliveryState.IN_DOUBT, "stopped")


async def test_a_stop_gives_back_what_is_not_on_its_way(office: Office, sender: Sender, slack: SlackServer) -> None:
    slack.goes_wrong("conversations.open", hangs)
    await office.change(MAYA, dm_channel=None)
    delivery = await office.put()
    await sender.drain()
    await slack.until(lambda: len(slack.calls) == 1)
    await sender.close(within=0)
    given_back = await office.get(delivery)
    assert (given_back.state, given_back.attempts) == (DeliveryState.PENDING, 0)
    assert given_back.not_before == NOON


async def test_a_stop_gives_back_what_was_claimed_by_a_cancelled_pass(
    office: Office, sender: Sender, slack: SlackServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    claiming = asyncio.Event()

    async def claim(
        tx: Transaction, now: datetime, limit: int, lease: timedelta, *, closed: Collection[str], holder: str | None
    ) -> list[Delivery]:
        claiming.set()
        return await claim_due(tx, now, limit, lease, closed=closed, holder=holder)

    monkeypatch.setattr("scheduler.sender.claim_due", claim)
    delivery = await office.put()
    passing = asyncio.create_task(sender.drain())
    await claiming.wait()
    passing.cancel()
    await sender.close(within=30)
    assert passing.cancelled()
    left = await office.get(delivery)
    assert left.state in (DeliveryState.PENDING, DeliveryState.SENT)
    assert len(slack.posts) == (left.state == DeliveryState.SENT)


async def test_a_stop_takes_nothing_more(office: Office, sender: Sender, slack: SlackServer) -> None:
    await sender.close(within=0)
    delivery = await office.put()
    await office.send(sender)
    assert (await office.get(delivery)).state == DeliveryState.PENDING
    assert slack.calls == []
