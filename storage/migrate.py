"""Bringing a database's schema to the newest revision."""

import asyncio
from functools import partial

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, text

from storage.schema import SchemaState, on_schema, schema_state

# Any number will do, as long as it is always the same one.
MIGRATION_LOCK = 7_261_905

# Alembic keeps what it works on for the whole process.
_one_at_a_time = asyncio.Lock()


class BrokenReferencesError(RuntimeError):
    """A migration left rows that refer to rows which do not exist. It was rolled back."""


async def migrate(url: str, revision: str = "head") -> SchemaState:
    """Bring the schema to the newest revision, or the one named, in one transaction. Two at once wait for each other.

    Raises:
        BadUrlError: the address is not one of a database that is supported.
        BrokenReferencesError: the migration broke the data, and was rolled back.
    """
    async with _one_at_a_time:
        await on_schema(url, partial(_upgrade, revision=revision))
    return await schema_state(url)


def _upgrade(connection: Connection, revision: str) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": MIGRATION_LOCK})
    config = Config()
    config.set_main_option("script_location", "storage:migrations")
    config.attributes["connection"] = connection
    command.upgrade(config, revision)
    if connection.dialect.name == "sqlite":
        broken = connection.execute(text("PRAGMA foreign_key_check")).all()
        if broken:
            tables = ", ".join(sorted({row[0] for row in broken}))
            msg = f"Rows of {tables} refer to rows that do not exist; nothing was changed."
            raise BrokenReferencesError(msg)
