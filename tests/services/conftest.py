"""The world in which deeds are tested, on both databases."""

import pytest

from storage.store import Store
from tests.services.world import World


@pytest.fixture
async def world(store: Store) -> World:
    return await World.begin(store)
