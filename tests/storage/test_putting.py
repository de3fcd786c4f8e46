"""Notices are put into the outbox once, each in a post that says something, for as long as all of it may be said."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from mentoring.notices import NoticeKind
from storage.models import Delivery
from storage.notices import Receiver
from storage.putting import Telling, put_notices
from storage.store import Store
from tests.storage.deliveries import NOON, fetch, settle_in

HOUR = timedelta(hours=1)


@pytest.fixture
async def store(store: Store) -> Store:
    await settle_in(store)
    return store


async def put(
    store: Store, subject: str, *, at: datetime = NOON, ends: datetime | None = None, joins: int | None = None
) -> int | None:
    maya = Receiver("T1", person_id="maya")
    telling = Telling(NoticeKind.HELP, maya, subject, at, expires_at=ends, joins=joins)
    [post] = await store.write(lambda tx: put_notices(tx, [telling], NOON))
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
