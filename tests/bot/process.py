"""`rapport` as a process of its own, as an operator starts it."""

import asyncio
import os
import re
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.forked import Forked, forked

HEALTH = re.compile(r"/healthz is on port (\d+)")
ROOT = Path(__file__).parents[2]


@dataclass
class Process:
    """A running `rapport`, and what it has written so far."""

    process: Forked | asyncio.subprocess.Process
    lines: list[str] = field(default_factory=list)

    @property
    def written(self) -> str:
        return "\n".join(self.lines)

    async def wrote(self, pattern: re.Pattern[str]) -> re.Match[str]:
        """Wait until it has written something."""
        async with asyncio.timeout(120):
            while True:
                if found := pattern.search(self.written):
                    return found
                assert await self._read_line(), "It ended before it wrote that."

    async def ends(self, within: float = 120) -> int:
        """Wait for its end; its exit code."""
        async with asyncio.timeout(within):
            while await self._read_line():
                pass
            return await self.process.wait()

    async def _read_line(self) -> bool:
        assert self.process.stdout
        line = await self.process.stdout.readline()
        self.lines.append(line.decode().rstrip())
        return bool(line)


@asynccontextmanager
async def rapport(folder: Path, *arguments: str, **settings: str) -> AsyncIterator[Process]:
    """Start `rapport` in a folder, with these settings and none of the test run's own."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", *arguments),
        cwd=folder,
        env=_environ(settings),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    try:
        async with _told(Process(process)) as running:
            yield running
    finally:
        await process.wait()


@asynccontextmanager
async def forked_rapport(folder: Path, *arguments: str, **settings: str) -> AsyncIterator[Process]:
    """The same, forked from a process that has imported it: for what does not depend on the very start."""
    async with (
        forked(folder, "bot", *arguments, environ=_environ(settings)) as process,
        _told(Process(process)) as told,
    ):
        yield told


@asynccontextmanager
async def _told(running: Process) -> AsyncIterator[Process]:
    """End it if it has not ended, and say what it wrote to whoever reads why a test failed."""
    try:
        yield running
    finally:
        if running.process.returncode is None:
            running.process.kill()
        assert running.process.stdout
        rest = await running.process.stdout.read()
        sys.stdout.write(f"{running.written}\n{rest.decode()}")


def _environ(settings: Mapping[str, str]) -> Mapping[str, str]:
    own = ("RAPPORT_", "SLACK_", "DATABASE_URL", "PORT", "LOG_LEVEL")
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(own)}
    return {**inherited, "PYTHONPATH": str(ROOT), "COLUMNS": "200", **settings}
