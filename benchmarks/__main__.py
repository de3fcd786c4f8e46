"""`make bench`: what Rapport costs beside a bare Bolt app, measured in turn in one run, as medians of five."""

import asyncio
import statistics
import tempfile
import time
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AsyncExitStack
from functools import partial
from pathlib import Path

from benchmarks import report
from benchmarks.bots import Bot, bot_of, postgresql, rapport_on
from benchmarks.home import home_figures, measure_home
from benchmarks.jobs_a_pair import JOBS, measure_jobs
from benchmarks.payloads import Submissions, command
from benchmarks.people import PAIRS, mentee
from benchmarks.sending import PEOPLE, measure_sending
from benchmarks.sweep import measure_sweep

ROUNDS = 5
IN_FLIGHT = 48
BARE, FORMS, COMMITS, BURST = 1500, 250, 250, 500
PAIRS_ON_SQLITE, PAIRS_ON_POSTGRESQL, DUE = 100_000, 1_000_000, (1_000, 10_000)
STEADY_A_SECOND, STEADY_SECONDS = 50, 10

Operation = Callable[[int], Awaitable[object]]


async def rate(operation: Operation, count: int, in_flight: int = IN_FLIGHT) -> float:
    """How many a second, with so many under way at a time. On a starved machine some may not be answered at all."""
    room = asyncio.Semaphore(in_flight)

    async def one(number: int) -> bool:
        async with room:
            try:
                await operation(number)
            except TimeoutError:
                return False
            return True

    started = time.perf_counter()
    answered = await asyncio.gather(*(one(number) for number in range(count)))
    if not all(answered):
        report.progress(f"{answered.count(False)} of {count} were not answered")
    return answered.count(True) / (time.perf_counter() - started)


async def steady(bot: Bot) -> tuple[list[float], list[float]]:
    """Seconds to the acknowledgement and to the form, at a steady fifty commands a second."""
    tasks = []
    started = time.perf_counter()
    for number in range(STEADY_A_SECOND * STEADY_SECONDS):
        await asyncio.sleep(max(0.0, started + number / STEADY_A_SECOND - time.perf_counter()))
        tasks.append(asyncio.create_task(bot.stage.opened(command(mentee(number % PAIRS)))))
    times = await asyncio.gather(*tasks)
    return [ack for ack, _ in times], [form for _, form in times]


async def acknowledge(bot: Bot, number: int) -> None:
    """One command, acknowledged."""
    await bot.stage.acknowledged("slash_commands", command(mentee(number % PAIRS)))


async def ask_for_form(bot: Bot, number: int) -> None:
    """One command that opens a form, acknowledged."""
    await bot.stage.asked(command(mentee(number % PAIRS)))


async def open_form(bot: Bot, number: int) -> None:
    """One command, with its form open."""
    await bot.stage.opened(command(mentee(number % PAIRS)))


async def log_session(bot: Bot, submissions: Submissions, number: int) -> None:
    """One check-in, committed and acknowledged."""
    await bot.stage.acknowledged("interactive", submissions.next(number))


async def measure() -> None:
    """Measure all there is, and print it."""
    async with AsyncExitStack() as running:
        folder = Path(running.enter_context(tempfile.TemporaryDirectory(prefix="rapport-bench-")))
        sqlite_url = f"sqlite:///{folder / 'rapport.db'}"
        postgresql_url = running.enter_context(postgresql())
        bare = await running.enter_async_context(bot_of("benchmarks.bare"))
        on_sqlite, keys = await running.enter_async_context(rapport_on(sqlite_url))
        on_postgresql, postgresql_keys = await running.enter_async_context(rapport_on(postgresql_url))
        sqlite_forms = await Submissions.prepare(sqlite_url, keys)
        postgresql_forms = await Submissions.prepare(postgresql_url, postgresql_keys)

        subjects: dict[str, tuple[Operation, int, int]] = {
            report.BARE: (partial(acknowledge, bare), BARE, IN_FLIGHT),
            report.FORMS_SQLITE: (partial(open_form, on_sqlite), FORMS, IN_FLIGHT),
            report.FORMS_POSTGRESQL: (partial(open_form, on_postgresql), FORMS, IN_FLIGHT),
            report.COMMITS_SQLITE: (partial(log_session, on_sqlite, sqlite_forms), COMMITS, IN_FLIGHT),
            report.COMMITS_POSTGRESQL: (partial(log_session, on_postgresql, postgresql_forms), COMMITS, IN_FLIGHT),
            report.BURST: (partial(ask_for_form, on_sqlite), BURST, BURST),
        }
        rates: dict[str, list[float]] = {name: [] for name in subjects}
        for number in range(ROUNDS):
            report.progress(f"round {number + 1} of {ROUNDS}")
            for name, (operation, count, in_flight) in subjects.items():
                # What the one before asked for is not to be done at this one's cost.
                await asyncio.gather(on_sqlite.at_rest(), on_postgresql.at_rest())
                rates[name].append(await rate(operation, count, in_flight))
        for forms in (sqlite_forms, postgresql_forms):
            await forms.check_all_saved()
        report.progress("a steady fifty a second")
        await asyncio.gather(on_sqlite.at_rest(), on_postgresql.at_rest())
        acks, opened = await steady(on_sqlite)
        home = await measure_home(sqlite_url, keys)
        report.print_rates({name: statistics.median(values) for name, values in rates.items()})
        report.print_figures(
            {
                "Acknowledged at 50 a second, p99": report.milliseconds(percentile(acks, 99)),
                "Form open at 50 a second, p99": report.milliseconds(percentile(opened, 99)),
                **home_figures(home),
                "Resident memory after all that": f"{on_sqlite.resident_megabytes():.0f} MB",
                "Connected on a migrated SQLite database": f"{on_sqlite.seconds_to_connect:.1f} s",
                "Connected on a migrated PostgreSQL database": f"{on_postgresql.seconds_to_connect:.1f} s",
            }
        )


async def measure_loop() -> None:
    """Measure the loop over very many pairs, beside one APScheduler job a pair."""
    figures = {}
    with tempfile.TemporaryDirectory(prefix="rapport-bench-") as folder, postgresql() as postgresql_url:
        for name, url, pairs, due in (
            ("SQLite", f"sqlite:///{folder}/rapport.db", PAIRS_ON_SQLITE, DUE),
            ("PostgreSQL", postgresql_url, PAIRS_ON_POSTGRESQL, DUE),
        ):
            report.progress(f"the loop over {pairs:,} pairs on {name}")
            swept = await measure_sweep(url, pairs, due)
            figures[f"{name}, {pairs:,} pairs, nothing due"] = report.milliseconds(swept.quiet)
            for count, seconds in swept.due.items():
                figures[f"{name}, {pairs:,} pairs, {count:,} due"] = f"{seconds:.1f} s"
    report.progress("one APScheduler job a pair")
    jobs = await measure_jobs()
    name = f"APScheduler on SQLite, {JOBS:,} jobs"
    figures[f"{name}, to start"] = f"{jobs['start']:.1f} s"
    figures[f"{name}, {DUE[0]:,} due that do nothing"] = f"{jobs['tick']:.1f} s"
    figures[f"{name}, memory"] = f"{jobs['megabytes']:.0f} MB"
    report.print_figures(figures, "The loop: everybody whose time has come is nudged")


async def measure_news() -> None:
    """Measure news for a whole workspace."""
    report.progress(f"news for {PEOPLE} people, at Slack's pace: three minutes")
    sending = await measure_sending()
    figures = {"Share of the pace that Rapport allows itself": f"{sending.share:.0%}", "429s": str(sending.too_many)}
    report.print_figures(figures, f"News for {PEOPLE} people of one workspace, Slack's limits enforced")


def percentile(values: Sequence[float], which: int) -> float:
    """The value below which so many percent of them lie."""
    return statistics.quantiles(values, n=100)[which - 1]


if __name__ == "__main__":
    asyncio.run(measure())
    asyncio.run(measure_loop())
    asyncio.run(measure_news())
