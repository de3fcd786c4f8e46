"""App Home of somebody with a long history: how many queries, and how long."""

import statistics
import time
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Engine, event

from benchmarks.people import LONG
from benchmarks.stage import WORKSPACE
from bot.clock import utc_now
from mentoring.people import Actor
from services.context import Services
from services.picture_home import picture_home
from storage.keyring import Keyring
from storage.people import find_person
from storage.store import Store
from storage.transaction import Transaction
from views.home import home
from views.wording import Wording

TIMES = 100


@dataclass(frozen=True)
class HomeFigures:
    """The queries for one App Home, and the median of the seconds it takes to gather and draw it."""

    queries: int
    p50: float


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

    def note(*arguments: Any) -> None:  # noqa: ANN401 - SQLAlchemy's
        statements.append(str(arguments[2]))

    event.listen(Engine, "before_cursor_execute", note)
    await picture_home(services, person_id)
    event.remove(Engine, "before_cursor_execute", note)
    queries = sum(statement.lstrip().upper().startswith("SELECT") for statement in statements)
    seconds = []
    for _ in range(TIMES):
        started = time.perf_counter()
        home(await picture_home(services, person_id), wording)
        seconds.append(time.perf_counter() - started)
    await store.close()
    return HomeFigures(queries, statistics.median(seconds))
