"""Each due delivery is claimed by one, and what one receiver gets stays in order."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from storage import completing, outbox, tidying
from storage.models import Delivery, DeliveryState, Notice, Person, Programme, Workspace
from storage.sending_lease import give_up_leases
from storage.store import Store
from storage.transaction import Transaction
from tests.storage.deliveries import (
    LEASE,
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
    assert await store.write(tidying.park_abandoned) == []


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
            assert await complete(store, delivery, completing.Sent("D1", "1.2"))
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
    put_in = [await put(store, person, not_before=NOON - n * MINUTE) for n in range(4) for person in PERSONS]
    got: list[int] = []
    most_at_once = 0

    async def claimer() -> None:
        nonlocal most_at_once
        while len(got) < len(put_in):
            claimed = await claim(store, limit=2)
            got.extend(ids(claimed))
            most_at_once = max(most_at_once, len(claimed))
            for delivery in claimed:
                assert await complete(store, delivery, completing.Sent("D1", "1.2"))

    async with asyncio.timeout(30), asyncio.TaskGroup() as claimers:
        for _ in range(3):
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
    await complete(store, claimed, completing.Sent("D1", "1.2"))
    assert await look() == NOON + 2 * MINUTE


async def test_a_redrawing_waits_for_its_post_and_holds_nothing_up(store: Store) -> None:
    post = await put(store)
    posting = await claim_one(store)
    redrawing = await put(store, redraws_id=post)
    other = await put(store)
    assert await complete(store, posting, completing.Retry(NOON + MINUTE, "refused"))
    assert ids(await claim(store)) == [other]
    assert await complete(store, await fetch(store, other), completing.Sent("D1", "1.2"))
    assert await claim(store) == []
    assert await store.read(lambda tx: outbox.next_due(tx, NOON)) == NOON + MINUTE
    posting = await claim_one(store, NOON + MINUTE)
    assert posting.id == post
    assert await complete(store, posting, completing.Sent("D1", "1.3"))
    assert ids(await claim(store)) == [redrawing]


async def test_nothing_is_taken_for_a_closed_workspace(store: Store) -> None:
    async def found(tx: Transaction) -> None:
        tx.add(Workspace(id="T2", name="Other", bot_user_id="B2", installed_at=NOON))
        await tx.flush()
        tx.add(Person(id="zoe", workspace_id="T2", slack_id="U9", name="Zoe"))

    await store.write(found)
    closed = await put(store, not_before=NOON - MINUTE)
    open_one = await put(store, "zoe", workspace_id="T2")
    assert await store.read(lambda tx: outbox.next_due(tx, NOON, closed={"T1"})) == NOON
    assert ids(await store.write(lambda tx: outbox.claim_due(tx, NOON, 20, LEASE, closed={"T1"}))) == [open_one]
    assert ids(await claim(store)) == [closed]


@pytest.mark.parametrize("dialect", ["postgresql"])
async def test_one_process_at_a_time_sends_to_a_workspace(store: Store) -> None:
    async def claim_as(holder: str, lease: timedelta = LEASE) -> list[int]:
        return ids(await store.write(lambda tx: outbox.claim_due(tx, NOON, 1, lease, holder=holder)))

    first, second, third, fourth = [await put(store, not_before=NOON - n * MINUTE) for n in range(4)][::-1]
    assert await claim_as("one") == [first]
    await _ends(store, first)
    assert await claim_as("two") == []
    assert await claim_as("one") == [second]
    await _ends(store, second)
    await store.write(lambda tx: give_up_leases(tx, "one"))
    assert await claim_as("two", OVER_AT_ONCE) == [third]
    await _ends(store, third)
    assert await claim_as("one") == [fourth]


@pytest.mark.parametrize("dialect", ["postgresql"])
async def test_of_two_that_claim_in_the_same_moment_one_gets_the_workspace(store: Store) -> None:
    for person in PERSONS:
        await put(store, person)
    claims = [
        store.write(lambda tx, holder=f"process {n}": outbox.claim_due(tx, NOON, 1, LEASE, holder=holder))  # type: ignore[misc]
        for n in range(3)
    ]
    assert sorted(map(len, await asyncio.gather(*claims))) == [0, 0, 1]


async def _ends(store: Store, delivery_id: int) -> None:
    assert await complete(store, await fetch(store, delivery_id), completing.Sent("D1", "1.2"))


async def test_what_piled_up_for_a_person_goes_out_as_one(store: Store) -> None:
    at_noon, early, expiring = NOON - outbox.LATE, NOON - MINUTE, NOON + MINUTE
    first = await put(store, not_before=at_noon)
    others = [await put(store, not_before=early) for _ in range(2)]
    later = await put(store, not_before=NOON + MINUTE)
    of_its_own = await put(store, not_before=early, expires_at=expiring)
    toms = await put(store, "tom", not_before=early)
    told = [await _tell(store, delivery_id) for delivery_id in (first, *others, later, of_its_own)]
    assert ids(await claim(store)) == [first, toms]
    assert await _told_in(store, told) == [first, first, first, later, of_its_own]
    for other in others:
        joined = await fetch(store, other)
        assert (joined.state, joined.error, joined.ended_at) == (DeliveryState.CANCELLED, outbox.JOINED, NOON)
    assert [(await fetch(store, each)).state for each in (later, of_its_own)] == [DeliveryState.PENDING] * 2


async def test_what_is_hardly_late_stays_in_posts_of_its_own(store: Store) -> None:
    first = await put(store, not_before=NOON - outbox.LATE + MINUTE)
    second = await put(store)
    assert ids(await claim(store)) == [first]
    assert (await fetch(store, second)).state == DeliveryState.PENDING


async def _tell(store: Store, delivery_id: int) -> int:
    async def deed(tx: Transaction) -> int:
        notice = Notice(workspace_id="T1", kind="help", subject=str(delivery_id), occurrence="1", receiver="maya")
        notice.facts, notice.delivery_id, notice.created_at = {}, delivery_id, NOON
        tx.add(notice)
        await tx.flush()
        return notice.id

    return await store.write(deed)


async def _told_in(store: Store, notices: list[int]) -> list[int | None]:
    async def look(tx: Transaction) -> list[int | None]:
        return [(await tx.get_one(Notice, notice)).delivery_id for notice in notices]

    return await store.read(look)
