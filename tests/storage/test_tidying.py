"""What the outbox is looked through for now and then: what can be settled, and whether there is anything at all."""

from datetime import timedelta

import pytest

from storage import completing, tidying
from storage.models import DeliveryState
from storage.store import Store
from tests.storage.deliveries import LEASE, MINUTE, NOON, OVER_AT_ONCE, claim_one, complete, fetch, ids, put, settle_in

NO_TIME = timedelta()


@pytest.fixture
async def store(store: Store) -> Store:
    await settle_in(store)
    return store


async def untidy(store: Store, settle: timedelta = NO_TIME) -> bool:
    return await store.glance(lambda tx: tidying.is_untidy(tx, NOON, settle))


async def ripe(store: Store, settle: timedelta = NO_TIME, lease: timedelta = LEASE) -> list[int]:
    return ids(await store.write(lambda tx: tidying.claim_doubtful(tx, 20, settle, lease)))


async def test_what_is_in_doubt_is_settled_some_time_after_its_lease_and_by_one(store: Store) -> None:
    delivery_id = await put(store)
    await complete(store, await claim_one(store, lease=OVER_AT_ONCE), completing.InDoubt("D1", "TimeoutError"))
    assert not await untidy(store, MINUTE)
    assert await ripe(store, MINUTE) == []
    assert await untidy(store)
    assert await ripe(store) == [delivery_id]
    assert await ripe(store) == []
    assert not await untidy(store)
    settling = await fetch(store, delivery_id)
    assert await complete(store, settling, completing.Sent("D1", "1.2"))
    assert not await complete(store, settling, completing.Retry(NOON, "late"))
    assert (await fetch(store, delivery_id)).state == DeliveryState.SENT


async def test_whoever_vanished_while_settling_is_followed_by_another(store: Store) -> None:
    delivery_id = await put(store)
    await complete(store, await claim_one(store, lease=OVER_AT_ONCE), completing.InDoubt("D1", "TimeoutError"))
    assert await ripe(store, lease=OVER_AT_ONCE) == [delivery_id]
    first = await fetch(store, delivery_id)
    assert await ripe(store) == [delivery_id]
    assert not await complete(store, first, completing.Retry(NOON, "late"))


async def test_what_was_abandoned_or_is_overdue_is_untidy(store: Store) -> None:
    assert not await untidy(store)
    await put(store, expires_at=NOON)
    assert await untidy(store)
    await store.write(lambda tx: tidying.expire_overdue(tx, NOON))
    assert not await untidy(store)
    await put(store)
    await claim_one(store, lease=OVER_AT_ONCE)
    assert await untidy(store)
    await store.write(tidying.park_abandoned)
    assert not await untidy(store, MINUTE)
