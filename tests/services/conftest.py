"""The world in which deeds are tested."""

import shutil
from pathlib import Path

import pytest

from storage.keyring import Keyring
from storage.store import Store
from tests.databases import Databases
from tests.services.world import World


@pytest.fixture
def dialect() -> str:
    """SQLite, which is quicker: what deeds ask of a database, races, walks and stories ask of both."""
    return "sqlite"


@pytest.fixture(scope="session")
async def begun(databases: Databases, keyring: Keyring, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite database in which a world has begun, to be copied."""
    folder = tmp_path_factory.mktemp("begun")
    store = Store(await databases.sqlite(folder), keyring)
    await World.begin(store)
    await store.close()
    return folder / "rapport.db"


@pytest.fixture
async def world(dialect: str, database_url: str, store: Store, begun: Path) -> World:
    if dialect != "sqlite":
        return await World.begin(store)
    # The store has not looked into its database yet.
    shutil.copy(begun, database_url.removeprefix("sqlite:///"))
    return World(store)
