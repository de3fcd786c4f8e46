"""A session is used again and again, and no deed finds anything of the one before; whatever ends a deed reaches it."""

import asyncio

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError

from storage.models import KeyProof, table_of
from storage.store import Store
from storage.transaction import Transaction
from tests.storage.counter import COUNTER, count_up, counted, start_counting

# Far longer than anything here takes: whoever has not ended by then never would.
SECONDS = 5

PROOFS = table_of(KeyProof).c


@pytest.fixture
async def store(store: Store) -> Store:
    await start_counting(store)
    return store


class NobodyExpectsError(BaseException):
    """What no `except Exception` sees."""


@pytest.mark.parametrize("error", [KeyError, asyncio.CancelledError, NobodyExpectsError, StopAsyncIteration])
async def test_a_deed_that_broke_leaves_nothing_to_the_next(store: Store, error: type[BaseException]) -> None:
    async def breaks(tx: Transaction) -> None:
        await count_up(tx)
        tx.add(KeyProof(id=COUNTER + 1, sealed=b"1"))
        raise error

    async def looks(tx: Transaction) -> list[object]:
        assert list(tx) == list(tx.new) == []
        return list((await tx.scalars(select(KeyProof.id))).all())

    with pytest.raises(error):
        await store.write(breaks)
    assert await store.write(looks) == [COUNTER]
    assert await store.read(counted) == 0


async def test_what_others_changed_is_read_anew(store: Store) -> None:
    for seen in range(3):
        assert await store.read(counted) == await store.write(counted) == seen
        await store.write(count_up)


async def test_a_statement_on_a_bare_table_sees_what_is_changed_in_rows(store: Store) -> None:
    async def deed(tx: Transaction) -> None:
        (await tx.get_one(KeyProof, COUNTER)).sealed = b"5"
        assert await tx.scalar(select(PROOFS.sealed)) == b"5"
        tx.add(KeyProof(id=COUNTER + 1, sealed=b"6"))
        assert (await tx.scalars(select(PROOFS.sealed).order_by(PROOFS.id))).all() == [b"5", b"6"]
        await tx.delete(await tx.get_one(KeyProof, COUNTER))
        assert [tuple(row) for row in await tx.execute(select(PROOFS.id))] == [(COUNTER + 1,)]

    await store.write(deed)


async def test_what_fails_inside_a_savepoint_is_undone_alone(store: Store) -> None:
    async def deed(tx: Transaction) -> None:
        await count_up(tx)
        with pytest.raises(IntegrityError):
            async with tx.begin_nested():
                await tx.execute(table_of(KeyProof).insert(), {"id": COUNTER, "sealed": b"9"})
        await count_up(tx)

    await store.write(deed)
    assert await store.read(counted) == 2


async def test_what_a_deed_waits_for_may_fail_or_take_too_long(store: Store) -> None:
    async def deed(tx: Transaction) -> None:
        await count_up(tx)
        broken = asyncio.get_running_loop().create_future()
        broken.set_exception(KeyError())
        with pytest.raises(KeyError):
            await broken
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0):
                await asyncio.Event().wait()
        await count_up(tx)

    await store.write(deed)
    assert await store.read(counted) == 2


@pytest.mark.parametrize("dialect", ["postgresql"])
async def test_a_deed_that_is_cancelled_in_a_statement_holds_nothing(store: Store) -> None:
    """As the end of the process does it: whoever asked for a deed does not cancel it."""
    tasks: list[asyncio.Task[object]] = []

    async def slow(tx: Transaction) -> None:
        await count_up(tx)
        await tx.flush()
        task = asyncio.current_task()
        assert task
        # As soon as the deed waits for the server.
        asyncio.get_running_loop().call_soon(task.cancel)
        tasks.append(task)
        await tx.execute(text("SELECT pg_sleep(60)"))

    with pytest.raises(asyncio.CancelledError):
        await store.write(slow)
    async with asyncio.timeout(SECONDS):
        # More than there are connections.
        await asyncio.gather(*(store.write(count_up) for _ in range(12)))
    assert await store.read(counted) == 12
    assert [task.cancelled() for task in tasks] == [True]


@pytest.mark.parametrize("dialect", ["postgresql"])
async def test_a_statement_whose_connection_is_cut_runs_again_with_its_deed(store: Store) -> None:
    runs = 0

    async def slow(tx: Transaction) -> None:
        nonlocal runs
        runs += 1
        await count_up(tx)
        if runs == 1:
            # The server ends the connection while the statement runs.
            await tx.execute(text("SELECT pg_terminate_backend(pg_backend_pid()), pg_sleep(60)"))

    async with asyncio.timeout(SECONDS):
        await store.write(slow)
    assert runs == 2
    assert await store.read(counted) == 1
