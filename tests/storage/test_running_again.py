"""On PostgreSQL a transaction that was overtaken or cut off is run again, as a whole."""

import asyncio
from collections.abc import Awaitable, Callable
from contextvars import copy_context

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from storage.keyring import Keyring
from storage.models import KeyProof
from storage.store import Store
from storage.transaction import Transaction
from tests.storage.counter import COUNTER, count_up, counted, start_counting

pytestmark = pytest.mark.parametrize("dialect", ["postgresql"])

# Where no transaction runs.
OUTSIDE = copy_context()


@pytest.fixture
async def store(store: Store) -> Store:
    await start_counting(store)
    return store


async def test_a_lost_connection_runs_the_transaction_again(store: Store) -> None:
    runs = 0

    async def cut_off_once(tx: Transaction) -> None:
        nonlocal runs
        runs += 1
        await count_up(tx)
        await tx.flush()
        if runs == 1:
            backend = await tx.scalar(text("SELECT pg_backend_pid()"))
            await kill(store, backend)

    await store.write(cut_off_once)
    assert runs == 2
    assert await store.read(counted) == 1


async def kill(store: Store, backend: int | None) -> None:
    """Have PostgreSQL end a connection, from a task outside the transaction that asks for it."""

    async def deed(tx: Transaction) -> None:
        await tx.execute(text("SELECT pg_terminate_backend(:pid, 2000)"), {"pid": backend})

    await asyncio.get_running_loop().create_task(store.write(deed), context=OUTSIDE)


async def test_a_deadlock_runs_the_loser_again(store: Store) -> None:
    other = COUNTER + 1
    runs = 0

    async def prepare(tx: Transaction) -> None:
        tx.add(KeyProof(id=other, sealed=b"0"))

    await store.write(prepare)
    both_hold_one = asyncio.Barrier(2)

    def crossing(*order: int) -> Callable[[Transaction], Awaitable[None]]:
        async def deed(tx: Transaction) -> None:
            nonlocal runs
            runs += 1
            for step, row_id in enumerate(order):
                row = await tx.get_one(KeyProof, row_id, with_for_update=True)
                row.sealed = b"%d" % (int(row.sealed) + 1)
                await tx.flush()
                if step == 0 and runs <= 2:
                    await both_hold_one.wait()

        return deed

    await asyncio.gather(store.write(crossing(COUNTER, other)), store.write(crossing(other, COUNTER)))
    assert runs == 3
    assert await store.read(counted) == 2


async def test_running_again_has_an_end(database_url: str, keyring: Keyring) -> None:
    store = Store(database_url, keyring, pauses=(0, 0))
    runs = 0

    async def cut_off(tx: Transaction) -> None:
        nonlocal runs
        runs += 1
        await kill(store, await tx.scalar(text("SELECT pg_backend_pid()")))

    try:
        with pytest.raises(DBAPIError):
            await store.write(cut_off)
        assert runs == 3
    finally:
        await store.close()


async def test_a_restart_of_the_server_in_between_is_not_noticed(store: Store, database_url: str) -> None:
    await asyncio.gather(*(store.write(count_up) for _ in range(3)))
    admin = Store(database_url, store.keyring)

    async def end_all_others(tx: Transaction) -> None:
        others = "SELECT pg_terminate_backend(pid, 2000) FROM pg_stat_activity"
        await tx.execute(text(f"{others} WHERE datname = current_database() AND pid <> pg_backend_pid()"))

    await admin.write(end_all_others)
    await admin.close()
    assert await store.read(counted) == 3
    await store.write(count_up)
    assert await store.read(counted) == 4
