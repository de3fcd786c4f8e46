"""`/healthz`: whether this process does its work."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta

from aiohttp import web

from bot.connection import Connection
from scheduler.ticks import Ticks

# Slack renews connections about hourly, which takes a moment; and a database may be restarted.
CONNECTION_PATIENCE = timedelta(seconds=60)
TICK_PATIENCE = timedelta(seconds=60)


@dataclass(frozen=True)
class Health:
    """What works. `late` names the ticks that have not finished for too long."""

    disconnected_seconds: float
    late: tuple[str, ...]
    patience: timedelta = CONNECTION_PATIENCE

    @property
    def ok(self) -> bool:
        """Whether the process does its work. If not for long, it should be started anew."""
        return self.disconnected_seconds <= self.patience.total_seconds() and not self.late


async def examine(connection: Connection, ticks: Ticks) -> Health:
    """Look how the process does."""
    return Health(await connection.down_for(), tuple(ticks.late(TICK_PATIENCE)))


@asynccontextmanager
async def serve_health(look: Callable[[], Awaitable[Health]], port: int) -> AsyncIterator[int]:
    """Answer `GET /healthz` with 200 while all is well, else with 503, and say in JSON what is wrong.

    Args:
        look: Examines the process.
        port: Where to listen, on all interfaces; 0: any free port, for this machine alone.

    Yields:
        The port.

    Raises:
        OSError: The port is taken.
    """

    async def answer(_: web.Request) -> web.Response:
        health = await look()
        facts = {"ok": health.ok, "disconnected_seconds": round(health.disconnected_seconds), "late": list(health.late)}
        return web.json_response(facts, status=200 if health.ok else 503)

    app = web.Application()
    app.router.add_get("/healthz", answer)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
    await runner.setup()
    try:
        # On all interfaces, port 0 would become another port on each.
        await web.TCPSite(runner, None if port else "127.0.0.1", port).start()
        yield int(runner.addresses[0][1])
    finally:
        await runner.cleanup()
