"""Rapport beside a playground: a local Slack workspace in the browser, for which no Slack is needed."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.assemble import Rapport, assemble
from bot.clock import MovableClock, latest_working_morning, utc_now
from bot.look_ahead import ahead_of
from bot.manifest import manifest_path
from bot.proxy import drop_bypassed_proxies
from bot.seed import read_seed, seed
from bot.settings import Settings
from playground.server import Playground

HOST = "127.0.0.1"


def playground_clock() -> MovableClock:
    """Ten o'clock on the most recent working day, from where it runs on: people are at work, and nothing is late."""
    return MovableClock(latest_working_morning(utc_now()))


@asynccontextmanager
async def playground_with_rapport(
    folder: Path, clock: MovableClock, port: int = 0
) -> AsyncIterator[tuple[Playground, Rapport]]:
    """Serve the seeded workspace on this machine alone, with Rapport connected to it as it would be to Slack.

    Args:
        folder: Where Rapport's database goes: an absolute path, and empty, since the workspace begins anew each time.
        clock: The time of both, which people can move ahead.
        port: Where to serve; 0: any free port.

    Yields:
        The workspace and the bot, both running. They stop afterwards.

    Raises:
        OSError: The port is taken.
    """
    playground = Playground(manifest_path(), read_seed(), clock)
    await playground.start(HOST, port)
    try:
        drop_bypassed_proxies(playground.url, os.environ)
        settings = Settings(
            slack_bot_token=playground.bot_token,
            slack_app_token=playground.app_token,
            slack_api_url=playground.api_url,
            database_url=f"sqlite:///{folder / 'rapport.db'}",
        )
        rapport = await assemble(settings, clock)
        try:
            await seed(rapport.services, clock())
            await rapport.start()
            playground.look_ahead(ahead_of(rapport, clock.move))
            yield playground, rapport
        finally:
            await rapport.stop()
    finally:
        await playground.stop()
