"""Socket Mode: the app's WebSocket connections, the envelopes that go out, the acknowledgements that come back."""

import asyncio
import secrets
from asyncio import Future
from contextlib import suppress
from itertools import count

from aiohttp import WSMsgType, web

from playground.shapes import Json, SlackError

MOST_CONNECTIONS = 10
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
    """

    def __init__(self, app_id: str, ack_timeout: float) -> None:
        self._app_id = app_id
        self._ack_timeout = ack_timeout
        self._connections: list[web.WebSocketResponse] = []
        self._tickets: set[str] = set()
        self._waiting: dict[str, Future[Json]] = {}
        self._turn = count()
        self._closing = False

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
        self._connections.append(socket)
        try:
            await socket.send_json(self._hello())
            async for message in socket:
                if message.type is WSMsgType.TEXT:
                    self._acknowledged(message.json())
        finally:
            self._connections.remove(socket)
        return socket

    def _hello(self) -> Json:
        return {
            "type": "hello",
            "num_connections": len(self._connections),
            "debug_info": {"host": "playground", "approximate_connection_time": 3600},
            "connection_info": {"app_id": self._app_id},
        }

    def _acknowledged(self, answer: Json) -> None:
        waiting = self._waiting.get(answer.get("envelope_id", ""))
        if waiting and not waiting.done():
            waiting.set_result(answer.get("payload") or {})

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
        if not self._connections:
            raise UnacknowledgedError("dispatch_failed")
        envelope_id = secrets.token_hex(16)
        envelope = {
            "envelope_id": envelope_id,
            "type": kind,
            "payload": payload,
            "accepts_response_payload": wants_answer,
        }
        answer = self._waiting[envelope_id] = asyncio.get_running_loop().create_future()
        socket = self._connections[next(self._turn) % len(self._connections)]
        try:
            async with asyncio.timeout(self._ack_timeout):
                await socket.send_json(envelope | (retry or {}))
                acknowledged: Json = await answer
                return acknowledged
        except TimeoutError as error:
            raise UnacknowledgedError("operation_timeout") from error
        except ConnectionError as error:
            raise UnacknowledgedError("dispatch_failed") from error
        finally:
            del self._waiting[envelope_id]

    async def close(self, reason: str = "refresh_requested") -> None:
        """Tell every connection to go, close it, and let no other in."""
        self._closing = True
        for socket in [*self._connections]:
            # A connection whose other side just went needs no farewell.
            with suppress(ConnectionError):
                await socket.send_json({"type": "disconnect", "reason": reason, "debug_info": {"host": "playground"}})
            await socket.close()
