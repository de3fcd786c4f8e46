"""Notices are put into the outbox once, each in a post that says something, for as long as all of it may be said."""

import asyncio
from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import func, select, update

from mentoring.notices import NoticeKind
from storage.models import Delivery, DeliveryState, Notice
from storage.notices import Receiver, take_back
from storage.putting import Telling, put_notices
from storage.store import Store
from storage.transaction import Transaction
from tests.storage.deliveries import NOON, PERSONS, fetch, settle_in

HOUR = timedelta(hours=1)
MAYA = Receiver("T1", person_id="maya")


@pytest.fixture
async def store(store: Store) -> Store:
    await settle_in(store)
    return store


def telling(subject: str, *, at: datetime = NOON, ends: datetime | None = None, joins: int | None = None) -> Telling:
    return Telling(NoticeKind.HELP, MAYA, subject, at, expires_at=ends, joins=joins)


async def put(
    store: Store, subject: str, *, at: datetime = NOON, ends: datetime | None = None, joins: int | None = None
) -> int | None:
    [post] = await store.write(lambda tx: put_notices(tx, [telling(subject, at=at, ends=ends, joins=joins)], NOON))
    return post


async def test_what_was_told_before_leaves_no_empty_post(store: Store) -> None:
    post = await put(store, "one")
    # At another time it could not join the post that waits.
    assert await put(store, "one", at=NOON + HOUR) is None
    assert (await store.read(lambda tx: tx.scalars(select(Delivery.id)))).all() == [post]


async def test_a_post_expires_with_whatever_in_it_expires_first(store: Store) -> None:
    post = await put(store, "one", ends=NOON + 3 * HOUR)
    assert post is not None
    for subject, hours, expires_after in (("two", 5, 3), ("three", 2, 2)):
        assert await put(store, subject, ends=NOON + hours * HOUR, joins=post) == post
        assert (await fetch(store, post)).expires_at == NOON + expires_after * HOUR


async def put_all(store: Store, *subjects: str) -> list[int | None]:
    return await store.write(lambda tx: put_notices(tx, [telling(each) for each in subjects], NOON))


async def posts_of(store: Store) -> list[tuple[int, int]]:
    """The posts there are, and how many notices each of them carries."""
    carried = select(Delivery.id, func.count(Notice.id)).outerjoin(Notice, Notice.delivery_id == Delivery.id)
    found = await store.read(lambda tx: tx.execute(carried.group_by(Delivery.id).order_by(Delivery.id)))
    return [(post, notices) for post, notices in found]


@pytest.mark.parametrize(
    ("waiting", "new", "carry"),
    [
        ((), 5, [5]),
        ((), 12, [5, 5, 2]),
        ((3,), 2, [5]),
        ((3,), 4, [5, 2]),
        ((5,), 1, [5, 1]),
        ((5, 2), 4, [5, 5, 1]),
    ],
)
async def test_what_waits_is_filled_and_then_the_next(
    store: Store, waiting: tuple[int, ...], new: int, carry: list[int]
) -> None:
    for number, notices in enumerate(waiting):
        await put_all(store, *(f"waits {number} {each}" for each in range(notices)))
    posts = await put_all(store, *(f"new {each}" for each in range(new)))
    found = await posts_of(store)
    assert [notices for _, notices in found] == carry
    # Each is told where it is; the earlier goes into the earlier post.
    new_in = Counter(post for post in posts if post)
    assert sorted(new_in.elements()) == posts
    assert all(new_in[post] <= notices for post, notices in found)


async def test_what_one_deed_says_twice_is_told_once_and_leaves_no_empty_post(store: Store) -> None:
    posts = await put_all(store, "one", "two", "three", "four", "five", "one", "two")
    [(post, notices)] = await posts_of(store)
    assert notices == 5
    assert posts == [post] * 7


async def test_what_was_told_before_is_left_out_of_what_is_told_together(store: Store) -> None:
    [post] = await put_all(store, "one")
    assert await put_all(store, "one", "two") == [None, post]
    assert await posts_of(store) == [(post, 2)]


async def test_only_what_goes_at_the_same_moment_goes_together(store: Store) -> None:
    overdue = await put(store, "overdue", at=NOON - HOUR)
    due, later, ends = await store.write(
        lambda tx: put_notices(
            tx, [telling("due"), telling("later", at=NOON + HOUR), telling("ends", ends=NOON + HOUR)], NOON
        )
    )
    assert due == overdue
    assert len({due, later, ends}) == 3
    # What waits for that moment is joined, however it is written; what is for another one is not.
    assert await put(store, "earlier", at=NOON - 2 * HOUR) == overdue
    assert await put(store, "too", at=(NOON + HOUR).astimezone(ZoneInfo("Asia/Kolkata"))) == later
    assert await put(store, "later still", at=NOON + 2 * HOUR) not in (due, later, ends)


async def test_a_post_that_the_same_deed_took_back_is_not_joined(store: Store) -> None:
    before = await put(store, "one")

    async def deed(tx: Transaction) -> int | None:
        assert await take_back(tx, NoticeKind.HELP, "one", MAYA, NOON)
        [post] = await put_notices(tx, [telling("two")], NOON)
        return post

    after = await store.write(deed)
    assert before is not None
    assert await posts_of(store) == [(before, 0), (after, 1)]
    assert (await fetch(store, before)).state == DeliveryState.CANCELLED


@pytest.mark.parametrize("state", sorted(set(DeliveryState) - {DeliveryState.PENDING}))
@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_only_what_is_not_on_its_way_is_joined(store: Store, state: DeliveryState) -> None:
    post = await put(store, "one")
    await store.write(lambda tx: tx.execute(update(Delivery).values(state=state)))
    assert await put(store, "two") not in (None, post)


async def test_several_people_are_told_apart(store: Store) -> None:
    everybody = [replace(telling("one"), receiver=Receiver("T1", person_id=name)) for name in PERSONS]
    posts = await store.write(lambda tx: put_notices(tx, everybody * 2, NOON))
    assert len(set(posts)) == len(PERSONS)
    receivers = [(await fetch(store, post)).receiver for post in posts[: len(PERSONS)] if post]
    assert receivers == list(PERSONS)


@pytest.mark.parametrize("dialect", ["postgresql"])
async def test_a_post_that_another_deed_fills_is_left_to_it(store: Store) -> None:
    """Neither waits for the other, and the post holds no more than it can."""
    await put_all(store, "one", "two", "three", "four")
    put_one, go_on = asyncio.Event(), asyncio.Event()

    async def slow(tx: Transaction) -> None:
        await put_notices(tx, [telling("slow")], NOON)
        put_one.set()
        await go_on.wait()

    filling = asyncio.create_task(store.write(slow))
    await put_one.wait()
    await put_all(store, "quick")
    go_on.set()
    await filling
    assert [notices for _, notices in await posts_of(store)] == [5, 1]
