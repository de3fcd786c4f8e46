"""Deliveries on real databases: each is claimed by one, in order, and never sent again in silence."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from storage import outbox
from storage.models import Delivery, DeliveryState, Person, Programme, Workspace
from storage.store import Store
from storage.transaction import Transaction

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
LEASE = timedelta(seconds=60)
OVER_AT_ONCE = timedelta(seconds=-1)

PERSONS = ("maya", "tom", "ada")


@pytest.fixture
async def store(store: Store) -> Store:
    """A workspace with three people, each of them a receiver."""

    async def settle_in(tx: Transaction) -> None:
        tx.add(Workspace(id="T1", name="Acme", bot_user_id="B1", installed_at=NOON))
        await tx.flush()
        for name in PERSONS:
            tx.add(Person(id=name, workspace_id="T1", slack_id=name.upper(), name=name))

    await store.write(settle_in)
    return store


async def put(store: Store, person: str = "maya", **values: object) -> int:
    async def deed(tx: Transaction) -> int:
        row = Delivery(
            **{
                "workspace_id": "T1",
                "person_id": person,
                "state": DeliveryState.PENDING,
                "created_at": NOON,
                "not_before": NOON,
                **values,
            }
        )
        tx.add(row)
        await tx.flush()
        return row.id

    return await store.write(deed)


async def claim(store: Store, now: datetime = NOON, limit: int = 20, lease: timedelta = LEASE) -> list[Delivery]:
    return await store.write(lambda tx: outbox.claim_due(tx, now, limit, lease))


async def claim_one(store: Store, now: datetime = NOON, lease: timedelta = LEASE) -> Delivery:
    [claimed] = await claim(store, now, lease=lease)
    return claimed


async def complete(store: Store, claimed: Delivery, completion: outbox.Completion, now: datetime = NOON) -> bool:
    return await store.write(lambda tx: outbox.complete(tx, claimed, completion, now))


async def fetch(store: Store, delivery_id: int) -> Delivery:
    return await store.read(lambda tx: tx.get_one(Delivery, delivery_id))


def ids(deliveries: list[Delivery]) -> list[int]:
    return [delivery.id for delivery in deliveries]


async def test_a_claimed_delivery_is_being_sent_under_a_lease(store: Store) -> None:
    delivery_id = await put(store)
    claimed = await claim_one(store)
    assert claimed.id == delivery_id
    stored = await fetch(store, delivery_id)
    assert stored.state == DeliveryState.SENDING
    assert stored.lease_token == claimed.lease_token
    assert stored.correlation_id == claimed.correlation_id
    assert len(stored.lease_token or "") == len(stored.correlation_id or "") == 32
    assert stored.lease_until is not None
    assert stored.lease_until.tzinfo is UTC


async def test_the_lease_goes_by_the_databases_clock(store: Store) -> None:
    long_ago = datetime(2001, 1, 1, tzinfo=UTC)
    await put(store, not_before=long_ago)
    claimed = await claim_one(store, now=long_ago)
    assert claimed.lease_until is not None
    assert claimed.lease_until > datetime(2020, 1, 1, tzinfo=UTC)
    assert await store.write(outbox.park_abandoned) == []


async def test_what_is_due_goes_by_the_given_now(store: Store) -> None:
    delivery_id = await put(store, not_before=NOON + MINUTE)
    assert await claim(store, NOON + MINUTE - timedelta(microseconds=1)) == []
    assert ids(await claim(store, NOON + MINUTE)) == [delivery_id]


async def test_the_oldest_come_first_and_no_more_than_the_limit(store: Store) -> None:
    last = await put(store, "maya", not_before=NOON)
    first = await put(store, "tom", not_before=NOON - 2 * MINUTE)
    second = await put(store, "ada", not_before=NOON - MINUTE)
    assert ids(await claim(store, limit=2)) == [first, second]
    assert ids(await claim(store, limit=2)) == [last]


async def test_one_receiver_gets_one_at_a_time_in_order(store: Store) -> None:
    second = await put(store, not_before=NOON)
    third = await put(store, not_before=NOON)
    first = await put(store, not_before=NOON - MINUTE)
    other = await put(store, "tom")
    seen = []
    for expected in ([first, other], [second], [third]):
        claimed = await claim(store)
        assert ids(claimed) == expected
        assert await claim(store) == []
        seen.append(len(claimed))
        for delivery in claimed:
            assert await complete(store, delivery, outbox.Sent("D1", "1.2"))
    assert await claim(store) == []
    assert seen == [2, 1, 1]


async def test_a_person_a_pair_and_a_programme_do_not_wait_for_each_other(store: Store) -> None:
    async def found(tx: Transaction) -> None:
        tx.add(
            Programme(
                id="prog", workspace_id="T1", name="Growth", rhythm_days=14, length_months=6,
                works_from=datetime.min.time(), works_until=datetime.max.time(), created_at=NOON,
            )
        )  # fmt: skip

    await store.write(found)
    to_person = await put(store)
    to_programme = await put(store, programme_id="prog", person_id=None)
    assert ids(await claim(store)) == [to_person, to_programme]


async def test_two_claimers_never_get_the_same_delivery(store: Store) -> None:
    put_in = [await put(store, person, not_before=NOON - n * MINUTE) for n in range(6) for person in PERSONS]
    got: list[int] = []
    most_at_once = 0

    async def claimer() -> None:
        nonlocal most_at_once
        while len(got) < len(put_in):
            claimed = await claim(store, limit=2)
            got.extend(ids(claimed))
            most_at_once = max(most_at_once, len(claimed))
            for delivery in claimed:
                assert await complete(store, delivery, outbox.Sent("D1", "1.2"))

    async with asyncio.timeout(30), asyncio.TaskGroup() as claimers:
        for _ in range(4):
            claimers.create_task(claimer())
    assert sorted(got) == sorted(put_in)
    assert most_at_once == 2


@pytest.mark.parametrize("dialect", ["postgresql"])
async def test_a_claimer_passes_by_what_another_is_claiming(store: Store) -> None:
    mayas, toms = await put(store), await put(store, "tom")
    first_has_claimed, second_has_claimed = asyncio.Event(), asyncio.Event()

    async def slow(tx: Transaction) -> list[Delivery]:
        claimed = await outbox.claim_due(tx, NOON, 1, LEASE)
        first_has_claimed.set()
        await second_has_claimed.wait()
        return claimed

    first = asyncio.create_task(store.write(slow))
    try:
        async with asyncio.timeout(5):
            await first_has_claimed.wait()
            assert ids(await claim(store)) == [toms]
    finally:
        second_has_claimed.set()
    assert ids(await first) == [mayas]


async def test_sent_ends_it_with_its_place_in_slack(store: Store) -> None:
    delivery_id = await put(store)
    assert await complete(store, await claim_one(store), outbox.Sent("D1", "12.34"), NOON + MINUTE)
    stored = await fetch(store, delivery_id)
    assert (stored.state, stored.channel, stored.ts, stored.ended_at) == (
        DeliveryState.SENT, "D1", "12.34", NOON + MINUTE,
    )  # fmt: skip
    assert (stored.lease_token, stored.lease_until, stored.error) == (None, None, None)


async def test_a_try_that_failed_waits_and_is_counted(store: Store) -> None:
    await put(store)
    first = await claim_one(store)
    later = NOON + MINUTE
    assert await complete(store, first, outbox.Retry(later, "ConnectionRefused"))
    assert await claim(store, NOON) == []
    second = await claim_one(store, later)
    assert second.attempts == 1
    assert second.error == "ConnectionRefused"
    assert second.correlation_id == first.correlation_id
    assert second.lease_token != first.lease_token
    assert await complete(store, second, outbox.Retry(later, "ratelimited", counts=False), later)
    assert (await fetch(store, first.id)).attempts == 1


async def test_in_doubt_is_kept_for_settling_and_not_claimed_again(store: Store) -> None:
    delivery_id = await put(store)
    claimed = await claim_one(store)
    assert await complete(store, claimed, outbox.InDoubt("D1", "TimeoutError"))
    stored = await fetch(store, delivery_id)
    assert (stored.state, stored.channel, stored.error) == (DeliveryState.IN_DOUBT, "D1", "TimeoutError")
    assert stored.lease_until == claimed.lease_until
    assert stored.ended_at is None
    assert await claim(store, NOON + timedelta(days=1)) == []


@pytest.mark.parametrize(
    ("completion", "state", "error"),
    [
        (outbox.Dead("is_archived"), DeliveryState.DEAD, "is_archived"),
        (outbox.Expired(), DeliveryState.EXPIRED, None),
        (outbox.Cancelled(), DeliveryState.CANCELLED, None),
    ],
)
async def test_other_ends(store: Store, completion: outbox.Completion, state: DeliveryState, error: str | None) -> None:
    delivery_id = await put(store)
    assert await complete(store, await claim_one(store), completion, NOON + MINUTE)
    stored = await fetch(store, delivery_id)
    assert (stored.state, stored.error, stored.ended_at) == (state, error, NOON + MINUTE)
    assert await claim(store, NOON + timedelta(days=1)) == []


async def test_an_abandoned_delivery_is_in_doubt_and_its_old_token_changes_nothing(store: Store) -> None:
    delivery_id = await put(store)
    next_one = await put(store)
    claimed = await claim_one(store, lease=OVER_AT_ONCE)
    assert await store.write(outbox.park_abandoned) == [delivery_id]
    assert await store.write(outbox.park_abandoned) == []
    parked = await fetch(store, delivery_id)
    assert (parked.state, parked.error) == (DeliveryState.IN_DOUBT, outbox.LEASE_RAN_OUT)
    for late in (outbox.Sent("D1", "1.2"), outbox.Retry(NOON, "late"), outbox.Dead("late")):
        assert not await complete(store, claimed, late)
    assert (await fetch(store, delivery_id)).state == DeliveryState.IN_DOUBT
    assert ids(await claim(store)) == [next_one]


async def test_a_token_of_an_earlier_try_changes_nothing(store: Store) -> None:
    await put(store)
    first = await claim_one(store)
    assert await complete(store, first, outbox.Retry(NOON, "refused"))
    second = await claim_one(store)
    assert not await complete(store, first, outbox.Dead("late"))
    assert await complete(store, second, outbox.Sent("D1", "1.2"))
    assert not await complete(store, second, outbox.Sent("D1", "9.9"))
    assert (await fetch(store, second.id)).ts == "1.2"


async def test_what_is_overdue_expires_and_holds_nothing_up(store: Store) -> None:
    overdue = await put(store, not_before=NOON - MINUTE, expires_at=NOON)
    fresh = await put(store, expires_at=NOON + MINUTE)
    assert ids(await claim(store)) == [fresh]
    assert await store.write(lambda tx: outbox.expire_overdue(tx, NOON)) == [overdue]
    assert await store.write(lambda tx: outbox.expire_overdue(tx, NOON)) == []
    stored = await fetch(store, overdue)
    assert (stored.state, stored.ended_at) == (DeliveryState.EXPIRED, NOON)
    assert (await fetch(store, fresh)).state == DeliveryState.SENDING


async def test_next_due(store: Store) -> None:
    async def look(now: datetime = NOON) -> datetime | None:
        return await store.read(lambda tx: outbox.next_due(tx, now))

    assert await look() is None
    await put(store, not_before=NOON + 2 * MINUTE)
    await put(store, not_before=NOON + MINUTE, expires_at=NOON + 3 * MINUTE)
    assert await look() == NOON + MINUTE
    assert await look(NOON + 3 * MINUTE) == NOON + 2 * MINUTE
    claimed = await claim_one(store, NOON + MINUTE)
    assert await look() is None
    await complete(store, claimed, outbox.Sent("D1", "1.2"))
    assert await look() == NOON + 2 * MINUTE


async def test_a_redrawing_waits_for_its_post_and_holds_nothing_up(store: Store) -> None:
    post = await put(store)
    posting = await claim_one(store)
    redrawing = await put(store, redraws_id=post)
    other = await put(store)
    assert await complete(store, posting, outbox.Retry(NOON + MINUTE, "refused"))
    assert ids(await claim(store)) == [other]
    assert await complete(store, await fetch(store, other), outbox.Sent("D1", "1.2"))
    assert await claim(store) == []
    assert await store.read(lambda tx: outbox.next_due(tx, NOON)) == NOON + MINUTE
    posting = await claim_one(store, NOON + MINUTE)
    assert posting.id == post
    assert await complete(store, posting, outbox.Sent("D1", "1.3"))
    assert ids(await claim(store)) == [redrawing]


async def test_a_redrawing_to_be_tried_again_gives_way_to_a_newer_one(store: Store) -> None:
    post = await put(store, state=DeliveryState.SENT)
    old = await put(store, redraws_id=post)
    claimed = await claim_one(store)
    assert claimed.id == old
    newer = await put(store, redraws_id=post)
    assert await complete(store, claimed, outbox.Retry(NOON, "refused"))
    assert (await fetch(store, old)).state == DeliveryState.CANCELLED
    assert ids(await claim(store)) == [newer]


async def test_completions_of_a_batch_stand_or_fall_together(store: Store) -> None:
    for person in PERSONS:
        await put(store, person)
    claimed = await claim(store)

    async def broken(tx: Transaction) -> None:
        for delivery in claimed:
            assert await outbox.complete(tx, delivery, outbox.Sent("D1", "1.2"), NOON)
        raise KeyError

    with pytest.raises(KeyError):
        await store.write(broken)
    states = await store.read(_states)
    assert states == [DeliveryState.SENDING] * 3


async def _states(tx: Transaction) -> list[str]:
    return list(await tx.scalars(select(Delivery.state)))
