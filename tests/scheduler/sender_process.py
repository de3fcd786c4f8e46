"""A sender in a process of its own, for a test to kill: database, Slack's address and the time are its arguments.

`hurried`, as a fourth one, gives it a lease of a second and a half.
"""

import asyncio
import sys
from datetime import datetime, timedelta

import aiohttp
from slack_sdk.web.async_client import AsyncWebClient

from scheduler.margins import Margins
from scheduler.outcomes import Patience
from scheduler.sender import Sender
from scheduler.slack_calls import SlackCalls
from services.context import Services
from storage.keyring import Keyring
from storage.store import Store
from views.wording import Wording

HURRIED = Margins(lease=timedelta(seconds=1.5), spare=timedelta(seconds=0.2))


async def main(database_url: str, slack_url: str, now: datetime, margins: Margins) -> None:
    store = Store(database_url, Keyring([bytes(range(32))]))
    async with aiohttp.ClientSession() as session:
        client = AsyncWebClient(token="xoxb-t", base_url=slack_url, session=session, retry_handlers=[])
        woken = asyncio.Event()
        calls = SlackCalls(client, patience=Patience(answer=margins.lease.total_seconds() / 4))
        sender = Sender(Services(store, lambda: now, woken.set), calls, Wording(), margins=margins)
        while True:
            while await sender.drain():
                pass
            await woken.wait()
            woken.clear()


if __name__ == "__main__":
    hurried = "hurried" in sys.argv
    asyncio.run(main(sys.argv[1], sys.argv[2], datetime.fromisoformat(sys.argv[3]), HURRIED if hurried else Margins()))
