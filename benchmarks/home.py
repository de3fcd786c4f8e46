"""App Home of somebody with a long history: how many queries, and how long.

`python -m benchmarks.home` measures it by itself.
"""

import asyncio
import statistics
import tempfile
import time
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Engine, event

from benchmarks import report
from benchmarks.people import LONG, LONG_GOALS, LONG_PAIRS, LONG_WINS, populate
from benchmarks.stage import WORKSPACE
from bot.clock import utc_now
from mentoring.people import Actor
from services.context import Services
from services.picture_home import picture_home
from storage.keyring import Keyring, new_key
from storage.people import find_person
from storage.store import Store
from storage.transaction import Transaction
from views.home import home
from views.wording import Wording

TIMES = 100


@dataclass(frozen=True)
class HomeFigures:
    """The queries for one App Home, and the seconds it takes to gather and draw it: the median, and the processor's."""

    queries: int
    p50: float
    cpu: float


async def measure_home(url: str, keys: str) -> HomeFigures:
    """Gather and draw it many times."""
    store = Store(url, Keyring.from_text(keys))
    services = Services(store, utc_now, lambda: None)
    wording = Wording()

    async def who(tx: Transaction) -> str:
        person = await find_person(tx, Actor(WORKSPACE, LONG))
        assert person is not None  # noqa: S101 - the benchmark made them
        return person.id

    person_id = await store.read(who)
    statements: list[str] = []

    def note(*arguments: Any) -> None:  # noqa: ANN401 - whatever SQLAlchemy calls it with
        statements.append(str(arguments[2]))

    event.listen(Engine, "before_cursor_execute", note)
    await picture_home(services, person_id)
    event.remove(Engine, "before_cursor_execute", note)
    queries = sum(statement.lstrip().upper().startswith("SELECT") for statement in statements)
    seconds = []
    before = time.process_time()
    for _ in range(TIMES):
        started = time.perf_counter()
        home(await picture_home(services, person_id), wording)
        seconds.append(time.perf_counter() - started)
    cpu = (time.process_time() - before) / TIMES
    await store.close()
    return HomeFigures(queries, statistics.median(seconds), cpu)


async def _measure() -> None:
    keys = new_key()
    with tempfile.TemporaryDirectory(prefix="rapport-bench-") as folder:
        url = f"sqlite:///{folder}/rapport.db"
        report.progress("the people")
        await populate(url, keys)
        report.print_figures(home_figures(await measure_home(url, keys)), "App Home on SQLite")


def home_figures(found: HomeFigures) -> dict[str, str]:
    """What was measured, in words."""
    whose = f"App Home of {LONG_PAIRS} pairs, {LONG_WINS} wins and {LONG_GOALS} goals"
    return {
        f"{whose}, p50": report.milliseconds(found.p50),
        f"{whose}, processor": report.milliseconds(found.cpu),
        "App Home, queries": str(found.queries),
    }


if __name__ == "__main__":
    asyncio.run(_measure())
