"""Listeners that take long, that are many, and that still run when Rapport stops."""

import asyncio
import logging

import pytest
from slack_bolt.async_app import AsyncApp

from handlers.call import Call
from handlers.events import Intake
from handlers.listening import Listening
from storage.store import Store
from tests.handlers.conftest import NOW, settle
from tests.handlers.desk import Ack, Desk, Slack
from views.wording import Wording

pytestmark = pytest.mark.parametrize("dialect", ["sqlite"])


async def test_a_form_whose_saving_takes_long_stays_open_and_is_saved_once(listening: Listening, desk: Desk) -> None:
    may = asyncio.Event()
    saved: set[str] = set()

    async def listener(call: Call) -> None:
        await may.wait()
        saved.add(call.form_id)

    listening.submission("check_in", listener)
    ack = await desk.submit("check_in")
    assert "nothing is saved twice" in ack.answer["errors"]["when"]
    assert saved == set()
    may.set()
    assert await desk.submit("check_in") == Ack(200)
    await settle(listening)
    assert saved == {"V0FORM"}


async def test_a_command_that_takes_long_is_answered_later_in_the_same_place(
    listening: Listening, desk: Desk, slack: Slack
) -> None:
    may = asyncio.Event()

    async def listener(call: Call) -> None:
        await may.wait()
        await call.say_privately("Here you are.")

    listening.command("/checkin", listener)
    assert await desk.command("/checkin") == Ack(200)
    assert slack.calls == []
    may.set()
    await settle(listening)
    ((method, said),) = slack.calls
    assert (method, said["text"]) == ("respond", "Here you are.")


async def test_a_click_that_takes_a_little_too_long_is_still_answered(listening: Listening, desk: Desk) -> None:
    class Told(logging.Handler):
        """Hears that it has taken too long; only then it may go on."""

        def emit(self, record: logging.LogRecord) -> None:
            assert record.getMessage().startswith("slow: action late")
            may.set()

    may, told = asyncio.Event(), Told()

    async def listener(_: Call) -> None:
        await may.wait()

    listening.action("late", listener)
    logger = logging.getLogger("handlers.listening")
    logger.addHandler(told)
    try:
        assert await desk.press("late") == Ack(200)
    finally:
        logger.removeHandler(told)


async def test_no_more_listeners_run_at_once_than_there_is_room_for(listening: Listening, desk: Desk) -> None:
    running, most = 0, 0
    two = asyncio.Event()

    async def listener(_: Call) -> None:
        nonlocal running, most
        running += 1
        most = max(most, running)
        if running == 2:
            two.set()
        await two.wait()
        await asyncio.sleep(0)
        running -= 1

    listening.command("/checkin", listener)
    assert await asyncio.gather(*(desk.command("/checkin") for _ in range(6))) == [Ack(200)] * 6
    assert most == 2


async def test_a_command_that_has_to_wait_for_room_is_acknowledged_at_once(
    app: AsyncApp, store: Store, wording: Wording, desk: Desk, slack: Slack
) -> None:
    with_room_for_one = Listening(app, Intake(store, lambda: NOW), wording, at_once=1)
    began, may = asyncio.Event(), asyncio.Event()

    async def listener(call: Call) -> None:
        began.set()
        await may.wait()
        await call.say_privately(call.words)

    with_room_for_one.command("/win", listener)
    first = asyncio.create_task(desk.command("/win", "first"))
    await began.wait()
    assert await desk.command("/win", "second") == Ack(200)
    assert not first.done()
    may.set()
    assert (await first).answer["text"] == "first"
    await settle(with_room_for_one)
    assert [(method, said["text"]) for method, said in slack.calls] == [("respond", "second")]


async def test_a_drain_waits_for_what_runs(listening: Listening, desk: Desk) -> None:
    begun, may = asyncio.Event(), asyncio.Event()
    ended: list[str] = []

    async def slow(_: Call) -> None:
        begun.set()
        await may.wait()
        ended.append("slow")

    listening.action("slow", slow)
    press = asyncio.create_task(desk.press("slow"))
    await begun.wait()
    draining = asyncio.create_task(listening.drain(within=10))
    await asyncio.sleep(0)
    assert not draining.done()
    may.set()
    assert await draining == 0
    assert ended == ["slow"]
    assert await press == Ack(200)


async def test_what_a_drain_cancels_is_not_acknowledged(listening: Listening, desk: Desk) -> None:
    begun = asyncio.Event()

    async def stuck(_: Call) -> None:
        begun.set()
        await asyncio.Event().wait()

    listening.action("stuck", stuck)
    press = asyncio.create_task(desk.press("stuck"))
    await begun.wait()
    assert await listening.drain(within=0.01) == 1
    # Over a socket this is no answer at all, and Slack shows the person that it was not done.
    assert (await press).status == 404
