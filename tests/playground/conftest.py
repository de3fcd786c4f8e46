"""A playground with a small Bolt app of its own, over a real socket."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from slack_bolt.adapter.socket_mode.async_handler import AsyncSocketModeHandler
from slack_bolt.app.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from playground.client import People
from playground.rates import UNLIMITED, Rates
from playground.seed import Seed
from playground.server import Playground
from playground.shapes import Json

FAST = pytest.mark.parametrize("rates", [Rates(UNLIMITED)], ids=["fast"])
"""For a test in which the app calls more often than Slack would let it."""

MANIFEST = Path(__file__).parent / "manifest.yml"

SEED: Json = {
    "workspace": {"id": "T1", "name": "Harbour", "domain": "harbour"},
    "people": [
        {"id": "U1", "name": "maya", "real_name": "Maya Lind", "tz": "Europe/Copenhagen", "is_admin": True},
        {"id": "U2", "name": "tom", "real_name": "Tom Okafor", "tz": "Africa/Lagos"},
        {"id": "U3", "name": "tomoko", "real_name": "Tomoko Ito", "tz": "Asia/Tokyo"},
        {"id": "U4", "name": "gone", "real_name": "Gone Gale", "deleted": True},
        {"id": "U5", "name": "guest", "real_name": "Gita Guest", "is_ultra_restricted": True},
        {"id": "U6", "name": "far", "real_name": "Fara Way", "team_id": "T9"},
    ],
    "channels": [
        {"id": "C1", "name": "wins", "members": ["U1", "U2"], "topic": "What went well"},
        {"id": "C2", "name": "secret", "members": ["U1"], "is_private": True},
    ],
    "tour": [{"text": "Say hello", "act_as": "U1"}],
}


class SteppedClock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.now = datetime(2030, 1, 7, 9, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def advance(self, by: timedelta) -> None:
        self.now += by


class Heard:
    """Collects what the app was told, to wait for it."""

    def __init__(self) -> None:
        self.all: list[Any] = []
        self._more = asyncio.Condition()

    async def add(self, what: object) -> None:
        async with self._more:
            self.all.append(what)
            self._more.notify_all()

    async def wait_for(self, count: int) -> list[Any]:
        async with asyncio.timeout(5), self._more:
            await self._more.wait_for(lambda: len(self.all) >= count)
        return self.all


@pytest.fixture
def clock() -> SteppedClock:
    return SteppedClock()


@pytest.fixture
def manifest() -> Path:
    """What the app declares."""
    return MANIFEST


@pytest.fixture
def ack_timeout() -> float:
    """Slack's own. A test that waits for it to pass parametrizes a shorter one."""
    return 3.0


@pytest.fixture
def trigger_life() -> float:
    """Likewise."""
    return 3.0


@pytest.fixture
def rates() -> Rates:
    """Slack's own. A test that posts faster parametrizes `FAST`."""
    return Rates()


@pytest.fixture
async def playground(
    manifest: Path,
    clock: SteppedClock,
    ack_timeout: float,
    trigger_life: float,
    rates: Rates,
    monkeypatch: pytest.MonkeyPatch,
) -> AsyncIterator[Playground]:
    for name in ("HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy"):
        monkeypatch.delenv(name, raising=False)
    playground = Playground(
        manifest,
        Seed.from_dict(SEED),
        clock,
        ack_timeout=ack_timeout,
        trigger_life=trigger_life,
        retry_events_after=(0.0, 0.05, 0.1),
        rates=rates,
    )
    await playground.start()
    yield playground
    await playground.stop()


@pytest.fixture
async def people(playground: Playground) -> AsyncIterator[People]:
    async with People(playground.url) as people:
        yield people


@pytest.fixture
def client(playground: Playground) -> AsyncWebClient:
    return AsyncWebClient(token=playground.bot_token, base_url=playground.api_url, retry_handlers=[])


@pytest.fixture
def app(client: AsyncWebClient) -> AsyncApp:
    return AsyncApp(client=client, raise_error_for_unhandled_request=False)


Connect = Callable[[], Awaitable[AsyncSocketModeHandler]]


@pytest.fixture
async def connect(app: AsyncApp, playground: Playground) -> AsyncIterator[Connect]:
    """Connects the app; to be called once its listeners stand."""
    handlers = []

    async def connect() -> AsyncSocketModeHandler:
        handler = AsyncSocketModeHandler(app, playground.app_token)
        handlers.append(handler)
        await handler.connect_async()  # type: ignore[no-untyped-call]
        return handler

    yield connect
    for handler in handlers:
        await handler.close_async()  # type: ignore[no-untyped-call]
