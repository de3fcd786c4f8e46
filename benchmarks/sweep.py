"""The loop over very many pairs, of which few or none are due."""

import statistics
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial

from sqlalchemy import bindparam, func, select, text, update

from benchmarks.stage import BOT_USER, WORKSPACE
from mentoring.pairs import PairState
from services.context import Services
from services.ensure_workspace import Installed, ensure_workspace
from services.look_at_pairs import look_at_pairs
from storage.keyring import Keyring, new_key
from storage.migrate import migrate
from storage.models import Notice, Pair
from storage.models.base import UtcDateTime
from storage.programmes import first_programme
from storage.store import Store
from storage.transaction import Transaction

# A Thursday on which everybody is at work: whoever accepted on Monday is asked for a first meeting.
NOW = datetime(2026, 3, 5, 11, tzinfo=UTC)
ACCEPTED = NOW - timedelta(days=3)
LATER = NOW + timedelta(days=20)
QUIET_LOOKS = 20

NUMBERS = {
    "postgresql": "SELECT n FROM generate_series(0, :last) AS n",
    "sqlite": "WITH RECURSIVE s(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM s WHERE n < :last) SELECT n FROM s",
}
NUMBERED = {"postgresql": "lpad(n::text, 8, '0')", "sqlite": "printf('%08d', n)"}
# A mentor has two mentees, so a look at one pair is a look at another, too.
PEOPLE = """
    INSERT INTO person (id, workspace_id, slack_id, name, time_zone, deactivated, kinds_off, wants_hour_before,
        celebrations)
    SELECT '{role}' || {number}, :workspace, upper('{role}') || {number}, 'Somebody', 'Europe/London', false, '[]',
        false, 'ask'
    FROM ({numbers}) AS numbers
"""
MENTORS_NUMBER = {"postgresql": "lpad((n / 2)::text, 8, '0')", "sqlite": "printf('%08d', n / 2)"}
PAIRS = """
    INSERT INTO pair (id, workspace_id, programme_id, mentor_id, mentee_id, proposed_by_id, state, rhythm_days,
        length_months, proposed_at, mentor_accepted_at, mentee_accepted_at, accepted_at, look_at)
    SELECT 'pair' || {number}, :workspace, :programme, 'mentor' || {mentor}, 'mentee' || {number},
        'mentor' || {mentor}, 'active', 14, 12, :accepted, :accepted, :accepted, :accepted, :later
    FROM ({numbers}) AS numbers
"""


@dataclass(frozen=True)
class SweepFigures:
    """How long the loop took.

    Attributes:
        pairs: How many there are.
        quiet: Seconds of a look when nothing is due, a median.
        due: Seconds until nothing was due any more, by how many were; a nudge to each of two people for each pair.
    """

    pairs: int
    quiet: float
    due: Mapping[int, float]


async def measure_sweep(url: str, pairs: int, due: Sequence[int]) -> SweepFigures:
    """Fill an empty database with pairs, and have the loop look at some of them.

    Raises:
        RuntimeError: Not everybody was nudged, so that what was measured means nothing.
    """
    await migrate(url)
    store = Store(url, Keyring.from_text(new_key()))
    services = Services(store, lambda: NOW, lambda: None)
    try:
        await ensure_workspace(services, Installed(WORKSPACE, "Bench", BOT_USER))
        await store.write(lambda tx: _fill(tx, pairs))
        await store.write(_analyse)
        looks = [await _seconds(services) for _ in range(QUIET_LOOKS)]
        seconds, first = {}, 0
        for count in due:
            await store.write(partial(_have_due, first=first, count=count))
            seconds[count] = await _seconds(services)
            first += count
        # Of two pairs with one mentor, what he is told of either is in one message.
        told = await store.read(lambda tx: tx.scalar(select(func.count()).select_from(Notice)))
        if told != 2 * sum(due):
            msg = f"{told} nudges for {sum(due)} pairs"
            raise RuntimeError(msg)
        return SweepFigures(pairs, statistics.median(looks), seconds)
    finally:
        await store.close()


async def _take_time(tx: Transaction) -> None:
    """No deed takes as long as to make a million rows."""
    if tx.dialect == "postgresql":
        await tx.execute(text("SET LOCAL statement_timeout = 0"))


async def _fill(tx: Transaction, pairs: int) -> None:
    await _take_time(tx)
    programme = await first_programme(tx, WORKSPACE)
    shape = {"numbers": NUMBERS[tx.dialect], "number": NUMBERED[tx.dialect], "mentor": MENTORS_NUMBER[tx.dialect]}
    for role, count in (("mentor", (pairs + 1) // 2), ("mentee", pairs)):
        statement = text(PEOPLE.format(role=role, **shape))
        await tx.execute(statement, {"workspace": WORKSPACE, "last": count - 1})
    instants = bindparam("accepted", ACCEPTED, UtcDateTime()), bindparam("later", LATER, UtcDateTime())
    statement = text(PAIRS.format(**shape)).bindparams(*instants)
    await tx.execute(statement, {"workspace": WORKSPACE, "programme": programme.id, "last": pairs - 1})


async def _analyse(tx: Transaction) -> None:
    await _take_time(tx)
    await tx.execute(text("ANALYZE"))


async def _have_due(tx: Transaction, first: int, count: int) -> None:
    which = Pair.id.between(f"pair{first:08}", f"pair{first + count - 1:08}")
    await tx.execute(update(Pair).where(which, Pair.state == PairState.ACTIVE).values(look_at=NOW))


async def _seconds(services: Services) -> float:
    started = time.perf_counter()
    while await look_at_pairs(services):
        pass
    return time.perf_counter() - started
