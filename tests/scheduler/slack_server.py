"""A Slack that does what it is told: a real HTTP server that goes wrong in the ways real ones do."""

import asyncio
import json
from collections import defaultdict, deque
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

Json = dict[str, Any]
# What a method does: it carries the call out (or not), then answers (or not).
Effect = Callable[[], Json]
Fault = Callable[[web.Request, Effect], Awaitable[web.StreamResponse]]


class SlackServer:
    """Carries calls out as Slack does, unless `goes_wrong` says otherwise for the next ones.

    Attributes:
        posts: The messages that exist, oldest first, as they read now.
        calls: What was called: method and arguments.
        homes: The view that each user sees.
        most_at_once: The most calls that were under way at a time, by channel.
        page: The most messages that a page of history has.
    """

    def __init__(self) -> None:
        self.posts: list[Json] = []
        self.calls: list[tuple[str, Json]] = []
        self.homes: dict[str, Json] = {}
        self.most_at_once: dict[str, int] = defaultdict(int)
        self.page = 1000
        self._at_once: dict[str, int] = defaultdict(int)
        self._faults: dict[str, deque[Fault]] = defaultdict(deque)
        self._changed = asyncio.Condition()
        self._runner: web.AppRunner | None = None
        self._port = 0
        self._clock = 1_772_452_800  # 2 March 2026, noon

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._port}/api/"

    async def start(self) -> None:
        """Serve; after a stop, at the same address."""
        app = web.Application()
        app.router.add_route("*", "/api/{method}", self._answer)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self._port).start()
        self._port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        if self._runner:
            await self._runner.cleanup()
            self._runner = None

    def goes_wrong(self, method: str, *faults: Fault) -> None:
        """The next calls of a method go wrong, each in its way."""
        self._faults[method].extend(faults)

    def called(self, method: str) -> list[Json]:
        return [arguments for name, arguments in self.calls if name == method]

    def texts(self, channel: str) -> list[str]:
        return [post["text"] for post in self.posts if post["channel"] == channel]

    async def until(self, holds: Callable[[], bool], *, within: float = 30) -> None:
        """Wait until something holds of what was called."""
        async with asyncio.timeout(within), self._changed:
            await self._changed.wait_for(holds)

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        json_sent = request.content_type == "application/json"
        arguments: Json = await request.json() if json_sent else {**request.query, **await request.post()}
        channel = str(arguments.get("channel", ""))
        self.calls.append((method, arguments))
        self._at_once[channel] += 1
        self.most_at_once[channel] = max(self.most_at_once[channel], self._at_once[channel])
        await self._tell()
        try:
            faults = self._faults[method]
            fault = faults.popleft() if faults else works
            return await fault(request, lambda: self._carry_out(method, arguments))
        finally:
            self._at_once[channel] -= 1
            await self._tell()

    async def _tell(self) -> None:
        async with self._changed:
            self._changed.notify_all()

    def _carry_out(self, method: str, arguments: Json) -> Json:
        if method == "conversations.open":
            return {"ok": True, "channel": {"id": "D" + arguments["users"].replace(",", "")}}
        if method == "chat.postMessage":
            self._clock += 1
            post = {**arguments, "ts": f"{self._clock}.000100", "user": "UBOT"}
            self.posts.append(post)
            return {"ok": True, "channel": post["channel"], "ts": post["ts"], "message": {}}
        if method == "conversations.history":
            return self._history(arguments)
        if method == "chat.update":
            for post in self.posts:
                if post["ts"] == arguments["ts"]:
                    post.update(text=arguments["text"], blocks=arguments["blocks"])
                    return {"ok": True, "channel": post["channel"], "ts": post["ts"]}
            return {"ok": False, "error": "message_not_found"}
        if method == "views.publish":
            self.homes[arguments["user_id"]] = arguments["view"]
            return {"ok": True, "view": {}}
        return {"ok": False, "error": "unknown_method"}

    def _history(self, arguments: Json) -> Json:
        messages = [
            {**post, "metadata": post["metadata"] if "include_all_metadata" in arguments else {}}
            for post in reversed(self.posts)
            if post["channel"] == arguments["channel"] and float(post["ts"]) > float(arguments["oldest"])
        ]
        start = int(arguments.get("cursor") or 0)
        end = start + min(self.page, int(arguments["limit"]))
        more = end < len(messages)
        cursor = {"next_cursor": str(end) if more else ""}
        return {"ok": True, "messages": messages[start:end], "has_more": more, "response_metadata": cursor}


async def works(_request: web.Request, effect: Effect) -> web.StreamResponse:
    return web.json_response(effect())


def refuses(error: str, *, status: int = 200) -> Fault:
    async def fault(_request: web.Request, _effect: Effect) -> web.StreamResponse:
        return web.json_response({"ok": False, "error": error}, status=status)

    return fault


def too_many(retry_after: str | None, *, html: bool = False) -> Fault:
    async def fault(_request: web.Request, _effect: Effect) -> web.StreamResponse:
        headers = {} if retry_after is None else {"Retry-After": retry_after}
        if html:
            return web.Response(status=429, headers=headers, text="<p>Slow down</p>", content_type="text/html")
        return web.json_response({"ok": False, "error": "ratelimited"}, status=429, headers=headers)

    return fault


def answers(body: str | bytes, *, status: int = 200, content_type: str = "application/json") -> Fault:
    """It is carried out, but the answer says nothing that could be understood."""

    async def fault(_request: web.Request, effect: Effect) -> web.StreamResponse:
        effect()
        raw = body.encode() if isinstance(body, str) else body
        return web.Response(status=status, body=raw, content_type=content_type)

    return fault


async def loses_the_reply(request: web.Request, effect: Effect) -> web.StreamResponse:
    """It is carried out, and the connection is reset."""
    effect()
    assert request.transport
    request.transport.abort()
    return web.Response()


async def cuts_the_reply(request: web.Request, effect: Effect) -> web.StreamResponse:
    """It is carried out, and the answer breaks off in the middle."""
    whole = json.dumps(effect()).encode()
    response = web.StreamResponse(headers={"Content-Type": "application/json", "Content-Length": str(len(whole))})
    await response.prepare(request)
    await response.write(whole[:10])
    assert request.transport
    request.transport.close()
    return response


async def never_answers(_request: web.Request, effect: Effect) -> web.StreamResponse:
    """It is carried out, and nobody hears of it."""
    effect()
    return await hangs(_request, effect)


async def hangs(_request: web.Request, _effect: Effect) -> web.StreamResponse:
    """It is not carried out, and nobody hears of it, until the server stops."""
    await asyncio.Event().wait()
    return web.Response()


def holds(gate: asyncio.Event) -> Fault:
    """It is carried out once the gate opens."""

    async def fault(_request: web.Request, effect: Effect) -> web.StreamResponse:
        await gate.wait()
        return web.json_response(effect())

    return fault
