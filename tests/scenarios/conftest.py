"""A company in which people meet Rapport: the playground with the real bot beside it, over a real socket."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AsyncExitStack

import pytest
import pytest_asyncio

from tests.databases import Databases
from tests.scenarios.office import Office, open_office

OpenOffice = Callable[..., Awaitable[Office]]


@pytest.fixture(scope="session", autouse=True)
def no_proxy() -> Iterator[None]:
    """The Slack SDK would send even what is for this machine through a proxy."""
    with pytest.MonkeyPatch.context() as environment:
        for name in ("HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy"):
            environment.delenv(name, raising=False)
        yield


@pytest.fixture
def dialect() -> str:
    """SQLite, which is quicker; a story that is to be told on both databases parametrizes this."""
    return "sqlite"


@pytest.fixture
async def opening(database_url: str) -> AsyncIterator[OpenOffice]:
    """Opens an office whose workspace is not the usual one; its arguments are those of `open_office`."""
    async with AsyncExitStack() as stack:

        async def opening(**changes: object) -> Office:
            return await stack.enter_async_context(open_office(database_url, **changes))  # type: ignore[arg-type]

        yield opening


@pytest.fixture
async def office(opening: OpenOffice) -> Office:
    """A Wednesday at ten in London: Maya and Tom have met for weeks, Priya and Leo have just been asked."""
    return await opening()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def quiet_office(databases: Databases, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Office]:
    """The same, for all tests of a module that change nothing in it: each closes the form that it opened."""
    async with open_office(await databases.sqlite(tmp_path_factory.mktemp("quiet"))) as office:
        yield office
