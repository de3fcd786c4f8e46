"""What tests of every layer share: real databases of both kinds, migrated and empty."""

from collections.abc import AsyncIterator
from contextlib import ExitStack
from pathlib import Path
from typing import cast

import pytest

from storage.keyring import Keyring
from storage.store import Store
from tests import postgresql
from tests.databases import Databases


def pytest_configure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        room = ExitStack()
        room.enter_context(postgresql.room_for_server())
        config.add_cleanup(room.close)


@pytest.fixture(scope="session")
def databases(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Databases:
    return Databases(tmp_path_factory.mktemp("databases"), worker_id)


@pytest.fixture(params=["sqlite", "postgresql"])
def dialect(request: pytest.FixtureRequest) -> str:
    """The kind of database; a test that needs only one says `@pytest.mark.parametrize("dialect", ["sqlite"])`."""
    return cast("str", request.param)


@pytest.fixture
async def database_url(dialect: str, databases: Databases, tmp_path: Path) -> str:
    """A database with the newest schema and no rows."""
    return await (databases.sqlite(tmp_path) if dialect == "sqlite" else databases.postgresql())


@pytest.fixture
async def empty_database_url(dialect: str, databases: Databases, tmp_path: Path) -> AsyncIterator[str]:
    """A database without a schema."""
    if dialect == "sqlite":
        yield f"sqlite:///{tmp_path / 'empty.db'}"
    else:
        async with databases.empty_postgresql() as url:
            yield url


@pytest.fixture
def keyring() -> Keyring:
    return Keyring([bytes(range(32))])


@pytest.fixture
async def store(database_url: str, keyring: Keyring) -> AsyncIterator[Store]:
    store = Store(database_url, keyring)
    yield store
    await store.close()
