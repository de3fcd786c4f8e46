"""What became of a delivery is noted once, by whoever holds it; none is sent again in silence."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from storage import completing, tidying
from storage.models import Delivery, DeliveryState
from storage.store import Store
from storage.transaction import Transaction
from tests.storage.deliveries import (
    MINUTE,
    NOON,
    OVER_AT_ONCE,
    PERSONS,
    claim,
    claim_one,
    complete,
    fetch,
    ids,
    put,
    settle_in,
)


@pytest.fixture
async def store(store: Store) -> Store:
    await settle_in(store)
    return store


async def test_sent_ends_it_with_its_place_in_slack(store: Store) -> None:
    delivery_id = await put(store)
    assert await complete(store, await claim_one(store), completing.Sent("D1", "12.34"), NOON + MINUTE)
    stored = await fetch(store, delivery_id)
    assert (stored.state, stored.channel, stored.ts, stored.ended_at) == (
        DeliveryState.SENT, "D1", "12.34", NOON + MINUTE,
    )  # fmt: skip
    assert (stored.lease_token, stored.lease_until, stored.error) == (None, None, None)


async def test_a_try_that_failed_waits_and_is_counted(store: Store) -> None:
    await put(store)
    first = await claim_one(store)
    later = NOON + MINUTE
    assert await complete(store, first, completing.Retry(later, "ConnectionRefused"))
    assert await claim(store, NOON) == []
    second = await claim_one(store, later)
    assert second.attempts == 1
    assert second.error == "ConnectionRefused"
    assert second.correlation_id == first.correlation_id
    assert second.lease_token != first.lease_token
    assert await complete(store, second, completing.Retry(later, "ratelimited", counts=False), later)
    assert (await fetch(store, first.id)).attempts == 1


async def test_in_doubt_is_kept_for_settling_and_not_claimed_again(store: Store) -> None:
    delivery_id = await put(store)
    claimed = await claim_one(store)
    assert await complete(store, claimed, completing.InDoubt("D1", "TimeoutError"))
    stored = await fetch(store, delivery_id)
    assert (stored.state, stored.channel, stored.error) == (DeliveryState.IN_DOUBT, "D1", "TimeoutError")
    assert stored.lease_until == claimed.lease_until
    assert stored.ended_at is None
    assert await claim(store, NOON + timedelta(days=1)) == []


@pytest.mark.parametrize(
    ("completion", "state", "error"),
    [
        (completing.Dead("is_archived"), DeliveryState.DEAD, "is_archived"),
        (completing.Expired(), DeliveryState.EXPIRED, None),
        (completing.Cancelled(), DeliveryState.CANCELLED, None),
    ],
)
async def test_other_ends(
    store: Store, completion: completing.Completion, state: DeliveryState, error: str | None
) -> None:
    delivery_id = await put(store)
    assert await complete(store, await claim_one(store), completion, NOON + MINUTE)
    stored = await fetch(store, delivery_id)
    assert (stored.state, stored.error, stored.ended_at) == (state, error, NOON + MINUTE)
    assert await claim(store, NOON + timedelta(days=1)) == []


async def test_an_abandoned_delivery_is_in_doubt_and_its_old_token_changes_nothing(store: Store) -> None:
    delivery_id = await put(store)
    next_one = await put(store)
    claimed = await claim_one(store, lease=OVER_AT_ONCE)
    assert await store.write(tidying.park_abandoned) == [delivery_id]
    assert await store.write(tidying.park_abandoned) == []
    parked = await fetch(store, delivery_id)
    assert (parked.state, parked.error) == (DeliveryState.IN_DOUBT, tidying.LEASE_RAN_OUT)
    for late in (completing.Sent("D1", "1.2"), completing.Retry(NOON, "late"), completing.Dead("late")):
        assert not await complete(store, claimed, late)
    assert (await fetch(store, delivery_id)).state == DeliveryState.IN_DOUBT
    assert ids(await claim(store)) == [next_one]


async def test_a_token_of_an_earlier_try_changes_nothing(store: Store) -> None:
    await put(store)
    first = await claim_one(store)
    assert await complete(store, first, completing.Retry(NOON, "refused"))
    second = await claim_one(store)
    assert not await complete(store, first, completing.Dead("late"))
    assert await complete(store, second, completing.Sent("D1", "1.2"))
    assert not await complete(store, second, completing.Sent("D1", "9.9"))
    assert (await fetch(store, second.id)).ts == "1.2"


async def test_what_is_overdue_expires_and_holds_nothing_up(store: Store) -> None:
    overdue = await put(store, not_before=NOON - MINUTE, expires_at=NOON)
    fresh = await put(store, expires_at=NOON + MINUTE)
    assert ids(await claim(store)) == [fresh]
    assert await store.write(lambda tx: tidying.expire_overdue(tx, NOON)) == [overdue]
    assert await store.write(lambda tx: tidying.expire_overdue(tx, NOON)) == []
    stored = await fetch(store, overdue)
    assert (stored.state, stored.ended_at) == (DeliveryState.EXPIRED, NOON)
    assert (await fetch(store, fresh)).state == DeliveryState.SENDING


async def test_a_redrawing_to_be_tried_again_gives_way_to_a_newer_one(store: Store) -> None:
    post = await put(store, state=DeliveryState.SENT)
    old = await put(store, redraws_id=post)
    claimed = await claim_one(store)
    assert claimed.id == old
    newer = await put(store, redraws_id=post)
    assert await complete(store, claimed, completing.Retry(NOON, "refused"))
    assert (await fetch(store, old)).state == DeliveryState.CANCELLED
    assert ids(await claim(store)) == [newer]


async def test_an_abandoned_redrawing_waits_again(store: Store) -> None:
    post = await put(store, state=DeliveryState.SENT)
    redrawing = await put(store, redraws_id=post)
    claimed = await claim_one(store, lease=OVER_AT_ONCE)
    assert await store.write(tidying.park_abandoned) == []
    assert not await complete(store, claimed, completing.Sent("D1", "1.2"))
    assert ids(await claim(store)) == [redrawing]


async def test_an_abandoned_redrawing_gives_way_to_a_newer_one(store: Store) -> None:
    post = await put(store, state=DeliveryState.SENT)
    old = await put(store, redraws_id=post)
    await claim_one(store, lease=OVER_AT_ONCE)
    newer = await put(store, redraws_id=post)
    assert await store.write(tidying.park_abandoned) == []
    stored = await fetch(store, old)
    assert stored.state == DeliveryState.CANCELLED
    assert stored.ended_at is not None
    assert ids(await claim(store)) == [newer]


async def test_completions_of_a_batch_stand_or_fall_together(store: Store) -> None:
    for person in PERSONS:
        await put(store, person)
    claimed = await claim(store)

    async def broken(tx: Transaction) -> None:
        for delivery in claimed:
            assert await completing.complete(tx, delivery, completing.Sent("D1", "1.2"), NOON)
        raise KeyError

    with pytest.raises(KeyError):
        await store.write(broken)
    states = await store.read(_states)
    assert states == [DeliveryState.SENDING] * 3


async def _states(tx: Transaction) -> list[str]:
    return list(await tx.scalars(select(Delivery.state)))
