"""A sender in a process of its own, for a test to kill: database, Slack's address and the time are its arguments."""

import asyncio
import sys
from datetime import datetime

import aiohttp
from slack_sdk.web.async_client import AsyncWebClient

from scheduler.sender import Sender
from scheduler.slack_calls import SlackCalls
from services.context import Services
from storage.keyring import Keyring
from storage.store import Store
from views.wording import Wording


async def main(database_url: str, slack_url: str, now: datetime) -> None:
    store = Store(database_url, Keyring([bytes(range(32))]))
    async with aiohttp.ClientSession() as session:
        client = AsyncWebClient(token="xoxb-t", base_url=slack_url, session=session, retry_handlers=[])
        woken = asyncio.Event()
        sender = Sender(Services(store, lambda: now, woken.set), SlackCalls(client), Wording())
        while True:
            while await sender.drain():
                pass
            await woken.wait()
            woken.clear()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2], datetime.fromisoformat(sys.argv[3])))
