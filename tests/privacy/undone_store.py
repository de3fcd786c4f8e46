"""A store whose changes do not last."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

from storage.engines import sqlite_writer
from storage.keyring import Keyring
from storage.lanes import InlineLane
from storage.store import Store
from storage.urls import parse_url


class UndoneStore(Store):
    """A store that can undo: all of it happens in one transaction of one connection, which is never committed."""

    def __init__(self, path: Path, keyring: Keyring) -> None:
        url = f"sqlite:///{path}"
        super().__init__(url, keyring, durable=False)
        self._connection = sqlite_writer(parse_url(url), durable=False).connect()
        self._driver = cast("sqlite3.Connection", self._connection.connection.driver_connection)
        # What is undone again and again is better kept in memory.
        self._driver.executescript("PRAGMA journal_mode = MEMORY; PRAGMA temp_store = MEMORY")
        self._connection.begin()
        # Within a savepoint, sessions make savepoints of their own.
        self._connection.begin_nested()
        self._changes = 0
        self._keep()
        self._writer = self._readers = self._glancers = InlineLane(lambda: self._connection, 1)

    def undo(self) -> None:
        """Have everything as it was at the beginning, or when it was last kept."""
        # Most steps change nothing.
        if self._driver.total_changes != self._changes:
            self._driver.execute("ROLLBACK TO here")
            self._changes = self._driver.total_changes

    @contextmanager
    def kept(self) -> Iterator[None]:
        """Undo no further back than to here, until the end of this."""
        self._keep()
        try:
            yield
        finally:
            self._driver.execute("ROLLBACK TO here")
            self._driver.execute("RELEASE here")
            self._driver.execute("ROLLBACK TO here")

    def _keep(self) -> None:
        self._driver.execute("SAVEPOINT here")
        self._changes = self._driver.total_changes

    async def close(self) -> None:
        self._connection.close()
        self._connection.engine.dispose()
