"""Events: recorded before they are acknowledged, handled once, and not lost by a crash in between."""

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest
from slack_bolt.async_app import AsyncApp
from sqlalchemy import select

from handlers.events import GIVE_UP_AFTER, KEEP, SETTLE, Event, Intake
from handlers.listening import Listening
from storage.models import SlackEvent
from storage.store import Store
from storage.transaction import Transaction
from tests.handlers.conftest import NOW
from tests.handlers.desk import BOT, BOT_USER, TEAM, USER, Ack, Desk
from views.wording import Wording


class Clock:
    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


class Handler:
    """Notes the events it is given; fails as long as it is told to."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.fails = False
        self.gate = asyncio.Event()
        self.gate.set()
        self._changed = asyncio.Condition()

    async def __call__(self, event: Event) -> None:
        self.events.append(event)
        async with self._changed:
            self._changed.notify_all()
        await self.gate.wait()
        if self.fails:
            raise RuntimeError("The database is away.")

    async def begun(self, events: int) -> None:
        async with asyncio.timeout(10), self._changed:
            await self._changed.wait_for(lambda: len(self.events) >= events)

    @property
    def ids(self) -> list[str]:
        return [event.id for event in self.events]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def listening(app: AsyncApp, home: Store, clock: Clock, wording: Wording) -> Listening:
    return Listening(app, Intake(home, clock), wording)


@pytest.fixture
def handler() -> Handler:
    return Handler()


async def remembered(store: Store) -> Sequence[SlackEvent]:
    async def look(tx: Transaction) -> Sequence[SlackEvent]:
        return (await tx.scalars(select(SlackEvent).order_by(SlackEvent.event_id))).all()

    return await store.read(look)


async def settle(listening: Listening) -> None:
    assert await listening.drain(within=10) == 0


async def test_an_event_is_handled_with_the_facts_that_were_asked_for(
    listening: Listening, handler: Handler, desk: Desk
) -> None:
    listening.event("user_change", handler, keep=("user.id", "user.tz", "user.locale", "cache_ts.no.such"))
    user = {"id": USER, "tz": "Africa/Lagos", "profile": {"status_text": "my secret"}}
    assert await desk.event("user_change", user=user, cache_ts=3) == Ack(200)
    await settle(listening)
    assert handler.events == [Event(TEAM, "Ev1", "user_change", {"user.id": USER, "user.tz": "Africa/Lagos"}, NOW)]


async def test_an_event_is_recorded_before_it_is_acknowledged_and_finished_after(
    listening: Listening, handler: Handler, desk: Desk, home: Store
) -> None:
    handler.gate.clear()
    listening.event("app_home_opened", handler, keep=("user",))
    assert await desk.event("app_home_opened", user=USER) == Ack(200)
    ((row,)) = await remembered(home)
    assert (row.kind, row.facts, row.received_at, row.handled_at) == ("app_home_opened", {"user": USER}, NOW, None)
    handler.gate.set()
    await settle(listening)
    ((row,)) = await remembered(home)
    assert row.handled_at == NOW


async def test_the_same_event_twice_is_handled_once(listening: Listening, handler: Handler, desk: Desk) -> None:
    listening.event("app_home_opened", handler)
    acks = await asyncio.gather(*(desk.event("app_home_opened", "Ev1") for _ in range(3)))
    assert await desk.event("app_home_opened", "Ev1") == Ack(200)
    assert await desk.event("app_home_opened", "Ev2") == Ack(200)
    await settle(listening)
    assert acks == [Ack(200)] * 3
    assert sorted(handler.ids) == ["Ev1", "Ev2"]


async def test_an_event_that_cannot_be_recorded_is_not_acknowledged(
    listening: Listening, handler: Handler, desk: Desk, home: Store
) -> None:
    listening.event("app_home_opened", handler)
    await home.close()
    assert (await desk.event("app_home_opened")).status == 500
    assert handler.events == []


async def test_what_a_crash_left_unfinished_is_handled_by_the_next_process(
    listening: Listening, handler: Handler, desk: Desk, home: Store, clock: Clock
) -> None:
    handler.gate.clear()
    listening.event("app_home_opened", handler, keep=("user",))
    await desk.event("app_home_opened", user=USER)
    assert await listening.drain(within=0) == 1  # as good as kill -9: it never came to its end

    # Bolt needs an app of its own for another Listening, as another process would have.
    after = Intake(home, clock)
    next_handler = Handler()
    after.subscribe("app_home_opened", next_handler, keep=("user",), wanted=lambda _: True)
    assert await after.take_unfinished() == []  # whoever received it may still be at work
    clock.now += SETTLE
    (event,) = await after.take_unfinished()
    await after.handle(event)
    assert next_handler.events == [Event(TEAM, "Ev1", "app_home_opened", {"user": USER}, NOW)]
    assert await after.take_unfinished() == []


async def test_a_replay_leaves_alone_what_is_in_hand(
    listening: Listening, handler: Handler, desk: Desk, clock: Clock
) -> None:
    handler.gate.clear()
    listening.event("app_home_opened", handler)
    await desk.event("app_home_opened")
    await handler.begun(1)
    clock.now += SETTLE
    await listening.replay_events()
    handler.gate.set()
    await settle(listening)
    await listening.replay_events()
    assert handler.ids == ["Ev1"]


async def test_a_handler_that_fails_is_asked_again_and_given_up_in_the_end(
    listening: Listening, handler: Handler, desk: Desk, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    handler.fails = True
    listening.event("app_home_opened", handler)
    assert await desk.event("app_home_opened") == Ack(200)
    await settle(listening)
    clock.now += GIVE_UP_AFTER - timedelta(seconds=1)
    await listening.replay_events()
    assert "given up" not in caplog.text
    clock.now += timedelta(seconds=1)
    await listening.replay_events()
    await listening.replay_events()
    assert handler.ids == ["Ev1"] * 3
    assert "event Ev1 (app_home_opened) failed; it is given up" in caplog.text


async def test_a_handler_that_failed_once_ends_well(
    listening: Listening, handler: Handler, desk: Desk, clock: Clock, home: Store
) -> None:
    handler.fails = True
    listening.event("app_home_opened", handler)
    await desk.event("app_home_opened")
    await settle(listening)
    handler.fails = False
    clock.now += SETTLE
    await listening.replay_events()
    await listening.replay_events()
    assert handler.ids == ["Ev1", "Ev1"]
    ((row,)) = await remembered(home)
    assert row.handled_at == clock.now


async def test_what_is_not_wanted_is_acknowledged_and_forgotten(
    listening: Listening, handler: Handler, desk: Desk, home: Store
) -> None:
    listening.event("message", handler, wanted=lambda event: event.get("subtype") is None)
    assert await desk.event("message", "Ev1", subtype="message_changed") == Ack(200)
    assert await desk.event("message", "Ev2", user=USER) == Ack(200)
    await settle(listening)
    assert handler.ids == ["Ev2"]
    assert [row.event_id for row in await remembered(home)] == ["Ev2"]


async def test_what_the_bot_itself_does_is_no_news(
    listening: Listening, handler: Handler, desk: Desk, home: Store
) -> None:
    listening.event("message", handler)
    listening.event("member_joined_channel", handler)
    assert (await desk.event("message", "Ev1", user=BOT_USER, bot_id=BOT)).status == 200
    # Except that it was let into a channel.
    assert await desk.event("member_joined_channel", "Ev2", user=BOT_USER) == Ack(200)
    await settle(listening)
    assert handler.ids == ["Ev2"]
    assert [row.event_id for row in await remembered(home)] == ["Ev2"]


async def test_old_finished_events_are_deleted_and_unfinished_ones_kept(
    listening: Listening, handler: Handler, desk: Desk, home: Store, clock: Clock
) -> None:
    listening.event("app_home_opened", handler)
    await desk.event("app_home_opened", "Ev1")
    await settle(listening)
    handler.gate.clear()
    await desk.event("app_home_opened", "Ev2")
    assert await listening.drain(within=0) == 1
    elsewhere = Intake(home, clock)
    clock.now += KEEP - timedelta(seconds=1)
    await elsewhere.take_unfinished()
    assert [row.event_id for row in await remembered(home)] == ["Ev1", "Ev2"]
    clock.now += timedelta(seconds=1)
    await elsewhere.take_unfinished()
    assert [row.event_id for row in await remembered(home)] == ["Ev2"]
