"""The one place where everything is plugged together."""

import asyncio
import logging
from collections.abc import Awaitable
from contextlib import AsyncExitStack
from datetime import datetime, timedelta
from functools import partial
from itertools import chain
from typing import TypeVar

from slack_sdk.web.async_client import AsyncWebClient

from bot.clock import Clock, utc_now
from bot.connection import Connection
from bot.database import open_store
from bot.flows import register_flows
from bot.problems import CannotStartError
from bot.settings import Settings
from bot.slack import SignedIn, bolt_app, open_session, sign_in, slack_client
from handlers.events import SETTLE, Intake
from handlers.listening import Listening
from scheduler.homes import Homes
from scheduler.sender import Sender
from scheduler.slack_calls import SlackCalls
from scheduler.ticks import Tick, Ticks
from services.context import Services
from services.ensure_workspace import Installed, ensure_workspace
from services.find_overlooked import find_overlooked
from services.look_at_pairs import look_at_pairs
from services.report_to_organisers import report_to_organisers
from services.settle_shout_outs import settle_shout_outs
from services.uninstall import forget_uninstalled
from services.wipe_outbox import wipe_outbox
from storage.outbox import next_due
from storage.store import Store
from storage.transaction import Transaction
from views.wording import Wording

log = logging.getLogger(__name__)

T = TypeVar("T")

# How often to look when nobody wakes one up.
SECONDS_5, SECONDS_10, SECONDS_30 = timedelta(seconds=5), timedelta(seconds=10), timedelta(seconds=30)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
# Between two looks that a deed asks for where nobody waits for what comes of it: in a rush, one look is for many.
UNHURRIED = timedelta(seconds=1)

# Seconds. To hang up and to close the database take two each at most, and all of it is to take less than ten.
DRAIN_WITHIN = 5.0
LOOK_AGAIN = 0.2


class Rapport:
    """All of Rapport, assembled for one workspace; `assemble` makes it.

    Attributes:
        services: What deeds need; for whoever carries some out beside the handlers, such as the playground's seed.
        installed: The workspace.
        listening: Everything that listens to Slack.
        ticks: Everything that runs by time.
        connection: The line to Slack.
        wording: What people read.
    """

    def __init__(
        self,
        services: Services,
        installed: Installed,
        listening: Listening,
        ticks: Ticks,
        connection: Connection,
        wording: Wording,
        sender: Sender,
        resources: AsyncExitStack,
    ) -> None:
        self.services = services
        self.installed = installed
        self.listening = listening
        self.ticks = ticks
        self.connection = connection
        self.wording = wording
        self._sender = sender
        self._resources = resources

    async def start(self) -> None:
        """Begin to send what is due, and take in what Slack has to say. Returns once it is connected."""
        self.ticks.start()
        await self.connection.connect()

    async def at_rest(self) -> None:
        """Wait until all is done that is due, however long Slack keeps it waiting."""
        while True:
            self.services.wake()
            await self.catch_up()
            due = await self.services.glance(self._next_due)
            if due is None or due > self.services.now():
                return
            await asyncio.sleep(LOOK_AGAIN)

    async def _next_due(self, tx: Transaction) -> datetime | None:
        return await next_due(tx, self.services.now())

    async def catch_up(self) -> None:
        """Wait until whoever asked has an answer, and what was woken has looked at everything."""
        while self.listening.is_at_work or self.ticks.is_at_work:
            await self.listening.catch_up()
            await self.ticks.catch_up()

    async def stop(self) -> None:
        """Take nothing more in, finish what runs, and close everything. Takes less than ten seconds."""
        self.connection.stop_intake()
        cancelled, late, *_ = await asyncio.gather(
            self._drain(),
            self.ticks.stop(DRAIN_WITHIN),
            self._sender.close(DRAIN_WITHIN),
        )
        if cancelled or late:
            log.warning("cancelled at the stop: %d listeners, ticks: %s", cancelled, ", ".join(late) or "none")
        await self.connection.close()
        await self._resources.aclose()

    async def _drain(self) -> int:
        # What was taken in becomes a listener or an answer; cancelled listeners leave their payloads unanswered.
        await self.connection.drain(DRAIN_WITHIN / 2)
        return await self.listening.drain(DRAIN_WITHIN / 2)


async def assemble(settings: Settings, clock: Clock) -> Rapport:
    """Plug everything together: database, Slack, listeners and ticks. Nothing runs before `Rapport.start`.

    Args:
        settings: What the operator has set.
        clock: The time that people's deeds and nudges go by.

    Raises:
        CannotStartError: With everything that stands in the way.
    """
    async with AsyncExitStack() as resources:
        session = await resources.enter_async_context(open_session())
        client = slack_client(settings, session)
        store, signed_in = await _open(settings, client, resources)

        woken: list[Tick] = []

        def wake() -> None:
            for tick in woken:
                tick.wake()

        services = Services(store, clock, wake)
        await ensure_workspace(services, signed_in.installed)

        wording = Wording()
        app = bolt_app(client, signed_in.authorization)
        # Nobody else is at work on an embedded database: what a crash left there is taken up at once.
        settle = timedelta() if store.dialect == "sqlite" else SETTLE
        listening = Listening(app, Intake(store, clock, settle), wording)
        register_flows(listening, services, wording, client)

        connection = Connection(app, settings.slack_app_token, client, signed_in.socket_address)
        slack = SlackCalls(client)
        sender = Sender(services, slack, wording)
        woken += (
            Tick("send", sender.drain, SECONDS_5),
            Tick("publish homes", Homes(services, slack, wording).drain, SECONDS_5),
            Tick("settle shout-outs", partial(settle_shout_outs, services), SECONDS_5, UNHURRIED),
            Tick("look at pairs", partial(look_at_pairs, services), SECONDS_5, UNHURRIED),
            Tick("report to organisers", partial(report_to_organisers, services), SECONDS_5, UNHURRIED),
        )
        unwoken = (
            Tick("replay events", listening.replay_events, SECONDS_30),
            Tick("watch the connection", connection.watch, SECONDS_10),
            # What keeps the house waits until those have been answered who were kept waiting by the start.
            Tick("find overlooked pairs", partial(find_overlooked, services), DAY, first=MINUTE),
            Tick("forget the uninstalled", partial(forget_uninstalled, services), HOUR, first=MINUTE),
            Tick("wipe the outbox", partial(wipe_outbox, services), HOUR, first=MINUTE),
        )
        ticks = Ticks([*woken, *unwoken], utc_now)
        return Rapport(
            services, signed_in.installed, listening, ticks, connection, wording, sender, resources.pop_all()
        )


async def _open(settings: Settings, client: AsyncWebClient, resources: AsyncExitStack) -> tuple[Store, SignedIn]:
    """Open the database and sign in to Slack; what is wrong with either is said together."""
    errors: list[CannotStartError] = []
    store = await _attempt(open_store(settings, resources), errors)
    signed_in = await _attempt(sign_in(client, settings), errors)
    if store is None or signed_in is None:
        raise CannotStartError(chain.from_iterable(e.problems for e in errors), max(e.exit_code for e in errors))
    return store, signed_in


async def _attempt(work: Awaitable[T], errors: list[CannotStartError]) -> T | None:
    try:
        return await work
    except CannotStartError as error:
        errors.append(error)
        return None
