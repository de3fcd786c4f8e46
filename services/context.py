"""What every deed needs: the store, the time, and a way to say that something is due."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from storage.store import Store
from storage.transaction import Transaction

T = TypeVar("T")


@dataclass(frozen=True)
class Services:
    """The dependencies of deeds. `now` gives an aware instant in UTC; `wake` has the outbox looked at, at once."""

    store: Store
    now: Callable[[], datetime]
    wake: Callable[[], None]

    async def write(self, deed: Callable[[Transaction], Awaitable[T]]) -> T:
        """Carry a deed out in one transaction, and have what it wants told sent."""
        result = await self.store.write(deed)
        self.wake()
        return result

    async def read(self, look: Callable[[Transaction], Awaitable[T]]) -> T:
        """Look at one instant of the database, without changing it."""
        return await self.store.read(look)

    async def glance(self, look: Callable[[Transaction], Awaitable[T]]) -> T:
        """The same for a look that is a single SELECT."""
        return await self.store.glance(look)

    async def sweep(
        self, is_any_due: Callable[[Transaction], Awaitable[bool]], deed: Callable[[Transaction], Awaitable[int]]
    ) -> int:
        """Carry out some of what time has made due, if a look that is a single SELECT finds any; how much it was.

        Mostly nothing is due, and a look does not keep anybody from writing.
        """
        if not await self.glance(is_any_due):
            return 0
        # Not `write`: that wakes always, and so whoever sweeps would wake themselves when nothing was left to do.
        found = await self.store.write(deed)
        if found:
            self.wake()
        return found
