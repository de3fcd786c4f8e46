"""Databases for tests, ready in milliseconds: copies of one that was migrated once."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from uuid import uuid4

import asyncpg  # type: ignore[import-untyped]

from storage.migrate import migrate
from tests import postgresql

TEMPLATE = "rapport_template"

# To see that a table is empty beats deleting, and that beats truncating. A function keeps its plans.
TABLES = """
SELECT string_agg(format('IF EXISTS (SELECT FROM %1$I) THEN DELETE FROM %1$I; END IF;', tablename), ' ')
FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'alembic_version'
"""
EMPTIER = "CREATE FUNCTION pg_temp.make_empty() RETURNS void LANGUAGE plpgsql AS $$ BEGIN {} END $$"
# Without triggers, foreign keys do not ask for an order.
WITHOUT_TRIGGERS = {"session_replication_role": "replica"}
OTHERS = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
"""


class Databases:
    """What one worker of a test run needs: a migrated SQLite file to copy, a PostgreSQL database to empty."""

    def __init__(self, worker: str) -> None:
        self._template: Path | None = None
        self._name = f"rapport_{worker}"
        self._emptying: asyncpg.Connection | None = None

    async def sqlite(self, folder: Path) -> str:
        """The URL of a migrated database without rows, in a file of its own."""
        if self._template is None:
            with postgresql.one_worker_at_a_time("template.db") as shared:
                self._template = shared / "template.db"
                if not self._template.exists():
                    draft = shared / "template.draft"
                    await migrate(f"sqlite:///{draft}")
                    draft.rename(self._template)
        shutil.copy(self._template, folder / "rapport.db")
        return f"sqlite:///{folder / 'rapport.db'}"

    async def postgresql(self) -> str:
        """The URL of this worker's database, migrated and without rows; whoever still used it is thrown out."""
        url = postgresql.running_server().get_uri(self._name)
        if self._emptying is None:
            await self._make_worker_database()
        # A test may have thrown out everybody.
        if self._emptying is None or self._emptying.is_closed():
            self._emptying = await asyncpg.connect(url, command_timeout=60, server_settings=WITHOUT_TRIGGERS)
            await self._emptying.execute(EMPTIER.format(await self._emptying.fetchval(TABLES)))
        await self._emptying.execute(OTHERS)
        await self._emptying.execute("SELECT pg_temp.make_empty()")
        return url

    async def close(self) -> None:
        """Let go of what was kept open."""
        if self._emptying:
            await self._emptying.close()

    @asynccontextmanager
    async def empty_postgresql(self) -> AsyncIterator[str]:
        """The URL of a database without a schema, dropped at the end."""
        server = postgresql.running_server()
        name = f"rapport_{uuid4().hex}"
        admin = await asyncpg.connect(server.get_uri(), command_timeout=60)
        try:
            await admin.execute(f"CREATE DATABASE {name}")
            yield server.get_uri(name)
            await admin.execute(f"DROP DATABASE {name} WITH (FORCE)")
        finally:
            await admin.close()

    async def _make_worker_database(self) -> None:
        server = postgresql.running_server()
        admin = await asyncpg.connect(server.get_uri())
        try:
            with postgresql.one_worker_at_a_time("template"):
                if not await admin.fetchval("SELECT 1 FROM pg_database WHERE datname = $1", TEMPLATE):
                    await admin.execute(f"CREATE DATABASE {TEMPLATE}_draft")
                    await migrate(server.get_uri(f"{TEMPLATE}_draft"))
                    await admin.execute(f"ALTER DATABASE {TEMPLATE}_draft RENAME TO {TEMPLATE}")
                await admin.execute(f"CREATE DATABASE {self._name} TEMPLATE {TEMPLATE}")
        finally:
            await admin.close()
