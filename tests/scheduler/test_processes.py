"""Senders that stand still, that share the work, or that lose the workspace meanwhile: nothing is lost or doubled."""

import asyncio
import os
import signal
from collections.abc import Awaitable
from pathlib import Path

import pytest
from aiohttp import web

from services.uninstall import uninstall
from storage.models import DeliveryState
from tests.forked import forked
from tests.scheduler.conftest import NewSender
from tests.scheduler.office import MAYA, NOON, TEAM, TOM, Office, dm
from tests.scheduler.slack_server import Effect, SlackServer, holds, loses_the_reply, refuses


@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_a_sender_that_was_stopped_past_its_lease_sends_nothing_any_more(
    office: Office, new_sender: NewSender, slack: SlackServer, database_url: str, tmp_path: Path
) -> None:
    stopped = asyncio.Event()

    async def answers_whom_it_stopped(_request: web.Request, effect: Effect) -> web.StreamResponse:
        process.send_signal(signal.SIGSTOP)
        stopped.set()
        return web.json_response(effect())

    slack.goes_wrong("conversations.open", answers_whom_it_stopped)
    await office.change(MAYA, dm_channel=None)
    delivery = await office.put()
    arguments = (database_url, slack.url, NOON.isoformat(), "hurried")
    async with forked(tmp_path, "tests.scheduler.sender_process", *arguments, environ=os.environ) as process:
        await asyncio.wait_for(stopped.wait(), 120)
        # Another finds its lease over, and sends.
        sender = new_sender()
        async with asyncio.timeout(60):
            while (await office.get(delivery)).state != DeliveryState.IN_DOUBT:
                await asyncio.sleep(0.1)
                office.later(seconds=5)
                await office.send(sender)
        await office.lease_runs_out(delivery)
        office.later(seconds=5)
        await office.send(sender)
        assert (await office.get(delivery)).state == DeliveryState.SENT
        # At work again, it finds that its time was over, and goes on with what is next.
        await office.put(TOM, not_before=NOON)
        process.send_signal(signal.SIGCONT)
        await slack.until(lambda: len(slack.texts(dm(TOM))) == 1)
    assert len(slack.texts("DUMAYA")) == 1


@pytest.mark.parametrize("dialect", ["postgresql"])
async def test_three_senders_share_the_work(office: Office, new_sender: NewSender, slack: SlackServer) -> None:
    slack.goes_wrong("chat.postMessage", *[loses_the_reply, refuses("internal_error"), refuses("ratelimited")] * 2)
    deliveries = [await office.put(person) for person in (MAYA, TOM) for _ in range(6)]
    senders = [new_sender() for _ in range(3)]
    for _ in range(8):
        await asyncio.gather(*map(office.send, senders))
        for each in deliveries:
            if (await office.get(each)).state == DeliveryState.IN_DOUBT:
                await office.lease_runs_out(each)
        office.later(minutes=2)
    assert {(await office.get(each)).state for each in deliveries} == {DeliveryState.SENT}
    assert len(slack.posts) == len(deliveries)
    assert set(slack.most_at_once.values()) == {1}


@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_what_is_on_its_way_while_rapport_is_removed_ends_and_nothing_follows(
    office: Office, new_sender: NewSender, slack: SlackServer
) -> None:
    gate, sender = asyncio.Event(), new_sender()
    slack.goes_wrong("chat.postMessage", holds(gate))
    on_its_way, waiting = await office.put(), await office.put()
    sending: Awaitable[None] = asyncio.create_task(office.send(sender))
    await slack.until(lambda: len(slack.calls) == 1)
    await uninstall(office.services, TEAM)
    gate.set()
    await sending
    assert (await office.get(on_its_way)).state == DeliveryState.SENT
    assert (await office.get(waiting)).state == DeliveryState.CANCELLED
    assert len(slack.posts) == 1
