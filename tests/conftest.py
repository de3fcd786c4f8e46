"""What tests of every layer share: real databases of both kinds, migrated and empty."""

import gc
from collections.abc import AsyncIterator, Generator, Iterator
from contextlib import ExitStack
from functools import cache, partialmethod
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pytest
from _pytest.nodeid import NodeId
from fluent.runtime import FluentResource
from sqlalchemy import Engine, create_engine
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

import storage.engines
from playground.manifest import Manifest
from storage.keyring import Keyring
from storage.store import Store
from tests import postgresql
from tests.databases import Databases
from views.wording import catalogue

if TYPE_CHECKING:
    from tests.browser import Browser


def pytest_configure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        room = ExitStack()
        room.enter_context(postgresql.room_for_server())
        config.add_cleanup(room.close)
    # The catalogue is parsed once a worker, which takes longer than to draw everything that it has words for.
    patch = pytest.MonkeyPatch()
    patch.setattr(catalogue, "FluentResource", cache(FluentResource))
    config.add_cleanup(patch.undo)


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    # What is collected stays to the end: to look through it for garbage again and again is dear.
    gc.disable()
    done = yield
    gc.freeze()
    gc.enable()
    gc.set_threshold(20_000, 20, 50)
    return done


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    # One worker runs all of a group. xdist, up to 3.8, writes the group's name where pytest has not read it since 9.2:
    # each worker would take its share, without a word: https://github.com/pytest-dev/pytest-xdist/issues/1386
    for item in items if hasattr(config, "workerinput") else []:
        group = item.get_closest_marker("xdist_group")
        if group and not item.nodeid.endswith(name := f"@{group.args[0]}"):
            item._id = NodeId.parse(item.nodeid + name)


@pytest.fixture(scope="session", autouse=True)
def compiled_once() -> Iterator[None]:
    """Statements are compiled once a worker, not once a test: engines of one kind share a dialect and what it made."""
    known: dict[str, Any] = {}

    def sharing(engine: Engine) -> Engine:
        shared = known.get(engine.dialect.name)
        if shared and hasattr(shared.dialect, "default_isolation_level"):
            engine.dialect = engine.pool._dialect = shared.dialect
            engine._compiled_cache = shared._compiled_cache
        else:
            # A dialect knows its server only once an engine has connected.
            known[engine.dialect.name] = engine
        return engine

    def create_async(*args: Any, **options: Any) -> AsyncEngine:  # noqa: ANN401 - passed on to SQLAlchemy
        engine = create_async_engine(*args, **options)
        sharing(engine.sync_engine)
        return engine

    def create(*args: Any, **options: Any) -> Engine:  # noqa: ANN401 - passed on to SQLAlchemy
        return sharing(create_engine(*args, **options))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(storage.engines, "create_async_engine", create_async)
        patch.setattr(storage.engines, "create_engine", create)
        yield


@pytest.fixture(scope="session", autouse=True)
def disk_not_waited_for() -> Iterator[None]:
    """A crash of the machine loses nothing here that anybody would miss."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Store, "__init__", partialmethod(Store.__init__, durable=False))
        yield


@pytest.fixture(scope="session", autouse=True)
def manifests_read_once() -> Iterator[None]:
    """To read Rapport's manifest takes as long as everything else that a playground with the bot does to start."""
    read = Manifest.read

    @cache
    def read_once(path: Path, _text: str) -> Manifest:
        return read(path)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Manifest, "read", lambda path: read_once(path, path.read_text(encoding="utf-8")))
        yield


@pytest.fixture(scope="session")
async def databases(worker_id: str) -> AsyncIterator[Databases]:
    databases = Databases(worker_id)
    yield databases
    await databases.close()


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


@pytest.fixture(scope="session")
def keyring() -> Keyring:
    return Keyring([bytes(range(32))])


@pytest.fixture
async def store(database_url: str, keyring: Keyring) -> AsyncIterator[Store]:
    store = Store(database_url, keyring)
    yield store
    await store.close()


@pytest.fixture(scope="session")
async def browser() -> AsyncIterator["Browser"]:
    """To start one takes longer than most tests with it: one for all."""
    # Not a matter of the many runs of tests that need none.
    from tests.browser import open_browser

    async with open_browser() as browser:
        yield browser
