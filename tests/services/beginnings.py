"""What has happened in a world before a test of it: lived through once, and kept as a database to be copied."""

import shutil
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from storage.store import Store
from tests.services.world import PEOPLE, World, user_of

# Nineteen days after Monday, two weeks and three working days; whoever met then is asked at half past nine.
THURSDAY = datetime(2026, 3, 19, 12, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Beginning:
    """A world as it is kept: an SQLite database, the time, how far it has counted, and who has which id.

    `pair` is Tom's with Maya, and empty before they are one.
    """

    database: Path
    now: datetime
    number: int
    ids: dict[str, str]
    pair: str = ""

    @classmethod
    async def of(cls, world: World, database: Path, pair: str = "") -> "Beginning":
        """What has happened in a world so far, which is over then."""
        people = await world.people()
        await world.store.close()
        ids = {name: people[user_of(name)].id for name in PEOPLE if user_of(name) in people}
        return cls(database, world.now, world.number, ids, pair)

    def copied_to(self, folder: Path) -> str:
        """The URL of a copy in a folder."""
        shutil.copy(self.database, folder / "rapport.db")
        return f"sqlite:///{folder / 'rapport.db'}"

    def world(self, store: Store) -> World:
        """The world of a copy."""
        return World(store, now=self.now, number=self.number, ids=self.ids)


Story = Callable[[World, str], Awaitable[object]]
# What has happened when a story, of a world and Tom's pair with Maya, follows on a beginning.
Prepare = Callable[[Beginning, Story], Awaitable[Beginning]]
