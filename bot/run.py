"""Running until told to stop."""

import asyncio
import gc
import logging
import os
import signal
import threading
from collections.abc import Coroutine
from contextlib import AsyncExitStack
from typing import Any, TypeVar

from bot.assemble import Rapport, assemble
from bot.clock import utc_now
from bot.health import Health, examine, serve_health
from bot.problems import CannotStartError
from bot.settings import Settings

log = logging.getLogger(__name__)

T = TypeVar("T")

# Seconds from the first signal to the end, whatever holds it up.
STOP_WITHIN = 9.5
SIGNALS = (signal.SIGTERM, signal.SIGINT)
EXIT_BY_SIGNAL = 128
# Collections come after so many new objects, not 700: next to nothing that a deed leaves is in cycles.
RARELY = (20_000, 20, 20)


async def run(settings: Settings) -> None:
    """Run Rapport until a signal: the first stops it in good order, a second one at once.

    Raises:
        CannotStartError: With everything that stands in the way.
    """
    stop = stop_signal()
    running: list[Rapport] = []

    async def look() -> Health:
        if not running:
            return Health(disconnected_seconds=0, late=("start",))
        return await examine(running[0].connection, running[0].ticks)

    async with AsyncExitStack() as endings:
        port, problems = 0, []
        try:
            port = await endings.enter_async_context(serve_health(look, settings.port))
        except OSError as error:
            reason = os.strerror(error.errno) if error.errno else error
            problems.append(f"PORT {settings.port} cannot be used ({reason}). Set PORT to one that is free.")
        rapport = await until(stop, _assemble(settings, problems))
        if rapport is None:
            return
        endings.push_async_callback(rapport.stop)
        running.append(rapport)
        where = rapport.installed
        # What the start made stays for ever: the collector need not walk through it again and again.
        gc.freeze()
        gc.set_threshold(*RARELY)
        gc.enable()
        log.info("Rapport runs in workspace %s (%s); /healthz is on port %d", where.workspace, where.name, port)
        await until(stop, rapport.start())
        await stop.wait()
        log.info("stopping")


async def _assemble(settings: Settings, problems: list[str]) -> Rapport:
    try:
        rapport = await assemble(settings, utc_now)
    except CannotStartError as error:
        raise CannotStartError([*problems, *error.problems], error.exit_code) from error
    if problems:
        await rapport.stop()
        raise CannotStartError(problems)
    return rapport


async def until(stop: asyncio.Event, work: Coroutine[Any, Any, T]) -> T | None:
    """Do some work, unless a stop comes first, which cancels it; then the answer is None."""
    task, stopped = asyncio.create_task(work), asyncio.create_task(stop.wait())
    try:
        await asyncio.wait({task, stopped}, return_when=asyncio.FIRST_COMPLETED)
        if task.done():
            return task.result()
        return None
    finally:
        for each in (task, stopped):
            each.cancel()
        await asyncio.gather(task, stopped, return_exceptions=True)


def stop_signal() -> asyncio.Event:
    """An event that the first SIGTERM or SIGINT sets. A second one ends the process at once."""
    stop = asyncio.Event()

    def on_signal(number: signal.Signals) -> None:
        if stop.is_set():
            os._exit(EXIT_BY_SIGNAL + number)
        stop.set()
        last_resort = threading.Timer(STOP_WITHIN, os._exit, [1])
        last_resort.daemon = True
        last_resort.start()

    loop = asyncio.get_running_loop()
    for number in SIGNALS:
        loop.add_signal_handler(number, on_signal, number)
    return stop
