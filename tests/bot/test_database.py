"""Opening the database at start: its schema, its keys, and nobody else on it."""

import stat
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from bot.database import key_path, migrate_database, open_store
from bot.problems import CannotStartError
from bot.settings import Settings
from storage.keyring import new_key
from storage.schema import schema_state

ONLY_SQLITE = pytest.mark.parametrize("dialect", ["sqlite"])
ONLY_POSTGRESQL = pytest.mark.parametrize("dialect", ["postgresql"])


@pytest.fixture
async def resources() -> AsyncIterator[AsyncExitStack]:
    async with AsyncExitStack() as stack:
        yield stack


def settings(url: str, keys: str | None = None) -> Settings:
    return Settings("xoxb-test", "xapp-test", database_url=url, rapport_keys=keys)


async def refused(chosen: Settings) -> CannotStartError:
    async with AsyncExitStack() as resources:
        with pytest.raises(CannotStartError) as caught:
            await open_store(chosen, resources)
    return caught.value


@ONLY_SQLITE
async def test_an_embedded_database_is_made_migrated_and_given_a_key(
    empty_database_url: str, resources: AsyncExitStack
) -> None:
    chosen = settings(empty_database_url)
    await open_store(chosen, resources)
    assert (await schema_state(empty_database_url)).is_newest
    assert stat.S_IMODE(key_path(chosen).stat().st_mode) == 0o600


@ONLY_SQLITE
async def test_a_second_process_is_kept_out_and_let_in_after_the_first(database_url: str) -> None:
    chosen = settings(database_url)
    async with AsyncExitStack() as resources:
        await open_store(chosen, resources)
        error = await refused(chosen)
        assert (error.exit_code, "already runs" in str(error)) == (1, True)
    async with AsyncExitStack() as resources:
        await open_store(chosen, resources)


@ONLY_POSTGRESQL
async def test_an_old_schema_is_refused_with_the_command_that_helps(
    empty_database_url: str, resources: AsyncExitStack
) -> None:
    chosen = settings(empty_database_url, new_key())
    error = await refused(chosen)
    assert error.exit_code == 1
    assert "rapport migrate" in str(error)
    assert (await migrate_database(chosen)).is_newest
    await open_store(chosen, resources)


async def test_other_keys_are_refused_and_old_ones_are_still_taken(
    database_url: str, resources: AsyncExitStack
) -> None:
    old, new = new_key(), new_key()
    async with AsyncExitStack() as first:
        await open_store(settings(database_url, old), first)
    error = await refused(settings(database_url, new))
    assert (error.exit_code, "RAPPORT_KEYS" in str(error)) == (2, True)
    assert old not in str(error)
    await open_store(settings(database_url, f"{new},{old}"), resources)


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("sqlite:///no/such/folder/rapport.db", "no/such/folder"),
        ("postgresql://nobody:very-secret@127.0.0.1:1/none", "DATABASE_URL"),
    ],
)
async def test_a_database_that_is_not_there_is_said_without_its_password(url: str, said: str) -> None:
    error = await refused(settings(url, new_key()))
    assert error.exit_code == 2
    assert said in str(error)
    assert "very-secret" not in str(error)


@ONLY_SQLITE
async def test_a_damaged_key_file_is_said(empty_database_url: str) -> None:
    chosen = settings(empty_database_url)
    key_path(chosen).write_text("half a k")
    assert "is damaged" in str(await refused(chosen))


async def test_a_file_that_is_no_database_is_said(tmp_path: Path) -> None:
    file = tmp_path / "notes.db"
    file.write_bytes(b"These are my notes. " * 100)
    error = await refused(settings(f"sqlite:///{file}", new_key()))
    assert "file is not a database" in str(error)
