"""A workspace to send to: people, a Slack that goes wrong, and what became of what they were to be told."""

import asyncio
import random
from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from sqlalchemy import func, select

from bot.clock import utc_now
from bot.manifest import manifest_path
from mentoring.notices import NoticeKind
from playground.faults import Trouble
from playground.rates import Rates
from playground.seed import Seed
from playground.server import Playground
from scheduler.pace import HISTORY, OPEN, POST
from storage.keyring import Keyring
from storage.migrate import migrate
from storage.models import Delivery, DeliveryState, Notice, Person, Workspace
from storage.notices import Receiver
from storage.putting import Telling, put_notices
from storage.store import Store
from storage.transaction import Transaction

TEAM, BOT = "T0SOAK", "U0PLAYBOT"
# Each with its seconds: how late an answer or an effect comes, or how long to be left alone.
TROUBLES = {
    Trouble.LOST_REPLY: 0.0, Trouble.LATE_EFFECT: 1.0, Trouble.SERVER_ERROR: 0.0, Trouble.SLOW: 1.5,
    Trouble.CUT_REPLY: 0.0, Trouble.HTML: 0.0, Trouble.TOO_MANY: 1.0,
}  # fmt: skip
CALLS_A_FAULT = 3
FAULTS = [Trouble.LOST_REPLY, Trouble.LATE_EFFECT, *TROUBLES]


@dataclass
class Office:
    """One database and one workspace of the playground."""

    store: Store
    playground: Playground
    people: int
    faults: int = 0

    @classmethod
    async def open(cls, database_url: str, keys: str, people: int, rates: Rates) -> "Office":
        """Migrate an empty database, let people in, and start their workspace, with these limits."""
        await migrate(database_url)
        store = Store(database_url, Keyring.from_text(keys))
        users = [f"U{number:03}" for number in range(people)]
        now = utc_now()

        async def deed(tx: Transaction) -> None:
            tx.add(Workspace(id=TEAM, name="Soak", bot_user_id=BOT, installed_at=now))
            await tx.flush()
            tx.add_all([Person(id=user, workspace_id=TEAM, slack_id=user, name=user) for user in users])

        await store.write(deed)
        members = [{"id": user, "name": user.lower(), "real_name": user} for user in users]
        seed = Seed.from_dict({"workspace": {"id": TEAM, "name": "Soak", "domain": "soak"}, "people": members})
        playground = Playground(manifest_path(), seed, utc_now, rates=rates)
        await playground.start()
        return cls(store, playground, people)

    async def close(self) -> None:
        """Shut everything."""
        await self.playground.stop()
        await self.store.close()

    async def open_direct_messages(self) -> None:
        """Let Rapport have written to everybody before."""

        async def deed(tx: Transaction) -> None:
            for person in await tx.scalars(select(Person)):
                person.dm_channel = self.playground.workspace.direct([BOT, person.slack_id]).id

        await self.store.write(deed)

    async def tell(self, notices: int, within: float) -> None:
        """Put notices into the outbox, evenly over so many seconds."""
        loop = asyncio.get_running_loop()
        begin = loop.time()
        for number in range(notices):
            await self.store.write(partial(self._put, number=number))
            await asyncio.sleep(begin + within * number / notices - loop.time())

    async def _put(self, tx: Transaction, number: int) -> None:
        now = utc_now()
        # What expires gets a post of its own.
        receiver = Receiver(TEAM, person_id=f"U{number % self.people:03}")
        ends = now + timedelta(days=1)
        await put_notices(tx, [Telling(NoticeKind.HELP, receiver, f"{number}", now, expires_at=ends)], now)

    async def go_wrong(self) -> None:
        """Until cancelled, have about every third call go wrong, now this way and now that."""
        faults, calls, seen = self.playground.faults, 0, 0
        while True:
            entries, seen = self.playground.traffic.since(seen)
            calls += sum(entry.milliseconds is not None for entry in entries)
            for _ in range(calls // CALLS_A_FAULT if not faults.on else 0):
                trouble = random.choice(FAULTS)  # noqa: S311 - chance, nothing to be guessed
                method = random.choice([POST, POST, POST, OPEN, HISTORY])  # noqa: S311 - chance, nothing to be guessed
                faults.add(trouble, method, times=1, seconds=TROUBLES[trouble])
                self.faults += 1
            calls %= CALLS_A_FAULT
            await asyncio.sleep(0.05)

    async def until_left(self, number: int, within: float) -> None:
        """Wait, for so many seconds at most, until no more than a number waits, is on its way or in doubt."""
        under_way = select(func.count()).where(
            Delivery.state.in_([DeliveryState.PENDING, DeliveryState.SENDING, DeliveryState.IN_DOUBT])
        )
        for _ in range(int(within)):
            if (await self.store.glance(lambda tx: tx.scalar(under_way)) or 0) <= number:
                return
            await asyncio.sleep(1)

    async def figures(self) -> dict[str, int]:
        """What was lost, doubled and left in doubt, and how many tries failed on the way."""
        told = Counter(
            (message.metadata or {})["event_payload"]["correlation_id"]
            for conversation in self.playground.workspace.conversations.values()
            for message in conversation.messages
            if message.from_app
        )

        async def look(tx: Transaction) -> dict[str, int]:
            posts = (await tx.scalars(select(Delivery))).all()
            carrying = Counter(await tx.scalars(select(Notice.delivery_id)))
            ended = {DeliveryState.SENT, DeliveryState.IN_DOUBT, DeliveryState.UNCONFIRMED}
            return {
                "notices": sum(carrying.values()),
                "lost": sum(
                    carrying[post.id]
                    for post in posts
                    if post.state not in ended or (post.state == DeliveryState.SENT and not told[post.correlation_id])
                ),
                "doubled": sum(max(0, told[post.correlation_id] - 1) for post in posts),
                "in doubt": sum(post.state in ended - {DeliveryState.SENT} for post in posts),
                "retries": sum(post.attempts for post in posts),
                "faults": self.faults,
            }

        return await self.store.read(look)
