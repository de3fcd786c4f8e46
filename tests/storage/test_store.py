"""Transactions on real databases: nothing is lost, nothing half done, nothing left locked."""

import asyncio

from sqlalchemy import select

from storage.models import KeyProof
from storage.store import Store
from storage.transaction import Transaction

# A row with a number in it, which needs no other row.
COUNTER = 7


async def make_counter(tx: Transaction) -> None:
    tx.add(KeyProof(id=COUNTER, sealed=b"0"))


async def count_up(tx: Transaction) -> None:
    row = (await tx.scalars(select(KeyProof).where(KeyProof.id == COUNTER).with_for_update())).one()
    seen = int(row.sealed)
    await asyncio.sleep(0)
    row.sealed = b"%d" % (seen + 1)


async def counted(tx: Transaction) -> int:
    return int((await tx.get_one(KeyProof, COUNTER)).sealed)


async def test_concurrent_read_then_write_loses_no_update(store: Store) -> None:
    await store.write(make_counter)

    async def worker() -> None:
        for _ in range(25):
            await store.write(count_up)

    await asyncio.gather(*(worker() for _ in range(8)))
    assert await store.read(counted) == 200
