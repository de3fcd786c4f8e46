"""Where transactions run: one after the other or several side by side, on a server or in this process."""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable, Coroutine, Generator
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar, cast

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlalchemy.orm import Session
from sqlalchemy.util import await_only, greenlet_spawn

from storage.keyring import Keyring
from storage.transaction import Transaction

T = TypeVar("T")

# Seconds that a transaction waits for its turn; then for another process to let go of the database, and how often it
# looks.
TURN_WITHIN, LOCK_WITHIN, LOCK_AGAIN = 30, 5, 0.01


class Lane(Protocol):
    """Runs transactions of one kind."""

    async def run(self, keyring: Keyring, work: Callable[[Transaction], Awaitable[T]]) -> T:
        """Run some work in one transaction: committed when it returns, rolled back when it raises."""

    async def close(self) -> None:
        """Close every connection; nothing may run any more."""


class ServerLane:
    """Transactions on a server, side by side, each on a connection of the engine's pool.

    SQLAlchemy waits for a server by changing greenlets. Each runs in one greenlet from its beginning to its end:
    SQLAlchemy's own session would make one for each statement, which takes as long as the statement's way.
    """

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        # To make a session takes as long as a statement, so each is used again.
        self._idle: list[_DirectTransaction] = []

    async def run(self, keyring: Keyring, work: Callable[[Transaction], Awaitable[T]]) -> T:
        """Run some work in one transaction."""
        result: T = await greenlet_spawn(_carry_through, self._transact(keyring, work))
        return result

    async def _transact(self, keyring: Keyring, work: Callable[[Transaction], Awaitable[T]]) -> T:
        transaction = self._idle.pop() if self._idle else _DirectTransaction(keyring, self._engine.sync_engine)
        session = transaction.sync_session
        try:
            result = await work(transaction)
            session.commit()
            return result
        finally:
            # What was not committed is rolled back.
            session.close()
            self._idle.append(transaction)

    async def close(self) -> None:
        """Close every connection."""
        await self._engine.dispose()


@dataclass(frozen=True)
class _Yielded:
    """What a coroutine waits for, to be waited for by another."""

    by: object

    def __await__(self) -> Generator[object, Any, Any]:
        return (yield self.by)


def _carry_through(work: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine in this greenlet; for what it awaits, the greenlet that began this one waits."""
    try:
        waits_for = work.send(None)
        while True:
            try:
                await_only(_Yielded(waits_for))
            except BaseException as error:  # noqa: BLE001 - a cancellation too is the coroutine's to hear of
                waits_for = work.throw(error)
            else:
                waits_for = work.send(None)
    except StopIteration as done:
        return cast("T", done.value)


class InlineLane:
    """Transactions of an embedded database, whose statements run where they are asked for.

    A statement takes microseconds: less than to hand it to another thread, or to another greenlet as SQLAlchemy's
    asyncio does, and to wait for what it says.

    Args:
        connect: Opens a connection; each is used again and again until the lane is closed.
        at_once: How many run side by side.
        waits_for_disk: Whether a commit does, which then runs in a thread. To change threads and back takes longer than
            a statement.
    """

    def __init__(self, connect: Callable[[], Connection], at_once: int, *, waits_for_disk: bool = False) -> None:
        self._connect = connect
        self._turns = asyncio.Semaphore(at_once)
        self._waits_for_disk = waits_for_disk
        # To make a session takes as long as a statement, so each is used again, with its connection.
        self._idle: list[_DirectTransaction] = []

    async def run(self, keyring: Keyring, work: Callable[[Transaction], Awaitable[T]]) -> T:
        """Run some work in one transaction.

        Raises:
            TimeoutError: its turn did not come.
            sqlalchemy.exc.OperationalError: another process kept the database locked.
        """
        async with asyncio.timeout(TURN_WITHIN):
            await self._turns.acquire()
        try:
            transaction = self._idle.pop() if self._idle else _DirectTransaction(keyring, self._connect())
            session = transaction.sync_session
            try:
                await _begin(session)
                result = await work(transaction)
                session.flush()
                if self._waits_for_disk:
                    await asyncio.to_thread(session.commit)
                else:
                    session.commit()
                return result
            finally:
                # What was not committed is rolled back.
                session.close()
                self._idle.append(transaction)
        finally:
            self._turns.release()

    async def close(self) -> None:
        """Close every connection."""
        for transaction in self._idle:
            # The session would begin a transaction before it gave it away, and another process may hold the lock.
            cast("Connection", transaction.get_bind()).close()
        self._idle.clear()


async def _begin(session: Session) -> None:
    """Begin, once no other process keeps the database locked."""
    loop = asyncio.get_running_loop()
    ends = loop.time() + LOCK_WITHIN
    while True:
        try:
            session.connection()
        except OperationalError as error:
            session.close()
            if getattr(error.orig, "sqlite_errorcode", None) != sqlite3.SQLITE_BUSY or loop.time() > ends:
                raise
        else:
            return
        await asyncio.sleep(LOCK_AGAIN)


class _DirectTransaction(Transaction):
    """A transaction whose statements may wait where they stand: what is asked most goes straight to the session."""

    def __init__(self, keyring: Keyring, bind: Engine | Connection) -> None:
        super().__init__(keyring)
        self.sync_session.bind = bind

    async def execute(self, *args: Any, **options: Any) -> Any:  # noqa: ANN401 - typed where it is declared
        return self.sync_session.execute(*args, **options)

    async def scalars(self, *args: Any, **options: Any) -> Any:  # noqa: ANN401 - typed where it is declared
        return self.sync_session.scalars(*args, **options)

    async def scalar(self, *args: Any, **options: Any) -> Any:  # noqa: ANN401 - typed where it is declared
        return self.sync_session.scalar(*args, **options)

    async def flush(self, *args: Any, **options: Any) -> None:  # noqa: ANN401 - typed where it is declared
        self.sync_session.flush(*args, **options)
