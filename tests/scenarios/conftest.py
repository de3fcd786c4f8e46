"""A company in which people meet Rapport: the playground with the real bot beside it, over a real socket."""

import os
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AsyncExitStack
from functools import cache
from pathlib import Path

import pytest

import bot.assemble
from tests.browser import Browser
from tests.databases import Databases
from tests.scenarios.office import Office, Past, open_office, past_of, the_history
from tests.scenarios.windows import Windows
from views.wording import Wording

OpenOffice = Callable[..., Awaitable[Office]]


@pytest.fixture(scope="session", autouse=True)
def surroundings() -> Iterator[None]:
    """What the stories of a run share."""
    with pytest.MonkeyPatch.context() as environment:
        # The Slack SDK would send even what is for this machine through a proxy.
        for name in ("HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy"):
            environment.delenv(name, raising=False)
        # The catalogue is read once, not for each office.
        environment.setattr(bot.assemble, "Wording", cache(Wording))
        yield


@pytest.fixture
def dialect() -> str:
    """SQLite, which is quicker; a story that is to be told on both databases parametrizes this."""
    return "sqlite"


@pytest.fixture(scope="session")
async def template(databases: Databases, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite database in which the history has happened, to be copied."""
    folder = tmp_path_factory.mktemp("history")
    await the_history(await databases.sqlite(folder))
    return folder / "rapport.db"


@pytest.fixture(scope="session")
async def past(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Past:
    """The same, and all that came of it has been sent: whoever begins here need not wait for that."""
    return await past_of(Path(shutil.copy(template, tmp_path_factory.mktemp("past"))))


@pytest.fixture
async def opening(database_url: str) -> AsyncIterator[OpenOffice]:
    """Opens an office without a history; its arguments are those of `open_office`."""
    async with AsyncExitStack() as stack:

        async def opening(**changes: object) -> Office:
            return await stack.enter_async_context(open_office(database_url, **changes))  # type: ignore[arg-type]

        yield opening


@pytest.fixture
async def opening_with_history(dialect: str, database_url: str, template: Path, opening: OpenOffice) -> OpenOffice:
    """Opens an office in which the history has happened."""
    if dialect == "sqlite":
        shutil.copy(template, database_url.removeprefix("sqlite:///"))
    else:
        await the_history(database_url)
    return opening


@pytest.fixture
async def office(dialect: str, database_url: str, past: Past, opening: OpenOffice) -> Office:
    """A Wednesday at ten in London: Maya and Tom have met for weeks, Priya and Leo have just been asked."""
    if dialect == "sqlite":
        shutil.copy(past.database, database_url.removeprefix("sqlite:///"))
        return await opening(past=past)
    await the_history(database_url)
    return await opening()


@pytest.fixture(scope="module")
async def quiet_office(past: Past, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Office]:
    """The same, for all tests of a module that change nothing in it: each closes the form that it opened."""
    copy = shutil.copy(past.database, tmp_path_factory.mktemp("quiet"))
    async with open_office(f"sqlite:///{copy}", past=past) as office:
        yield office


@pytest.fixture
def pictures() -> Path | None:
    """Where to keep pictures of what is seen, if they are wanted."""
    wanted = os.environ.get("SCREENSHOTS")
    if not wanted:
        return None
    folder = Path(wanted)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture
async def windows(office: Office, browser: Browser, pictures: Path | None) -> AsyncIterator[Windows]:
    async with browser.windows() as lend:
        yield Windows(office, lend, pictures)
