"""How fast news for a whole workspace goes out, where Slack enforces its limits."""

import asyncio
import tempfile
from dataclasses import dataclass
from pathlib import Path

import aiohttp
from slack_sdk.web.async_client import AsyncWebClient

from benchmarks.soak.office import Office
from bot.clock import utc_now
from playground.rates import Rates
from scheduler.outcomes import Limited, Outcome
from scheduler.pace import POST, RATES
from scheduler.sender import Sender
from scheduler.slack_calls import SlackCalls
from services.context import Services
from storage.keyring import new_key
from views.wording import Wording

PEOPLE = 600


@dataclass(frozen=True)
class Sending:
    """How it went.

    Attributes:
        share: Of the rate at which our own pace would have it, from the first post to the last.
        too_many: How often Slack said "too many".
    """

    share: float
    too_many: int


async def measure_sending() -> Sending:
    """Send a notice each to 600 people of one workspace, on SQLite. It takes three minutes: Slack sets the pace."""
    with tempfile.TemporaryDirectory(prefix="rapport-bench-") as folder:
        keys = new_key()
        office = await Office.open(f"sqlite:///{Path(folder) / 'rapport.db'}", keys, PEOPLE, Rates())
        await office.open_direct_messages()
        await office.tell(PEOPLE, 0)
        async with aiohttp.ClientSession() as session:
            client = AsyncWebClient(
                token=office.playground.bot_token,
                base_url=office.playground.api_url,
                session=session,
                retry_handlers=[],
            )
            calls = _Counting(client)
            sender = Sender(Services(office.store, utc_now, lambda: None), calls, Wording())
            loop = asyncio.get_running_loop()
            began = loop.time()
            while calls.posts < PEOPLE:
                await sender.drain()
            took = loop.time() - began
            await sender.close(1)
        await office.close()
    return Sending(PEOPLE / (RATES[POST].per_minute * took / 60), calls.too_many)


class _Counting(SlackCalls):
    posts = 0
    too_many = 0

    def _hold(self, workspace: str, method: str, outcome: Outcome) -> None:
        super()._hold(workspace, method, outcome)
        if isinstance(outcome, Limited):
            self.too_many += 1
        else:
            self.posts += 1
