"""Socket Mode: the app's WebSocket connections, the envelopes that go out, the acknowledgements that come back."""

import asyncio
import secrets
from asyncio import Future, Task
from collections import deque
from collections.abc import Awaitable, Callable
from contextlib import suppress
from itertools import count
from typing import Final

from aiohttp import WSMsgType, web

from playground.shapes import Json, SlackError
from playground.traffic import Entry, Traffic

MOST_CONNECTIONS = 10
WARNED_AHEAD: Final = 10.0
"""Seconds from the warning that a connection will be refreshed to its end."""
REMEMBERED: Final = 100
"""Envelopes whose acknowledgement is still known when it comes too late."""
CLOSE_TIMEOUT = 2.0
"""Seconds to wait for the other side to agree to an end."""


class UnacknowledgedError(Exception):
    """The app did not answer in time.

    Args:
        code: `dispatch_failed` where no connection was there to send to, `operation_timeout` where no answer came.
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Sockets:
    """The app's connections.

    Args:
        app_id: Told to the app in `hello`.
        ack_timeout: Seconds the app has to acknowledge, by the event loop's clock.
        traffic: Where every payload and acknowledgement is noted.

    Attributes:
        pass_payload: What becomes of each payload on its way to the app. It gets the kind and the payload.
    """

    def __init__(self, app_id: str, ack_timeout: float, traffic: Traffic) -> None:
        self._app_id = app_id
        self._ack_timeout = ack_timeout
        self._traffic = traffic
        self.pass_payload: Callable[[str, Json], Awaitable[Json]] = _as_it_is
        self._connections: dict[web.WebSocketResponse, web.Request] = {}
        self._tickets: set[str] = set()
        self._waiting: dict[str, Future[Json]] = {}
        self._given_up: deque[tuple[str, Entry]] = deque(maxlen=REMEMBERED)
        self._turn = count()
        self._closing = False
        self._refreshing: Task[None] | None = None

    def ticket(self) -> str:
        """A ticket that lets the app connect.

        Raises:
            SlackError: The workspace is about to close.
        """
        if self._closing:
            raise SlackError("service_unavailable")
        ticket = secrets.token_urlsafe(16)
        self._tickets.add(ticket)
        return ticket

    @property
    def connected(self) -> int:
        """How many connections are open."""
        return len(self._connections)

    async def link(self, request: web.Request) -> web.StreamResponse:
        """Serve one connection until it ends."""
        if self._closing or request.query.get("ticket") not in self._tickets:
            raise web.HTTPForbidden(text="no such ticket")
        socket = web.WebSocketResponse(timeout=CLOSE_TIMEOUT)
        await socket.prepare(request)
        if len(self._connections) >= MOST_CONNECTIONS:
            await socket.send_json({"type": "disconnect", "reason": "too_many_websockets"})
            await socket.close()
            return socket
        self._connections[socket] = request
        try:
            await socket.send_json(self._hello())
            async for message in socket:
                if message.type is WSMsgType.TEXT:
                    self._acknowledged(message.json())
        finally:
            del self._connections[socket]
        return socket

    def _hello(self) -> Json:
        return {
            "type": "hello",
            "num_connections": len(self._connections),
            "debug_info": {"host": "playground", "approximate_connection_time": 3600},
            "connection_info": {"app_id": self._app_id},
        }

    def _acknowledged(self, answer: Json) -> None:
        envelope_id = answer.get("envelope_id", "")
        waiting = self._waiting.get(envelope_id)
        if waiting and not waiting.done():
            waiting.set_result(answer.get("payload") or {})
        for given_up, entry in self._given_up:
            if given_up == envelope_id:
                self._traffic.note(entry, "Acknowledged too late")

    async def deliver(self, kind: str, payload: Json, *, wants_answer: bool = True, retry: Json | None = None) -> Json:
        """Send one envelope and wait for its acknowledgement.

        Args:
            kind: `slash_commands`, `interactive` or `events_api`.
            payload: What the app gets.
            wants_answer: Whether the acknowledgement may carry a payload.
            retry: `retry_attempt` and `retry_reason`, for events.

        Returns:
            The acknowledgement's payload; empty if it has none.

        Raises:
            UnacknowledgedError: No connection, or no acknowledgement in time.
        """
        payload = await self.pass_payload(kind, payload)
        entry = self._traffic.begin(kind, name_of(payload), payload)
        if retry and retry["retry_attempt"]:
            entry.note = f"Sent again ({retry['retry_attempt']}): {retry['retry_reason']}"
        envelope_id = secrets.token_hex(16)
        envelope = {
            "envelope_id": envelope_id,
            "type": kind,
            "payload": payload,
            "accepts_response_payload": wants_answer,
        }
        try:
            acknowledged = await self._exchange(envelope | (retry or {}))
        except UnacknowledgedError as failure:
            self._given_up.append((envelope_id, entry))
            self._traffic.end(entry, error=failure.code)
            raise
        self._traffic.answered(entry, acknowledged)
        self._traffic.end(entry)
        return acknowledged

    async def _exchange(self, envelope: Json) -> Json:
        if not self._connections:
            raise UnacknowledgedError("dispatch_failed")
        answer = self._waiting[envelope["envelope_id"]] = asyncio.get_running_loop().create_future()
        socket = [*self._connections][next(self._turn) % len(self._connections)]
        try:
            async with asyncio.timeout(self._ack_timeout):
                await socket.send_json(envelope)
                acknowledged: Json = await answer
                return acknowledged
        except TimeoutError as error:
            raise UnacknowledgedError("operation_timeout") from error
        except ConnectionError as error:
            raise UnacknowledgedError("dispatch_failed") from error
        finally:
            del self._waiting[envelope["envelope_id"]]

    def drop(self) -> None:
        """Break every connection off without a word, as a network does."""
        self._traffic.end(self._traffic.begin("socket", "dropped", {}))
        for request in self._connections.values():
            if request.transport:
                request.transport.abort()

    async def refresh(self, ahead: float = WARNED_AHEAD) -> None:
        """Warn every connection that it will end, and end it: how Slack renews connections about every hour.

        Args:
            ahead: Seconds from the warning to the end.
        """
        warned = [*self._connections]
        await self._disconnect(warned, "warning")
        await asyncio.sleep(ahead)
        staying = [socket for socket in warned if socket in self._connections]
        await self._disconnect(staying, "refresh_requested")
        for socket in staying:
            await socket.close()

    def refresh_soon(self, ahead: float = WARNED_AHEAD) -> None:
        """The same, without waiting for it."""
        self._refreshing = asyncio.get_running_loop().create_task(self.refresh(ahead))

    async def _disconnect(self, sockets: list[web.WebSocketResponse], reason: str) -> None:
        farewell = {"type": "disconnect", "reason": reason, "debug_info": {"host": "playground"}}
        self._traffic.end(self._traffic.begin("socket", f"disconnect: {reason}", farewell))
        for socket in sockets:
            # A connection whose other side just went needs no farewell.
            with suppress(ConnectionError):
                await socket.send_json(farewell)

    async def close(self) -> None:
        """Tell every connection to go, close it, and let no other in."""
        self._closing = True
        if self._refreshing:
            self._refreshing.cancel()
        leaving = [*self._connections]
        await self._disconnect(leaving, "refresh_requested")
        for socket in leaving:
            await socket.close()


def name_of(payload: Json) -> str:
    """What a payload is called in the traffic: its command, its event's type, or its own type and id."""
    if "command" in payload:
        return str(payload["command"])
    if "event" in payload:
        event = payload["event"]
        return "/".join(str(event[key]) for key in ("type", "subtype") if event.get(key))
    actions = [str(action.get("action_id")) for action in payload.get("actions", ())]
    call = payload.get("callback_id") or (payload.get("view") or {}).get("callback_id")
    return ": ".join([str(payload.get("type")), *(actions or [str(call)] if call or actions else [])])


async def _as_it_is(_kind: str, payload: Json) -> Json:
    return payload
