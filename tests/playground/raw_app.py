"""An app without Bolt: reads envelopes off the WebSocket and answers them when a test says so."""

import asyncio
from types import TracebackType
from typing import Self

from aiohttp import ClientSession, ClientWebSocketResponse, WSMsgType

from playground.server import Playground
from playground.shapes import Json


class RawApp:
    """One Socket Mode connection, to be used as an asynchronous context manager."""

    def __init__(self, playground: Playground) -> None:
        self._playground = playground
        self._session = ClientSession()
        self._socket: ClientWebSocketResponse | None = None
        self.hello: Json = {}

    async def __aenter__(self) -> Self:
        headers = {"Authorization": f"Bearer {self._playground.app_token}"}
        async with self._session.post(f"{self._playground.api_url}apps.connections.open", headers=headers) as response:
            url = (await response.json())["url"]
        self._socket = await self._session.ws_connect(url)
        self.hello = await self.next()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._socket:
            await self._socket.close()
        await self._session.close()

    @property
    def socket(self) -> ClientWebSocketResponse:
        assert self._socket
        return self._socket

    async def next(self) -> Json:
        """The next envelope."""
        async with asyncio.timeout(5):
            envelope: Json = await self.socket.receive_json()
        return envelope

    async def ack(self, envelope: Json, payload: Json | None = None) -> None:
        """Acknowledge an envelope."""
        answer: Json = {"envelope_id": envelope["envelope_id"]}
        await self.socket.send_json(answer | ({"payload": payload} if payload is not None else {}))

    async def answer_next(self, payload: Json | None = None) -> Json:
        """Acknowledge the next envelope; gives its payload."""
        envelope = await self.next()
        await self.ack(envelope, payload)
        received: Json = envelope["payload"]
        return received

    async def ended(self) -> bool:
        """Whether the other side has closed."""
        async with asyncio.timeout(5):
            return (await self.socket.receive()).type in (WSMsgType.CLOSE, WSMsgType.CLOSING, WSMsgType.CLOSED)
