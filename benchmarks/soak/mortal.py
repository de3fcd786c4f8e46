"""A sender in a process of its own, with tiny leases, that may die at a named point."""

import asyncio
import logging
import os
import random
import signal
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from multiprocessing.synchronize import Event

import aiohttp
from slack_sdk.web.async_client import AsyncWebClient

from bot.clock import utc_now
from bot.proxy import drop_bypassed_proxies
from scheduler.attempt import Attempt
from scheduler.backoff import Backoff
from scheduler.margins import Margins
from scheduler.outcomes import Outcome, Patience
from scheduler.pace import HISTORY, OPEN, POST, Pace
from scheduler.sender import Sender
from scheduler.settling import Settling
from scheduler.slack_calls import SlackCalls
from services.context import Services
from storage.completing import Completion
from storage.keyring import Keyring
from storage.store import Store
from views.wording import Wording

# What takes effect late does so well before the history is read: that is what the settle time is for.
MARGINS = Margins(
    at_once=8, lease=timedelta(seconds=6), spare=timedelta(seconds=0.5), settle=timedelta(seconds=3), tries=50,
    backoff=Backoff(0.2, 1.0), look=timedelta(seconds=0.2),
)  # fmt: skip
PATIENCE = Patience(answer=1.0, unsaid=1.0, longest=2.0)


class Point(StrEnum):
    """Where a sender can die."""

    CLAIMED = "after a claim"
    OPENED = "after a direct message was opened"
    POSTING = "right before a post"
    POSTED = "after a post, before anything of it is noted"
    READ = "after the history was read"
    NOTED = "after the end was noted"


@dataclass(frozen=True)
class Life:
    """What a sender is told: where its database and its Slack are, and where to die, if not by somebody's hand."""

    database_url: str
    keys: str
    slack_url: str
    token: str
    dies: Point | None


def live(life: Life, is_awake: Event) -> None:
    """Send, until killed; says when it begins."""
    logging.disable()
    drop_bypassed_proxies(life.slack_url, os.environ)
    asyncio.run(_live(life, is_awake))


async def _live(life: Life, is_awake: Event) -> None:
    store = Store(life.database_url, Keyring.from_text(life.keys))
    async with aiohttp.ClientSession() as session:
        client = AsyncWebClient(token=life.token, base_url=life.slack_url, session=session, retry_handlers=[])
        services = Services(store, utc_now, lambda: None)
        sender = _Sender(services, _Calls(client, life.dies), Wording(), margins=MARGINS)
        sender.dies = life.dies
        is_awake.set()
        while True:
            while await sender.drain():
                pass
            await asyncio.sleep(MARGINS.look.total_seconds())


def _may_die(here: Point, at: Point | None) -> None:
    if here is at and random.random() < 0.2:  # noqa: S311 - chance, nothing to be guessed
        os.kill(os.getpid(), signal.SIGKILL)


class _Calls(SlackCalls):
    def __init__(self, client: AsyncWebClient, dies: Point | None) -> None:
        away = Backoff(0.2, 1.0)
        super().__init__(client, patience=PATIENCE, away=away, pace=Pace(rates={}, channel_gap=0.0))
        self._dies = dies

    async def turn(self, workspace: str, method: str, channel: str | None = None, *, within: float) -> bool:
        comes = await super().turn(workspace, method, channel, within=within)
        if method == POST:
            _may_die(Point.POSTING, self._dies)
        return comes

    def _hold(self, workspace: str, method: str, outcome: Outcome) -> None:
        super()._hold(workspace, method, outcome)
        after = {OPEN: Point.OPENED, POST: Point.POSTED, HISTORY: Point.READ}
        if method in after:
            _may_die(after[method], self._dies)


class _Sender(Sender):
    dies: Point | None = None

    async def _claim(self) -> None:
        await super()._claim()
        _may_die(Point.CLAIMED, self.dies)

    async def _note(self, attempt: Attempt | Settling, completion: Completion, started: float) -> None:
        await super()._note(attempt, completion, started)
        _may_die(Point.NOTED, self.dies)
