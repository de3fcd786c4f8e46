"""A bare Bolt app: one command, which is acknowledged and does nothing. What Bolt and Python cost by themselves."""

import asyncio
import os

from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.web.async_client import AsyncWebClient

from benchmarks.stage import BOT_USER, WORKSPACE


async def main() -> None:
    """Connect, and answer until killed."""
    token = os.environ["SLACK_BOT_TOKEN"]

    async def authorize() -> AuthorizeResult:
        return AuthorizeResult(enterprise_id=None, team_id=WORKSPACE, bot_token=token, bot_user_id=BOT_USER)

    client = AsyncWebClient(base_url=os.environ["SLACK_API_URL"])
    app_token = os.environ["SLACK_APP_TOKEN"]
    # Bolt would take these for itself, and say that it does.
    del os.environ["SLACK_BOT_TOKEN"]
    app = AsyncApp(client=client, authorize=authorize)

    @app.command("/checkin")
    async def listen(ack: AsyncAck) -> None:
        await ack()

    handler = AsyncSocketModeHandler(app, app_token, web_client=client)
    await handler.connect_async()  # type: ignore[no-untyped-call]  # Bolt gives this method no types
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main())
