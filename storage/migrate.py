"""Bringing a database's schema to the newest revision, and telling how far it is."""

from dataclasses import dataclass

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import AsyncEngine

from storage import engines
from storage.urls import parse_url

# Any number will do, as long as it is always the same one.
MIGRATION_LOCK = 7_261_905


@dataclass(frozen=True)
class SchemaState:
    """The revision a database is at (None: it has no schema yet) and the newest one this program knows."""

    current: str | None
    newest: str

    @property
    def is_newest(self) -> bool:
        """Whether this program can work with the database."""
        return self.current == self.newest


class BrokenReferencesError(RuntimeError):
    """A migration left rows that refer to rows which do not exist. It was rolled back."""


async def schema_state(url: str) -> SchemaState:
    """Look how far the database's schema is, and change nothing.

    Raises:
        BadUrlError: the address is not one of a database that is supported.
    """
    path = parse_url(url).path
    if path is not None and not path.exists():
        # To connect would make the file.
        return SchemaState(current=None, newest=_newest())
    engine = _engine(url)
    try:
        async with engine.connect() as connection:
            current = await connection.run_sync(lambda c: MigrationContext.configure(c).get_current_revision())
    finally:
        await engine.dispose()
    return SchemaState(current=current, newest=_newest())


async def migrate(url: str, revision: str = "head") -> SchemaState:
    """Bring the schema to the newest revision, or the one named, in one transaction. Two at once wait for each other.

    Raises:
        BadUrlError: the address is not one of a database that is supported.
        BrokenReferencesError: the migration broke the data, and was rolled back.
    """
    engine = _engine(url)
    try:
        async with engine.begin() as connection:
            await connection.run_sync(_upgrade, revision)
    finally:
        await engine.dispose()
    return await schema_state(url)


def _engine(url: str) -> AsyncEngine:
    address = parse_url(url)
    if address.dialect == "sqlite":
        return engines.sqlite_migrator(address)
    # To rebuild an index of a big table takes its time, and so does waiting for another migration.
    return engines.postgresql(address, {"statement_timeout": "0", "lock_timeout": "0"})


def _upgrade(connection: Connection, revision: str) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": MIGRATION_LOCK})
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, revision)
    if connection.dialect.name == "sqlite":
        broken = connection.execute(text("PRAGMA foreign_key_check")).all()
        if broken:
            tables = ", ".join(sorted({row[0] for row in broken}))
            msg = f"Rows of {tables} refer to rows that do not exist; nothing was changed."
            raise BrokenReferencesError(msg)


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", "storage:migrations")
    return config


def _newest() -> str:
    newest = ScriptDirectory.from_config(_config()).get_current_head()
    if newest is None:
        raise LookupError("This program carries no migrations.")
    return newest
