"""The world in which deeds are tested."""

import pytest

from storage.store import Store
from tests.services.world import World


@pytest.fixture
def dialect() -> str:
    """SQLite, which is quicker: what deeds ask of a database, races, walks and stories ask of both."""
    return "sqlite"


@pytest.fixture
async def world(store: Store) -> World:
    return await World.begin(store)
