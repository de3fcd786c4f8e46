"""How far a database's schema is. Asked at each start, so without Alembic, which takes half a second to import."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources import files
from typing import TypeVar

from sqlalchemy import Connection, Engine, inspect, text

from storage import engines
from storage.urls import parse_url

T = TypeVar("T")


@dataclass(frozen=True)
class SchemaState:
    """The revision a database is at (None: it has no schema yet) and the newest one this program knows."""

    current: str | None
    newest: str

    @property
    def is_newest(self) -> bool:
        """Whether this program can work with the database."""
        return self.current == self.newest


async def schema_state(url: str) -> SchemaState:
    """Look how far the database's schema is, and change nothing.

    Raises:
        BadUrlError: the address is not one of a database that is supported.
    """
    path = parse_url(url).path
    if path is not None and not path.exists():
        # To connect would make the file.
        return SchemaState(current=None, newest=_newest())
    return SchemaState(current=await on_schema(url, _current), newest=_newest())


async def on_schema(url: str, work: Callable[[Connection], T]) -> T:
    """Do some work on a schema in one transaction, which may take its time. Raises as `schema_state`."""
    address = parse_url(url)
    if address.dialect == "sqlite":
        return await asyncio.to_thread(_on_sqlite, engines.sqlite_migrator(address), work)
    # To rebuild an index of a big table takes its time, and so does waiting for another migration.
    engine = engines.postgresql(address, {"statement_timeout": "0", "lock_timeout": "0"})
    try:
        async with engine.begin() as connection:
            return await connection.run_sync(work)
    finally:
        await engine.dispose()


def _on_sqlite(engine: Engine, work: Callable[[Connection], T]) -> T:
    try:
        with engine.begin() as connection:
            return work(connection)
    finally:
        engine.dispose()


def _current(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    revision: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return revision


def _newest() -> str:
    # Revisions are numbered, and their files are called after them.
    names = (file.name for file in files("storage.migrations").joinpath("versions").iterdir())
    return max(name.partition("_")[0] for name in names if name.endswith(".py"))
