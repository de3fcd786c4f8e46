"""A real `rapport run`, in a process of its own that a test can kill."""

import asyncio
import os
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

from tests.forked import Forked, forked

# In seconds: a busy machine takes a while to start a process.
PATIENCE = 60


class RapportProcess:
    """The process and what it has logged so far."""

    def __init__(self, process: Forked) -> None:
        self._process = process
        self._log: list[str] = []
        self._more = asyncio.Condition()
        self._reading = asyncio.create_task(self._read())

    async def _read(self) -> None:
        async for line in self._process.stdout:
            async with self._more:
                self._log.append(line.decode())
                self._more.notify_all()

    @property
    def log(self) -> str:
        return "".join(self._log)

    async def logs(self, words: str) -> None:
        """Wait until it has logged some words."""
        try:
            async with asyncio.timeout(PATIENCE), self._more:
                await self._more.wait_for(lambda: words in self.log)
        except TimeoutError:
            raise AssertionError(f"{words!r} is not in its log:\n{self.log}") from None

    async def kill(self) -> None:
        """Without any warning, as a power cut does it."""
        if self._process.returncode is None:
            self._process.kill()
        await self._process.wait()
        await self._reading


@asynccontextmanager
async def rapport_run(settings: Mapping[str, str], folder: Path) -> AsyncIterator[RapportProcess]:
    """Rapport at work, and connected.

    Args:
        settings: As an operator sets them, by their names in the environment.
        folder: Where it runs: one without an `.env`.
    """
    environ = {"PATH": os.environ["PATH"], "PORT": "0", **settings}
    async with forked(folder, "bot", "run", environ=environ) as process:
        running = RapportProcess(process)
        try:
            await running.logs("has been established")
            yield running
        finally:
            await running.kill()
