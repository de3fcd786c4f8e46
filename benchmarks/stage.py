"""A Slack that does nothing but drive a bot over a real WebSocket, as fast as the bot answers."""

import asyncio
import itertools
import json
import time
from typing import Any

from aiohttp import WSMsgType, web

Json = dict[str, Any]

WORKSPACE, APP, BOT_USER = "T0BENCH", "A0BENCH", "U0BENCHBOT"
BOT_TOKEN, APP_TOKEN = "xoxb-bench", "xapp-bench"
PATIENCE = 20.0


class Stage:
    """One bot's counterpart: it sends envelopes, and tells when each was acknowledged and each form opened."""

    def __init__(self) -> None:
        self.connected = asyncio.Event()
        self._socket: web.WebSocketResponse | None = None
        self._acks: dict[str, asyncio.Future[float]] = {}
        self._forms: dict[str, asyncio.Future[float]] = {}
        self._count = itertools.count(1)
        self._runner: web.AppRunner | None = None
        self.url = ""

    async def start(self) -> None:
        """Serve, on a free port of the loopback interface."""
        app = web.Application()
        app.router.add_get("/link", self._link)
        app.router.add_post("/api/{method}", self._api)
        self._runner = web.AppRunner(app, access_log=None)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        port = self._runner.addresses[0][1]
        self.url = f"http://127.0.0.1:{port}"

    async def stop(self) -> None:
        """Hang up."""
        if self._socket:
            await self._socket.close()
        if self._runner:
            await self._runner.cleanup()

    async def acknowledged(self, kind: str, payload: Json) -> float:
        """Send one envelope; seconds until the bot acknowledged it."""
        assert self._socket is not None  # noqa: S101 - the bot is connected before it is driven
        envelope = f"e{next(self._count)}"
        ack = self._acks[envelope] = asyncio.get_running_loop().create_future()
        started = time.perf_counter()
        message = {"type": kind, "envelope_id": envelope, "accepts_response_payload": True, "payload": payload}
        await self._socket.send_str(json.dumps(message))
        answered_at: float = await asyncio.wait_for(ack, PATIENCE)
        return answered_at - started

    async def opened(self, payload: Json) -> tuple[float, float]:
        """Send one command that opens a form; seconds until its acknowledgement, and until the form."""
        started = time.perf_counter()
        ack, form = await self.asked(payload)
        return ack, await asyncio.wait_for(form, PATIENCE) - started

    async def asked(self, payload: Json) -> tuple[float, asyncio.Future[float]]:
        """Send one command that opens a form; seconds until its acknowledgement, and the form to come."""
        form = self._forms[payload["trigger_id"]] = asyncio.get_running_loop().create_future()
        return await self.acknowledged("slash_commands", payload), form

    async def all_opened(self) -> None:
        """Wait until every form is open that was asked for."""
        if self._forms:
            await asyncio.wait_for(asyncio.wait(self._forms.values()), PATIENCE)

    async def _link(self, request: web.Request) -> web.WebSocketResponse:
        socket = self._socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"type": "hello", "num_connections": 1, "connection_info": {"app_id": APP}})
        self.connected.set()
        async for message in socket:
            if message.type is WSMsgType.TEXT and message.data.startswith("{"):
                now = time.perf_counter()
                ack = self._acks.pop(json.loads(message.data)["envelope_id"], None)
                if ack and not ack.done():
                    ack.set_result(now)
        return socket

    async def _api(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        if method == "apps.connections.open":
            return web.json_response({"ok": True, "url": f"{self.url.replace('http', 'ws')}/link"})
        if method == "views.open":
            form = self._forms.pop((await request.json())["trigger_id"], None)
            if form and not form.done():
                form.set_result(time.perf_counter())
            return web.json_response({"ok": True, "view": {"id": "V0BENCH"}})
        who = {"team": "Bench", "team_id": WORKSPACE, "user": "rapport", "user_id": BOT_USER, "bot_id": "B0BENCH"}
        channel = {"channel": {"id": "D0BENCH"}} if method == "conversations.open" else {"channel": "D0BENCH"}
        return web.json_response({"ok": True, "ts": f"1.{next(self._count):06}", **who, **channel})
