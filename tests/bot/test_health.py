"""`/healthz`, over HTTP."""

import socket

import aiohttp
import pytest

from bot.health import Health, serve_health


@pytest.mark.parametrize(
    ("health", "status", "facts"),
    [
        (Health(0, ()), 200, {"ok": True, "disconnected_seconds": 0, "late": []}),
        # Slack renews connections about hourly: no reason to start anew.
        (Health(59.6, ()), 200, {"ok": True, "disconnected_seconds": 60, "late": []}),
        (Health(61, ()), 503, {"ok": False, "disconnected_seconds": 61, "late": []}),
        (Health(0, ("send",)), 503, {"ok": False, "disconnected_seconds": 0, "late": ["send"]}),
    ],
)
async def test_it_fails_when_the_line_is_down_for_long_or_a_tick_is_late(
    health: Health, status: int, facts: dict[str, object]
) -> None:
    async def look() -> Health:
        return health

    async with (
        serve_health(look, 0) as port,
        aiohttp.ClientSession() as session,
        session.get(f"http://127.0.0.1:{port}/healthz") as response,
    ):
        assert (response.status, await response.json()) == (status, facts)


async def test_a_port_that_is_taken_is_an_error() -> None:
    async def look() -> Health:
        return Health(0, ())

    with socket.create_server(("", 0)) as taken, pytest.raises(OSError, match="in use"):
        async with serve_health(look, taken.getsockname()[1]):
            pass
