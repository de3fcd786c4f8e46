"""The connection over which Slack talks to this process: Socket Mode."""

import asyncio
import logging

from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.socket_mode.async_client import AsyncBaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.web.async_client import AsyncWebClient

log = logging.getLogger(__name__)

PING_EVERY = 5.0
# Seconds without a connection after which the SDK's own attempts are given a new address to connect to.
NEW_ADDRESS_AFTER = 20.0
CLOSE_WITHIN = 2.0


class Connection:
    """Socket Mode, with what the SDK leaves to us: knowing whether it works, and stopping without losing anything.

    Make it in a running event loop.

    Args:
        app: What answers.
        app_token: The app-level token.
        client: The Web API client with which a connection is asked for.
        address: Where to connect first, when Slack has just been asked: it may be asked about once a minute.
    """

    def __init__(self, app: AsyncApp, app_token: str, client: AsyncWebClient, address: str | None = None) -> None:
        self._handler = AsyncSocketModeHandler(
            app, app_token, logger=client.logger, web_client=client, ping_interval=PING_EVERY
        )
        # The WebSocket has an aiohttp session of its own, which the SDK opens and closes with it.
        self._socket = self._handler.client
        self._socket.socket_mode_request_listeners[:] = [self._receive]
        self._socket.wss_uri = address
        self._answering: set[asyncio.Task[None]] = set()
        self._last_connected = asyncio.get_running_loop().time()
        self._up = False

    async def connect(self) -> None:
        """Connect. Goes on trying until it works or `close` is called."""
        await self._handler.connect_async()  # type: ignore[no-untyped-call]  # Bolt gives this method no types
        self._last_connected = asyncio.get_running_loop().time()
        self._up = True

    async def down_for(self) -> float:
        """For how many seconds there has been no working connection; 0 while there is one."""
        now = asyncio.get_running_loop().time()
        if await self._socket.is_connected():
            self._last_connected = now
        return now - self._last_connected

    async def watch(self) -> None:
        """Help a connection back up that has been down for a while.

        The SDK tries again by itself, but for ever with the same address, and Slack's addresses live only for seconds.
        """
        down = await self.down_for()
        if down > NEW_ADDRESS_AFTER:
            self._socket.wss_uri = None
        if down and self._up:
            log.warning("the connection to Slack is down")
        elif not (down or self._up):
            log.info("connected to Slack")
        self._up = not down

    def stop_intake(self) -> None:
        """Take nothing more in. Slack gives what is not acknowledged to another connection, or sends it again."""
        self._socket.socket_mode_request_listeners.clear()

    async def drain(self, within: float) -> None:
        """Wait, at most so many seconds, until everything taken in has been answered."""
        if self._answering:
            await asyncio.wait(self._answering, timeout=within)

    async def close(self) -> None:
        """Hang up."""
        try:
            async with asyncio.timeout(CLOSE_WITHIN):
                await self._handler.close_async()  # type: ignore[no-untyped-call]  # Bolt gives this method no types
        except TimeoutError:
            log.warning("Slack did not answer the goodbye")

    async def _receive(self, _: AsyncBaseSocketModeClient, request: SocketModeRequest) -> None:
        task = asyncio.current_task()
        assert task is not None  # noqa: S101 - a coroutine runs in a task
        self._answering.add(task)
        try:
            await self._handler.handle(self._socket, request)
        finally:
            self._answering.discard(task)
