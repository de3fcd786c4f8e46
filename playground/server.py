"""The playground's server: one local Slack workspace for one app."""

from collections.abc import Awaitable, Callable
from pathlib import Path

from aiohttp import web

from playground.ahead import Ahead
from playground.events import RETRY_AFTER, Events
from playground.faults import Faults
from playground.files import Files
from playground.instants import TRIGGER_LIFE, Triggers
from playground.interactions import Interactions
from playground.loopback import loopback_only
from playground.manifest import Manifest
from playground.page import add_page
from playground.people_api.asking import Asking, told_kindly
from playground.people_api.backstage import Backstage
from playground.people_api.doing import Doing
from playground.people_api.seeing import Seeing
from playground.people_api.timing import Timing
from playground.rates import OF_SOLD, PER_MINUTE, Rates
from playground.responses import Responses
from playground.seed import Seed
from playground.shapes import Clock, Json
from playground.skipping import Skipping
from playground.socket_mode import WARNED_AHEAD, Sockets
from playground.submissions import Submissions
from playground.traffic import TOPIC, Traffic
from playground.web_api.server import WebApi
from playground.workspace import Workspace


class Playground:
    """A local Slack workspace, for the loopback interface only, with all its state in memory.

    Args:
        manifest: The app's manifest.yml.
        seed: The workspace at its first moment.
        clock: The workspace's time. Slack's deadlines of three seconds go by the event loop's clock instead, so this
            one may stand still or jump.
        ack_timeout: Seconds the app has to acknowledge.
        trigger_life: Seconds in which a trigger id can open a view.
        retry_events_after: Seconds to wait before each further delivery of an event that was not acknowledged.
        rates: How often each method may be called; Slack's limits if it is not given.

    Attributes:
        workspace: The state.
        faults: What goes wrong on purpose: nothing until a fault is added.
        traffic: What went between the app and the workspace.

    Raises:
        ConfigurationError: The manifest cannot be used.
    """

    def __init__(
        self,
        manifest: Path,
        seed: Seed,
        clock: Clock,
        *,
        ack_timeout: float = 3.0,
        trigger_life: float = TRIGGER_LIFE,
        retry_events_after: tuple[float, ...] = RETRY_AFTER,
        rates: Rates | None = None,
    ) -> None:
        self.workspace = Workspace(Manifest.read(manifest), seed, clock)
        feed, tokens = self.workspace.feed, (seed.app.bot_token, seed.app.app_token)
        self.traffic = Traffic(clock, feed, tokens)
        self.faults = Faults(changed=lambda: feed.tell([TOPIC], {"type": "faults"}))
        self._sockets = Sockets(seed.app.id, ack_timeout, self.traffic)
        self._events = Events(self.workspace, self._sockets, self.faults, retry_events_after)
        self.workspace.on_event = self._events.send
        triggers = Triggers(trigger_life)
        self._responses = Responses(self.workspace, self.traffic)
        interactions = Interactions(self.workspace, self._sockets, triggers, self._responses)
        submissions = Submissions(self.workspace, self._sockets, interactions, self._responses)
        asking = Asking(self.workspace)
        self._seeing = Seeing(asking)
        self._skipping = Skipping(self.workspace)
        self._timing = Timing(asking, self._skipping)
        self._files = Files(self.workspace)
        self._doing = Doing(asking, self._events, interactions, submissions, self._files)
        self._backstage = Backstage(asking, self.traffic, self.faults, self._sockets)
        rates = rates or Rates(OF_SOLD if seed.app.is_sold else PER_MINUTE)
        self._web_api = WebApi(self.workspace, triggers, self._sockets, self._files, rates, self.faults, self.traffic)
        self._runner: web.AppRunner | None = None
        self._url = ""

    @property
    def url(self) -> str:
        """Where the playground is reached, such as `http://127.0.0.1:8765`."""
        return self._url

    @property
    def api_url(self) -> str:
        """Where its Web API is reached; an app's clients take it as their base URL."""
        return f"{self._url}/api/"

    @property
    def bot_token(self) -> str:
        """The app's bot token."""
        return self.workspace.app.bot_token

    @property
    def app_token(self) -> str:
        """The app's app-level token, for Socket Mode."""
        return self.workspace.app.app_token

    async def start(self, host: str = "127.0.0.1", port: int = 0) -> None:
        """Serve.

        Args:
            host: A loopback address.
            port: 0 takes any free one.

        Raises:
            OSError: The port is taken.
        """
        app = web.Application(middlewares=[loopback_only, told_kindly])
        add_page(app)
        app.router.add_get("/link", self._sockets.link)
        parts = self._web_api, self._files, self._responses, self._backstage, self._timing, self._seeing, self._doing
        for part in parts:
            part.add_routes(app)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, host, port)
        try:
            await site.start()
        except OSError:
            await self._runner.cleanup()
            raise
        self._url = f"http://{host}:{self._runner.addresses[0][1]}"
        self._responses.base_url = self._files.base_url = self._url

    def look_ahead(self, ahead: Ahead) -> None:
        """Let people move the clock, and see what is to come, as far as the app can tell."""
        self._skipping.ahead = ahead

    def drop_sockets(self) -> None:
        """Break the app's connections off without a word."""
        self._sockets.drop()

    async def refresh_sockets(self, ahead: float = WARNED_AHEAD) -> None:
        """Warn the app's connections, and end them `ahead` seconds later."""
        await self._sockets.refresh(ahead)

    def on_payload(self, change: Callable[[str, Json], Awaitable[Json]]) -> None:
        """Let every payload pass through `change` on its way to the app.

        Args:
            change: Gets the kind and the payload; may take its time; gives what the app is to get.
        """
        self._sockets.pass_payload = change

    def on_answer(self, change: Callable[[Json], Json]) -> None:
        """Let every answer of the Web API pass through `change` on its way to the app."""
        self._web_api.pass_answer = change

    async def deliver(self, kind: str, payload: Json) -> Json:
        """Send the app a payload, such as one it got before; gives its acknowledgement's payload.

        Args:
            kind: `slash_commands`, `interactive` or `events_api`.
            payload: What the app gets.

        Raises:
            UnacknowledgedError: No connection, or no acknowledgement in time.
        """
        return await self._sockets.deliver(kind, payload, wants_answer=kind != "events_api")

    def uninstall(self) -> None:
        """Take the app out of the workspace: its tokens end, and it hears `tokens_revoked` and `app_uninstalled`."""
        self.workspace.uninstall()

    async def stop(self) -> None:
        """Tell the app's connections to go, end the people's streams, and stop serving."""
        await self._skipping.close()
        await self._events.stop()
        await self._sockets.close()
        await self._seeing.close()
        if self._runner:
            await self._runner.cleanup()
            self._runner = None
