"""The world in which deeds are tested."""

from dataclasses import replace
from pathlib import Path

import pytest

from storage.keyring import Keyring
from storage.store import Store
from tests.databases import Databases
from tests.services.beginnings import THURSDAY, Beginning, Prepare, Story
from tests.services.nudged import passes, ticks
from tests.services.world import World


@pytest.fixture
def dialect() -> str:
    """SQLite, which is quicker: what deeds ask of a database, races, walks and stories ask of both."""
    return "sqlite"


@pytest.fixture(scope="session")
def prepare(keyring: Keyring, tmp_path_factory: pytest.TempPathFactory) -> Prepare:
    async def after(before: Beginning, story: Story) -> Beginning:
        folder = tmp_path_factory.mktemp("beginning")
        store = Store(before.copied_to(folder), keyring)
        world = before.world(store)
        await story(world, before.pair)
        return await Beginning.of(world, folder / "rapport.db", before.pair)

    return after


@pytest.fixture(scope="session")
async def begun(databases: Databases, keyring: Keyring, tmp_path_factory: pytest.TempPathFactory) -> Beginning:
    folder = tmp_path_factory.mktemp("begun")
    store = Store(await databases.sqlite(folder), keyring)
    return await Beginning.of(await World.begin(store), folder / "rapport.db")


@pytest.fixture(scope="session")
async def paired(begun: Beginning, prepare: Prepare) -> Beginning:
    """Tom mentors Maya since a month ago."""
    pairs = []

    async def story(world: World, _pair: str) -> None:
        pairs.append(await world.paired("tom", "maya"))

    return replace(await prepare(begun, story), pair=pairs[0])


@pytest.fixture(scope="session")
async def met(paired: Beginning, prepare: Prepare) -> Beginning:
    """They met on Monday and planned nothing."""

    async def story(world: World, pair: str) -> None:
        await world.checks_in("tom", pair)
        await ticks(world)

    return await prepare(paired, story)


@pytest.fixture(scope="session")
async def have_not_met(met: Beginning, prepare: Prepare) -> Beginning:
    """They have not met again by Thursday two weeks later, and have been asked about it."""
    return await prepare(met, lambda world, _pair: passes(world, THURSDAY))


@pytest.fixture
def beginning(request: pytest.FixtureRequest, begun: Beginning, paired: Beginning) -> Beginning:
    """What has happened before a test, on SQLite; tests that begin later have one of their own."""
    return paired if "pair" in request.fixturenames else begun


@pytest.fixture
async def database_url(
    dialect: str, databases: Databases, tmp_path: Path, beginning: Beginning, request: pytest.FixtureRequest
) -> str:
    """A database without rows, or, on SQLite, one in which the world has begun."""
    if dialect != "sqlite":
        return await databases.postgresql()
    return beginning.copied_to(tmp_path) if "world" in request.fixturenames else await databases.sqlite(tmp_path)


@pytest.fixture
async def world(dialect: str, store: Store, beginning: Beginning) -> World:
    return beginning.world(store) if dialect == "sqlite" else await World.begin(store)


@pytest.fixture
async def pair(world: World, dialect: str, beginning: Beginning) -> str:
    """The id of Tom's pair with Maya, which is the first of the world."""
    return beginning.pair if dialect == "sqlite" else await world.paired("tom", "maya")
