"""The least of a Slack that Rapport can run against: a Web API that leaves out all it may, and a socket."""

import asyncio
from collections import defaultdict
from typing import Any

from aiohttp import WSMsgType, web

BOT_TOKEN, APP_TOKEN = "tiny-bot-token", "tiny-app-token"
TEAM, USER = "T0TINY", "U0TINY"

Json = dict[str, Any]


class TinySlack:
    """Serves one app.

    Attributes:
        calls: Which methods were called, in order.
        answers: What the app answered to each envelope.
        gates: A method whose gate is there answers once the gate is open.
        stale_addresses: How many of the next addresses to connect to do not work.
    """

    def __init__(self) -> None:
        self.calls: list[tuple[str, Json]] = []
        self.answers: dict[str, Json] = {}
        self.gates: dict[str, asyncio.Event] = {}
        self.stale_addresses = 0
        self._sockets: list[web.WebSocketResponse] = []
        self._addresses: dict[str, bool] = {}
        self._changed = asyncio.Condition()
        self._envelopes = 0
        self._runner: web.AppRunner | None = None
        self._port = 0

    @property
    def api_url(self) -> str:
        return f"http://127.0.0.1:{self._port}/api/"

    async def start(self) -> None:
        app = web.Application()
        app.router.add_route("*", "/api/{method}", self._answer)
        app.router.add_get("/link/{address}", self._link)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self._port).start()
        self._port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        for gate in self.gates.values():
            gate.set()
        await self.hang_up()
        if self._runner:
            await self._runner.cleanup()

    async def hang_up(self) -> None:
        """End every connection."""
        for socket in self._sockets:
            await socket.close()
        self._sockets.clear()

    async def connected(self) -> None:
        """Wait until the app is connected."""
        await self._until(lambda: bool(self._sockets))

    async def called(self, method: str) -> Json:
        """Wait until a method was called; its arguments."""
        await self._until(lambda: any(name == method for name, _ in self.calls))
        return next(arguments for name, arguments in self.calls if name == method)

    async def answered(self, envelope: str) -> Json:
        """Wait for the app's answer to an envelope."""
        await self._until(lambda: envelope in self.answers)
        return self.answers[envelope]

    async def send(self, kind: str, payload: object) -> str:
        """Send a payload in an envelope; the envelope's id."""
        self._envelopes += 1
        envelope = f"envelope-{self._envelopes}"
        await self._sockets[-1].send_json({"type": kind, "envelope_id": envelope, "payload": payload})
        return envelope

    async def type_command(self, command: str, text: str = "") -> str:
        body = {
            "command": command,
            "text": text,
            "team_id": TEAM,
            "user_id": USER,
            "channel_id": "C0",
            "trigger_id": "1",
        }
        return await self.send("slash_commands", body)

    async def _answer(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        expected = APP_TOKEN if method == "apps.connections.open" else BOT_TOKEN
        if token != expected:
            return web.json_response({"ok": False, "error": "invalid_auth"})
        arguments: Json = (
            await request.json() if request.content_type == "application/json" else dict(await request.post())
        )
        self.calls.append((method, arguments))
        await self._tell()
        if gate := self.gates.get(method):
            await gate.wait()
        return web.json_response({"ok": True, **self._result(method)})

    def _result(self, method: str) -> Json:
        match method:
            case "auth.test":
                return {"team_id": TEAM, "team": "Tiny", "user_id": "U0BOT", "user": "rapport", "bot_id": "B0BOT"}
            case "apps.connections.open":
                address = f"address-{len(self._addresses)}"
                self._addresses[address] = self.stale_addresses <= 0
                self.stale_addresses -= 1
                return {"url": f"ws://127.0.0.1:{self._port}/link/{address}"}
            case "users.info":
                return {"user": {"id": USER, "name": "tiny", "is_admin": True}}
            case _:
                return defaultdict(dict)

    async def _link(self, request: web.Request) -> web.StreamResponse:
        if not self._addresses.get(request.match_info["address"]):
            raise web.HTTPForbidden
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"type": "hello"})
        self._sockets.append(socket)
        await self._tell()
        async for message in socket:
            if message.type is WSMsgType.TEXT:
                answer = message.json()
                self.answers[answer["envelope_id"]] = answer.get("payload") or {}
                await self._tell()
        return socket

    async def _tell(self) -> None:
        async with self._changed:
            self._changed.notify_all()

    async def _until(self, holds: Any) -> None:  # noqa: ANN401 - a predicate
        # A process takes its time to start on a busy machine.
        async with asyncio.timeout(60), self._changed:
            await self._changed.wait_for(holds)
