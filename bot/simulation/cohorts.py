"""A made-up programme on all cores: each has some of its pairs, on a database of its own, which is thrown away."""

import asyncio
import gc
import multiprocessing
import queue
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from operator import add
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.simulation.figures import Figures, read_figures
from bot.simulation.people import Habits
from bot.simulation.programme import MadeUpProgramme
from storage.keyring import Keyring, new_key
from storage.migrate import migrate
from storage.store import Store

# Objects that are made before the collector looks for circles among them.
RARELY = (50_000, 20, 100)


@dataclass(frozen=True)
class Cohort:
    """Some of a programme's pairs, from one instant to another."""

    pairs: int
    start: datetime
    end: datetime
    habits: Habits
    seed: int


def live(cohorts: list[Cohort], progress: Callable[[float], None]) -> Figures:
    """Live through each cohort in a process of its own.

    Args:
        cohorts: At least one.
        progress: Hears every now and then how far it is, from 0 to 1.
    """
    if len(cohorts) == 1:
        return live_through(cohorts[0], progress)
    context = multiprocessing.get_context("spawn")
    reports: multiprocessing.Queue[tuple[int, float]] = context.Queue()
    reached = [0.0] * len(cohorts)
    with ProcessPoolExecutor(len(cohorts), context, _report_to, (reports,)) as processes:
        futures = [processes.submit(_live_and_report, which, cohort) for which, cohort in enumerate(cohorts)]
        while not all(future.done() for future in futures):
            try:
                which, share = reports.get(timeout=0.2)
            except queue.Empty:
                continue
            reached[which] = share
            progress(sum(reached) / len(reached))
        return reduce(add, (future.result() for future in futures))


def live_through(cohort: Cohort, progress: Callable[[float], None]) -> Figures:
    """Live through a cohort here."""
    return asyncio.run(_live_through(cohort, progress))


async def _live_through(cohort: Cohort, progress: Callable[[float], None]) -> Figures:
    span = cohort.end - cohort.start
    with TemporaryDirectory(prefix="rapport-simulation-") as folder:
        url = f"sqlite:///{Path(folder) / 'rapport.db'}"
        await migrate(url)
        store = Store(url, Keyring.from_text(new_key()), durable=False)
        try:
            programme = MadeUpProgramme(store, cohort.pairs, cohort.start, cohort.habits, cohort.seed)
            await programme.begin()
            # What is there by now stays to the end: the collector need not walk through it again and again.
            gc.freeze()
            gc.set_threshold(*RARELY)
            await programme.live_until(cohort.end, lambda now: progress((now - cohort.start) / span))
            return await store.read(lambda tx: read_figures(tx, cohort.start, cohort.end))
        finally:
            await store.close()


_reports: "multiprocessing.Queue[tuple[int, float]]"


def _report_to(reports: "multiprocessing.Queue[tuple[int, float]]") -> None:
    global _reports
    _reports = reports


def _live_and_report(which: int, cohort: Cohort) -> Figures:
    return live_through(cohort, lambda share: _reports.put((which, share)))
