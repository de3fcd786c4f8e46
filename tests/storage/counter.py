"""A number in the database, for tests of transactions."""

import asyncio

from sqlalchemy import select

from storage.models import KeyProof
from storage.store import Store
from storage.transaction import Transaction

# A row that needs no other row, for counting.
COUNTER = 7


async def count_up(tx: Transaction) -> None:
    row = (await tx.scalars(select(KeyProof).where(KeyProof.id == COUNTER).with_for_update())).one()
    seen = int(row.sealed)
    await asyncio.sleep(0)
    row.sealed = b"%d" % (seen + 1)


async def counted(tx: Transaction) -> int:
    return int((await tx.get_one(KeyProof, COUNTER)).sealed)


async def start_counting(store: Store) -> None:
    async def deed(tx: Transaction) -> None:
        tx.add(KeyProof(id=COUNTER, sealed=b"0"))

    await store.write(deed)
