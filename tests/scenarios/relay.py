"""A relay before the playground's Web API: it can hold calls up, refuse them, and leave things out of the answers."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiohttp import ClientSession, web

from playground.shapes import Json


@dataclass
class Relay:
    """What happens to calls on their way.

    Attributes:
        url: The base URL of the Web API, for the bot.
        too_many: Methods that are answered with 429, and not for a good while to be tried again.
        silent: Methods that get no answer at all.
        change: What becomes of each answer.
    """

    url: str = ""
    too_many: set[str] = field(default_factory=set)
    silent: set[str] = field(default_factory=set)
    change: Callable[[Json], Json] = lambda answer: answer


@asynccontextmanager
async def relay_to(api_url: str) -> AsyncIterator[Relay]:
    """Serve a relay to a Web API."""
    relay = Relay()

    async def forward(request: web.Request) -> web.Response:
        method = request.match_info["method"]
        if method in relay.too_many:
            return web.json_response({"ok": False, "error": "ratelimited"}, status=429, headers={"Retry-After": "600"})
        if method in relay.silent:
            await asyncio.Event().wait()
        kept = {name: request.headers[name] for name in ("Authorization", "Content-Type") if name in request.headers}
        address, body = f"{api_url}{method}", await request.read()
        async with session.request(request.method, address, params=request.query, data=body, headers=kept) as answer:
            return web.json_response(relay.change(await answer.json()), status=answer.status)

    app = web.Application()
    app.router.add_route("*", "/api/{method}", forward)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    relay.url = f"http://127.0.0.1:{runner.addresses[0][1]}/api/"
    async with ClientSession() as session:
        yield relay
    await runner.cleanup()
