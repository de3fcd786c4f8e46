"""What one would do without a column of times to look at: one APScheduler job a pair, in its SQLAlchemy job store."""

import asyncio
import json
import re
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from sqlalchemy import event

from bot.clock import utc_now

JOBS, DUE = 10_000, 1_000
ran = 0
all_ran = asyncio.Event()


async def look_at_pair(_pair: str) -> None:
    """What a job would do; here it does nothing, so that only the scheduler is measured."""
    global ran
    ran += 1
    if ran == DUE:
        all_ran.set()


def _scheduler(folder: str, *, durable: bool = True) -> AsyncIOScheduler:
    store = SQLAlchemyJobStore(f"sqlite:///{folder}/jobs.db")
    if not durable:
        event.listen(store.engine, "connect", lambda connection, _: connection.execute("PRAGMA synchronous = OFF"))
    return AsyncIOScheduler(timezone=UTC, jobstores={"default": store}, job_defaults={"misfire_grace_time": None})


def _resident_megabytes() -> float:
    found = re.search(r"VmRSS:\s+(\d+) kB", Path("/proc/self/status").read_text())
    return int(found[1]) / 1000 if found else float("nan")


async def add(folder: str, now: datetime) -> None:
    """Give each pair its job; some are due."""
    # It commits each by itself, and how long that takes is not asked.
    scheduler = _scheduler(folder, durable=False)
    scheduler.start(paused=True)
    for number in range(JOBS):
        at = now - timedelta(seconds=1) if number < DUE else now + timedelta(days=1)
        scheduler.add_job(look_at_pair, "interval", args=[f"pair{number}"], days=14, next_run_time=at)
    scheduler.shutdown()


async def tick(folder: str) -> dict[str, float]:
    """Start on what is there, and run what is due."""
    before = _resident_megabytes()
    started = time.perf_counter()
    scheduler = _scheduler(folder)
    scheduler.start(paused=True)
    jobs = len(scheduler.get_jobs())
    start = time.perf_counter() - started
    started = time.perf_counter()
    scheduler.resume()
    await all_ran.wait()
    seconds = time.perf_counter() - started
    scheduler.shutdown(wait=False)
    return {"jobs": jobs, "start": start, "tick": seconds, "megabytes": _resident_megabytes() - before}


async def _measure() -> dict[str, float]:
    with TemporaryDirectory(prefix="rapport-bench-") as folder:
        await add(folder, utc_now())
        return await tick(folder)


async def measure_jobs() -> dict[str, float]:
    """Measure in a process of its own: seconds to start and for a tick, and megabytes."""
    # Imported, since a job is stored under the name of its module.
    program = "from benchmarks import jobs_a_pair; jobs_a_pair.main()"
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", program, stdout=asyncio.subprocess.PIPE)
    out, _ = await process.communicate()
    figures: dict[str, float] = json.loads(out)
    return figures


def main() -> None:
    """Print what was measured, as JSON."""
    sys.stdout.write(json.dumps(asyncio.run(_measure())))
