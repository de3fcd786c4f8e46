"""A post that is drawn again shows what is, whatever happens at the same time."""

import asyncio

import pytest

from storage.completing import Sent
from storage.notices import redraw_posts
from storage.store import Store
from storage.transaction import Transaction
from tests.storage.deliveries import NOON, claim, claim_one, complete, ids, put, settle_in


@pytest.fixture
async def store(store: Store) -> Store:
    await settle_in(store)
    return store


async def sent(store: Store) -> int:
    """The id of a post that is out."""
    post = await put(store)
    await complete(store, await claim_one(store), Sent("D1", "1.1"))
    return post


async def test_several_redrawings_of_a_post_are_one_until_it_goes(store: Store) -> None:
    post = await sent(store)
    for _ in range(2):
        await store.write(lambda tx: redraw_posts(tx, [post], NOON))
    first = await claim_one(store)
    assert first.redraws_id == post
    # That one may have been drawn before this.
    await store.write(lambda tx: redraw_posts(tx, [post], NOON))
    await complete(store, first, Sent("D1", "1.1"))
    assert (await claim_one(store)).redraws_id == post


@pytest.mark.parametrize("dialect", ["postgresql"])
async def test_a_redrawing_that_waits_already_does_not_go_before_what_it_is_to_show(store: Store) -> None:
    post = await sent(store)
    await store.write(lambda tx: redraw_posts(tx, [post], NOON))
    changed, go_on = asyncio.Event(), asyncio.Event()

    async def deed(tx: Transaction) -> None:
        await redraw_posts(tx, [post], NOON)
        changed.set()
        await go_on.wait()

    changing = asyncio.create_task(store.write(deed))
    await changed.wait()
    early = await claim(store)
    go_on.set()
    await changing
    # Drawn now, it would say what was before the deed; and nothing would draw it once more.
    assert ids(early) == []
    assert (await claim_one(store)).redraws_id == post
