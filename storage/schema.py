"""How far a database's schema is. Asked at each start, so without Alembic, which takes half a second to import."""

from dataclasses import dataclass
from importlib.resources import files

from sqlalchemy import Connection, inspect, text
from sqlalchemy.ext.asyncio import AsyncEngine

from storage import engines
from storage.urls import parse_url


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
    engine = migrating_engine(url)
    try:
        async with engine.connect() as connection:
            current = await connection.run_sync(_current)
    finally:
        await engine.dispose()
    return SchemaState(current=current, newest=_newest())


def migrating_engine(url: str) -> AsyncEngine:
    """An engine for changes of the schema, which may take their time. Raises as `schema_state`."""
    address = parse_url(url)
    if address.dialect == "sqlite":
        return engines.sqlite_migrator(address)
    # To rebuild an index of a big table takes its time, and so does waiting for another migration.
    return engines.postgresql(address, {"statement_timeout": "0", "lock_timeout": "0"})


def _current(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    revision: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return revision


def _newest() -> str:
    # Revisions are numbered, and their files are called after them.
    names = (file.name for file in files("storage.migrations").joinpath("versions").iterdir())
    return max(name.partition("_")[0] for name in names if name.endswith(".py"))
