"""Processes of Rapport that start at once: forked from one, the run's own, that has imported all of it.

To import it takes longer than most of what tests do with a process. A forked one is killed, signalled and waited for by
itself like any other.
"""

import asyncio
import multiprocessing
import os
import runpy
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess
from pathlib import Path

_IMPORTED = ("bot.command_line", "bot.run", "alembic.command", "sqlalchemy.dialects.sqlite.pysqlite", __name__)

_forks = multiprocessing.get_context("forkserver")
_forks.set_forkserver_preload(list(_IMPORTED))


class Forked:
    """A process, and `stdout`: all that it writes."""

    def __init__(self, process: ForkServerProcess, stdout: asyncio.StreamReader) -> None:
        self._process = process
        self.stdout = stdout

    @property
    def returncode(self) -> int | None:
        """The exit code, less than zero for a signal that killed it; None while it runs."""
        return self._process.exitcode

    def send_signal(self, signal: int) -> None:
        assert self._process.pid
        os.kill(self._process.pid, signal)

    def kill(self) -> None:
        self._process.kill()

    async def wait(self) -> int:
        """Wait for its end; its exit code."""
        await asyncio.to_thread(self._process.join)
        assert self.returncode is not None
        return self.returncode


@asynccontextmanager
async def forked(folder: Path, module: str, *arguments: str, environ: Mapping[str, str]) -> AsyncIterator[Forked]:
    """`python -m module arguments` in a folder, with this environment alone; killed at the end if it still runs."""
    reading, writing = _forks.Pipe(duplex=False)
    process = _forks.Process(target=_run, args=(folder, module, arguments, dict(environ), writing))
    # The first waits until everything is imported.
    await asyncio.to_thread(process.start)
    writing.close()
    stdout = asyncio.StreamReader()
    pipe = os.fdopen(os.dup(reading.fileno()), "rb")
    reading.close()
    transport, _ = await asyncio.get_running_loop().connect_read_pipe(
        lambda: asyncio.StreamReaderProtocol(stdout), pipe
    )
    running = Forked(process, stdout)
    try:
        yield running
    finally:
        if running.returncode is None:
            running.kill()
        await running.wait()
        transport.close()
        process.close()


def _run(folder: Path, module: str, arguments: tuple[str, ...], environ: dict[str, str], output: Connection) -> None:
    """Be that process, which has not been forked for all it can see."""
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environ)
    for descriptor in (1, 2):
        os.dup2(output.fileno(), descriptor)
    output.close()
    sys.argv = [module, *arguments]
    runpy.run_module(module, run_name="__main__", alter_sys=True)
