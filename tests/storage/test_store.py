"""Transactions on real databases: nothing is lost, nothing half done, nothing left locked."""

import asyncio
import logging
import sqlite3
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, OperationalError

from storage import lanes
from storage.keyring import Keyring
from storage.models import KeyProof
from storage.store import Store, StoreClosedError
from storage.transaction import Transaction
from tests.storage.counter import COUNTER, count_up, counted, start_counting

only_sqlite = pytest.mark.parametrize("dialect", ["sqlite"])
only_postgresql = pytest.mark.parametrize("dialect", ["postgresql"])


@pytest.fixture
async def store(store: Store) -> Store:
    await start_counting(store)
    return store


class Pause:
    """A deed that counts up, then stops half-way until it is told to go on."""

    def __init__(self, then: Callable[[Transaction], Awaitable[None]] = count_up) -> None:
        self.reached = asyncio.Event()
        self.go_on = asyncio.Event()
        self._then = then

    async def __call__(self, tx: Transaction) -> None:
        await count_up(tx)
        await tx.flush()
        self.reached.set()
        await self.go_on.wait()
        await self._then(tx)


async def cancelled_half_way(store: Store, deed: Pause) -> None:
    caller = asyncio.create_task(store.write(deed))
    await deed.reached.wait()
    caller.cancel()
    with pytest.raises(asyncio.CancelledError):
        await caller


async def test_concurrent_read_then_write_loses_no_update(store: Store) -> None:
    async def worker() -> None:
        for _ in range(10):
            await store.write(count_up)

    await asyncio.gather(*(worker() for _ in range(8)))
    assert await store.read(counted) == 80


async def test_a_deed_that_raises_leaves_nothing(store: Store) -> None:
    async def broken(tx: Transaction) -> None:
        await count_up(tx)
        await tx.flush()
        raise KeyError

    with pytest.raises(KeyError):
        await store.write(broken)
    assert await store.read(counted) == 0


async def test_a_cancelled_caller_leaves_a_whole_transaction_and_no_lock(store: Store) -> None:
    deed = Pause()
    await cancelled_half_way(store, deed)
    assert await store.read(counted) == 0
    deed.go_on.set()
    async with asyncio.timeout(2):
        await store.write(count_up)
    assert await store.read(counted) == 3


async def test_a_cancelled_callers_failure_rolls_back_and_is_logged(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    async def fail(tx: Transaction) -> None:
        raise KeyError(tx.dialect)

    deed = Pause(then=fail)
    await cancelled_half_way(store, deed)
    deed.go_on.set()
    async with asyncio.timeout(2):
        await store.write(count_up)
    assert await store.read(counted) == 1
    assert [record.levelno for record in caplog.records if record.name == "storage.store"] == [logging.ERROR]


async def test_close_waits_for_what_runs_and_takes_no_more(store: Store, database_url: str, keyring: Keyring) -> None:
    deed = Pause()
    await cancelled_half_way(store, deed)
    closing = asyncio.create_task(store.close())
    await asyncio.sleep(0)
    with pytest.raises(StoreClosedError):
        await store.write(count_up)
    assert not closing.done()
    deed.go_on.set()
    await closing
    reopened = Store(database_url, keyring)
    try:
        assert await reopened.read(counted) == 2
    finally:
        await reopened.close()


@pytest.mark.parametrize("outer", ["read", "write"])
@pytest.mark.parametrize("inner", ["read", "write"])
async def test_a_transaction_inside_another_is_refused(store: Store, outer: str, inner: str) -> None:
    async def nested(_tx: Transaction) -> None:
        await getattr(store, inner)(counted)

    with pytest.raises(RuntimeError, match="inside another"):
        await getattr(store, outer)(nested)
    assert await store.read(counted) == 0


async def test_readers_cannot_write(store: Store) -> None:
    with pytest.raises(DBAPIError, match=r"readonly|read-only"):
        await store.read(count_up)
    await store.write(count_up)
    assert await store.read(counted) == 1


async def test_a_look_sees_one_instant(store: Store) -> None:
    async def look(tx: Transaction) -> tuple[int, int]:
        before = await counted(tx)
        looked.set()
        await changed.wait()
        tx.expire_all()
        return before, await counted(tx)

    looked, changed = asyncio.Event(), asyncio.Event()
    looking = asyncio.create_task(store.read(look))
    await looked.wait()
    await store.write(count_up)
    changed.set()
    assert await looking == (0, 0)
    assert await store.read(counted) == 1


@only_sqlite
@pytest.mark.parametrize(("way", "durable"), [("read", True), ("write", True), ("write", False)])
async def test_sqlite_is_set_up_as_designed(database_url: str, keyring: Keyring, way: str, durable: bool) -> None:
    async def look(tx: Transaction) -> dict[str, object]:
        names = ("journal_mode", "synchronous", "busy_timeout", "foreign_keys", "query_only")
        return {name: await tx.scalar(text(f"PRAGMA {name}")) for name in names}

    store = Store(database_url, keyring, durable=durable)
    off, full = 0, 2
    assert await getattr(store, way)(look) == {
        "journal_mode": "wal",
        "synchronous": full if durable else off,
        "busy_timeout": 5000 if way == "read" else 0,
        "foreign_keys": 1,
        "query_only": int(way == "read"),
    }
    await store.close()


@only_sqlite
async def test_a_write_takes_sqlites_lock_before_it_reads(store: Store, database_url: str, keyring: Keyring) -> None:
    """Another process that writes at the same time waits; it does not act on what it read before."""
    other = Store(database_url, keyring)
    deed = Pause()
    first = asyncio.create_task(store.write(deed))
    try:
        await deed.reached.wait()
        second = asyncio.create_task(other.write(count_up))
        deed.go_on.set()
        await asyncio.gather(first, second)
        assert await store.read(counted) == 3
    finally:
        await other.close()


@only_postgresql
async def test_postgresql_is_set_up_as_designed(store: Store) -> None:
    async def look(tx: Transaction) -> dict[str, object]:
        names = ("transaction_isolation", "statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout")
        return {name: await tx.scalar(text(f"SHOW {name}")) for name in (*names, "timezone")}

    assert await store.write(look) == {
        "transaction_isolation": "read committed",
        "statement_timeout": "15s",
        "lock_timeout": "10s",
        "idle_in_transaction_session_timeout": "30s",
        "timezone": "UTC",
    }


async def test_a_refusal_is_not_run_again(store: Store) -> None:
    runs = 0

    async def nonsense(tx: Transaction) -> None:
        nonlocal runs
        runs += 1
        await tx.execute(text("SELECT nothing FROM nowhere"))

    with pytest.raises(DBAPIError):
        await store.write(nonsense)
    assert runs == 1


@only_sqlite
async def test_a_full_disk_fails_whole_and_passes(store: Store) -> None:
    async def fill(tx: Transaction) -> None:
        pages = await tx.scalar(text("PRAGMA page_count"))
        await tx.execute(text(f"PRAGMA max_page_count = {pages}"))
        await count_up(tx)
        tx.add(KeyProof(id=COUNTER + 1, sealed=bytes(1_000_000)))

    async def make_room(tx: Transaction) -> None:
        await tx.execute(text("PRAGMA max_page_count = 1000000"))
        await count_up(tx)

    with pytest.raises(OperationalError, match="full"):
        await store.write(fill)
    assert await store.read(counted) == 0
    await store.write(make_room)
    assert await store.read(counted) == 1


@only_sqlite
async def test_a_lock_of_another_process_is_waited_for_without_keeping_anybody_else(
    store: Store, database_url: str
) -> None:
    other = sqlite3.connect(database_url.removeprefix("sqlite:///"), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    writing = asyncio.create_task(store.write(count_up))
    # The event loop goes on, and so do those who only read.
    assert [await store.read(counted) for _ in range(3)] == [0, 0, 0]
    assert not writing.done()
    other.execute("COMMIT")
    other.close()
    await writing
    assert await store.read(counted) == 1


@only_sqlite
async def test_a_lock_that_is_never_let_go_of_is_an_error_and_leaves_nothing_locked(
    store: Store, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lanes, "LOCK_WITHIN", 0)
    other = sqlite3.connect(database_url.removeprefix("sqlite:///"), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(OperationalError, match="locked"):
        await store.write(count_up)
    other.close()
    await store.write(count_up)
    assert await store.read(counted) == 1


def has_log(database_url: str) -> bool:
    """Whether there is SQLite's log, which it puts away with the last connection."""
    return Path(f"{database_url.removeprefix('sqlite:///')}-wal").exists()


@only_sqlite
async def test_a_closed_store_holds_no_connection(store: Store, database_url: str) -> None:
    await store.write(count_up)
    assert await store.read(counted) == 1
    assert has_log(database_url)
    await store.close()
    assert not has_log(database_url)


@only_sqlite
async def test_a_store_is_closed_whoever_holds_the_lock(store: Store, database_url: str) -> None:
    await store.write(count_up)
    other = sqlite3.connect(database_url.removeprefix("sqlite:///"), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    await store.close()
    other.execute("COMMIT")
    other.close()
    assert not has_log(database_url)
