"""The way to the database: every deed is one transaction, every look sees one instant."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextvars import ContextVar
from typing import TypeVar

from sqlalchemy.exc import DBAPIError

from storage import engines
from storage.keyring import Keyring
from storage.lanes import InlineLane, Lane, ServerLane
from storage.transaction import Transaction
from storage.urls import Dialect, parse_url

T = TypeVar("T")

logger = logging.getLogger(__name__)

# How many look side by side in SQLite.
SQLITE_READERS = 4

# PostgreSQL's "serialization failure" and "deadlock detected": another transaction won, and running again will do.
OVERTAKEN = {"40001", "40P01"}
# The server is going down or coming up, or the connection broke.
AWAY = {"57P01", "57P02", "57P03", "08000", "08003", "08006"}

# Seconds before each further run of a transaction that was overtaken or lost its connection.
PAUSES = (0.05, 0.2, 0.8, 2.0)

_running_here: ContextVar[bool] = ContextVar("running_here", default=False)


class StoreClosedError(RuntimeError):
    """The store takes no more transactions: the process is stopping."""


class Store:
    """A database and the keys for what is sealed in it.

    On PostgreSQL a transaction that was overtaken by another, or lost its connection, even at COMMIT, is run again as a
    whole. It may then have happened before, so what it inserts has to be guarded by unique keys.

    Not `durable`, an SQLite database does not wait for the disk: for one that is soon thrown away.

    Raises:
        BadUrlError: the address is not one of a database that is supported.
    """

    def __init__(self, url: str, keyring: Keyring, *, pauses: tuple[float, ...] = PAUSES, durable: bool = True) -> None:
        address = parse_url(url)
        self.keyring = keyring
        self.dialect: Dialect = address.dialect
        self._pauses = pauses
        self._transactions: set[asyncio.Task[object]] = set()
        self._closed = False
        self._writer: Lane
        self._readers: Lane
        self._glancers: Lane
        if address.dialect == "sqlite":
            writer, readers = engines.sqlite_writer(address, durable=durable), engines.sqlite_readers(address)
            self._writer = InlineLane(writer.connect, 1, waits_for_disk=durable)
            self._readers = InlineLane(readers.connect, SQLITE_READERS)
            self._glancers = self._readers
        else:
            server = engines.postgresql(address)
            self._writer = ServerLane(server)
            # The same connections. REPEATABLE READ, so that a look of several queries sees one instant, as on SQLite.
            read = server.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
            self._readers = ServerLane(read)
            self._glancers = ServerLane(server.execution_options(isolation_level="AUTOCOMMIT"))

    async def write(self, deed: Callable[[Transaction], Awaitable[T]]) -> T:
        """Run a deed in one transaction: committed when it returns, rolled back when it raises.

        A caller that is cancelled does not cancel the deed, which still ends one way or the other. A deed must not wait
        for anything but this database, and cannot call the store again: a nested write would wait for itself.

        Raises:
            StoreClosedError: the store is closed.
            RuntimeError: called from inside a transaction.
        """
        return await self._run(self._writer, deed)

    async def read(self, look: Callable[[Transaction], Awaitable[T]]) -> T:
        """Run a look, which sees the database as it is at one instant and cannot change it. Raises as `write`."""
        return await self._run(self._readers, look)

    async def glance(self, look: Callable[[Transaction], Awaitable[T]]) -> T:
        """Run a look of a single SELECT, which sees one instant by itself, in a third of the round trips of `read`.

        Raises as `write`.
        """
        return await self._run(self._glancers, look)

    async def close(self) -> None:
        """Take no more transactions, wait for those that run, then close every connection."""
        self._closed = True
        while self._transactions:
            await asyncio.wait(self._transactions)
        await self._readers.close()
        await self._writer.close()

    async def _run(self, lane: Lane, work: Callable[[Transaction], Awaitable[T]]) -> T:
        if self._closed:
            raise StoreClosedError("The store is closed.")
        if _running_here.get():
            raise RuntimeError("A transaction cannot be started inside another: it would wait for itself.")
        # A task of its own: a cancelled write would leave SQLite's one writer locked.
        task = asyncio.create_task(self._attempts(lane, work))
        self._transactions.add(task)
        task.add_done_callback(self._transactions.discard)
        try:
            return await asyncio.shield(task)
        except asyncio.CancelledError:
            task.add_done_callback(_report_failure)
            raise

    async def _attempts(self, lane: Lane, work: Callable[[Transaction], Awaitable[T]]) -> T:
        _running_here.set(True)
        for pause in self._pauses:
            try:
                return await lane.run(self.keyring, work)
            except (DBAPIError, OSError) as error:
                if self.dialect == "sqlite" or not _may_pass(error):
                    raise
                logger.warning("Transaction runs again in %s s: %s", pause, type(error).__name__)
            await asyncio.sleep(pause)
        return await lane.run(self.keyring, work)


def _may_pass(error: DBAPIError | OSError) -> bool:
    if isinstance(error, OSError):
        return True
    return error.connection_invalidated or getattr(error.orig, "sqlstate", None) in OVERTAKEN | AWAY


def _report_failure(task: asyncio.Task[object]) -> None:
    """Log what went wrong in a transaction that nobody waits for any more."""
    if not task.cancelled() and (error := task.exception()):
        logger.error("A transaction failed after its caller was cancelled", exc_info=error)
