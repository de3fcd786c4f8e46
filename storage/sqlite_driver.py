"""SQLite without a change of thread at every step.

aiosqlite hands each step to the connection's thread, four times for one SELECT, and the answer waits for the event loop
each time; that takes longer than SQLite does. Here a statement runs where it is asked for, since it takes microseconds.
What may wait, for another process or for the disk, still runs in the thread: connecting, closing, `BEGIN IMMEDIATE`,
and the `COMMIT` or `ROLLBACK` of what began so.
"""

import sqlite3
from collections.abc import Sequence
from typing import Any, Self

import aiosqlite

Parameters = Sequence[Any] | dict[str, Any]


class InlineCursor:
    """A cursor whose statements run at once, as SQLAlchemy's adapter for asyncio uses it. Rows are read whole."""

    arraysize = 1

    def __init__(self, connection: "InlineConnection") -> None:
        self._connection = connection
        self._rows: list[Any] = []
        self.description: Any = None
        self.rowcount = -1
        self.lastrowid: int | None = None

    async def __aenter__(self) -> Self:
        return self

    async def execute(self, statement: str, parameters: Parameters = ()) -> Self:
        """Run one statement."""
        if statement.startswith("BEGIN IMMEDIATE"):
            await self._connection.begin_immediate()
            return self
        cursor = self._connection.sqlite.execute(statement, parameters)
        self._rows = cursor.fetchall()
        self._keep(cursor)
        return self

    async def executemany(self, statement: str, parameters: Sequence[Parameters]) -> Self:
        """Run one statement for each of several sets of parameters."""
        self._keep(self._connection.sqlite.executemany(statement, parameters))
        return self

    async def fetchall(self) -> list[Any]:
        """The rows of the last statement."""
        return self._rows

    async def close(self) -> None:
        """Nothing is open: every statement has ended."""

    def _keep(self, cursor: sqlite3.Cursor) -> None:
        self.description, self.rowcount, self.lastrowid = cursor.description, cursor.rowcount, cursor.lastrowid
        cursor.close()


class InlineConnection(aiosqlite.Connection):
    """One of aiosqlite's connections with such cursors. One transaction has it at a time."""

    _may_wait = False

    @property
    def sqlite(self) -> sqlite3.Connection:
        """The connection itself, in the thread of whoever asks."""
        connection: sqlite3.Connection = self._conn
        return connection

    def cursor(self) -> InlineCursor:  # type: ignore[override] # one of our own
        """Another cursor."""
        return InlineCursor(self)

    async def begin_immediate(self) -> None:
        """Take the write lock, which another process may hold."""
        self._may_wait = True
        await self._in_thread("BEGIN IMMEDIATE")

    async def commit(self) -> None:
        """End the transaction, if there is one."""
        await self._end("COMMIT")

    async def rollback(self) -> None:
        """Undo the transaction, if there is one."""
        await self._end("ROLLBACK")

    async def _end(self, statement: str) -> None:
        may_wait, self._may_wait = self._may_wait, False
        if not self.sqlite.in_transaction:
            return
        if may_wait:
            await self._in_thread(statement)
        else:
            self.sqlite.execute(statement)

    async def _in_thread(self, statement: str) -> None:
        await self._execute(self.sqlite.execute, statement)  # type: ignore[no-untyped-call] # aiosqlite's has no types


def connect(*arguments: Any, **options: Any) -> InlineConnection:  # noqa: ANN401 - as sqlite3.connect has them
    """A connection, to be awaited; for SQLAlchemy's `async_creator_fn`."""

    def connector() -> sqlite3.Connection:
        made: sqlite3.Connection = sqlite3.connect(*arguments, **{**options, "check_same_thread": False})
        return made

    connection = InlineConnection(connector, iter_chunk_size=1)
    # It must not keep a process alive that has ended; SQLAlchemy sees to that for connections of its own.
    connection._thread.daemon = True  # noqa: SLF001 - as SQLAlchemy does
    return connection
