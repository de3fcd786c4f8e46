"""`make soak`: three senders on PostgreSQL and one on SQLite are killed again and again while Slack goes wrong.

Of 400 notices on each, none may be lost, doubled, or in doubt once everything has settled; else it exits with 1.
"""

import asyncio
import multiprocessing
import random
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.bots import postgresql
from benchmarks.soak.mortal import Life, Point, live
from benchmarks.soak.office import Office
from playground.rates import UNLIMITED, Rates
from storage.keyring import new_key

NOTICES, PEOPLE = 400, 40
# What part of the time people are told things and senders are killed; the rest is for what is in doubt to settle.
STORMY = 0.7
# It takes seconds, on a busy machine minutes.
SETTLES_WITHIN = 300.0
WHOLE_LIFE = 5.0
MUST_BE_NOUGHT = ("lost", "doubled", "in doubt")

_forks = multiprocessing.get_context("forkserver")


@dataclass
class Storm:
    """Whether it is still blowing, and how many it has killed."""

    over: asyncio.Event
    kills: int = 0


async def soak(database_url: str, senders: int, seconds: float) -> dict[str, int]:
    """Let some senders live and die on a database; the figures."""
    keys = new_key()
    office = await Office.open(database_url, keys, PEOPLE, Rates(UNLIMITED))
    storm = Storm(asyncio.Event())
    lives = [asyncio.create_task(_live_and_die(office, database_url, keys, storm)) for _ in range(senders)]
    trouble = asyncio.create_task(office.go_wrong())
    try:
        await office.tell(NOTICES, seconds * STORMY)
        # On a busy machine it takes longer for much to have gone wrong.
        await office.until_left(NOTICES // 2, seconds)
        storm.over.set()
        trouble.cancel()
        office.playground.faults.clear()
        await office.until_left(0, SETTLES_WITHIN)
        return {"senders": senders, "kills": storm.kills, **await office.figures()}
    finally:
        for task in (*lives, trouble):
            task.cancel()
        await asyncio.gather(*lives, trouble, return_exceptions=True)
        await office.close()


async def _live_and_die(office: Office, database_url: str, keys: str, storm: Storm) -> None:
    """One sender after the other: each dies at a point of its own or by chance, the last one at the end."""
    while True:
        dies = None if storm.over.is_set() else random.choice([None, *Point])  # noqa: S311 - chance, nothing to be guessed
        life = Life(database_url, keys, office.playground.api_url, office.playground.bot_token, dies)
        is_awake = _forks.Event()
        process = _forks.Process(target=live, args=(life, is_awake))
        process.start()
        ended = asyncio.create_task(asyncio.to_thread(process.join))
        try:
            await asyncio.to_thread(is_awake.wait)
            by_chance = None if storm.over.is_set() else random.uniform(0, WHOLE_LIFE)  # noqa: S311 - chance, nothing to be guessed
            await asyncio.wait({ended}, timeout=by_chance)
            storm.kills += 1
        finally:
            process.kill()
            await ended


async def main(seconds: float) -> None:
    """Soak both databases side by side, and print the figures."""
    _forks.set_forkserver_preload(["benchmarks.soak.mortal"])
    with tempfile.TemporaryDirectory(prefix="rapport-soak-") as folder, postgresql() as postgresql_url:
        sqlite_url = f"sqlite:///{Path(folder) / 'rapport.db'}"
        rows = {
            "PostgreSQL": soak(postgresql_url, 3, seconds),
            "SQLite": soak(sqlite_url, 1, seconds),
        }
        figures = dict(zip(rows, await asyncio.gather(*rows.values()), strict=True))
    table = Table("", *figures)
    for what in next(iter(figures.values())):
        table.add_row(what, *(str(counts[what]) for counts in figures.values()))
    Console().print(table)
    if any(counts[each] for counts in figures.values() for each in MUST_BE_NOUGHT):
        sys.exit(1)


if __name__ == "__main__":
    asyncio.run(main(float(sys.argv[1])))
