"""A small workspace whose outbox can be filled and looked at."""

import asyncio
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from itertools import count

from sqlalchemy import delete, update

from mentoring.notices import NoticeKind
from mentoring.pairs import PairState
from scheduler.sender import Sender
from services.context import Services
from storage.models import Delivery, DeliveryState, Notice, Pair, Person, Programme, SendingLease, Workspace
from storage.store import Store
from storage.transaction import Transaction

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
TEAM = "T1"
MAYA, TOM, ADA = "maya", "tom", "ada"


@dataclass
class Office:
    """Maya, Tom and Ada, whose direct messages are open; Maya mentors Tom. Its clocks are moved by hand, together."""

    store: Store
    now: datetime = NOON
    seconds: float = 1000.0
    woken: asyncio.Event = field(default_factory=asyncio.Event)
    _numbers: "count[int]" = field(default_factory=count)

    @property
    def services(self) -> Services:
        return Services(self.store, lambda: self.now, self.woken.set)

    async def open(self) -> None:
        programme = Programme(
            id="programme", workspace_id=TEAM, name="Mentoring", channel="C1", rhythm_days=14, length_months=6,
            works_from=time(0, 0), works_until=time(23, 59), created_at=NOON,
        )  # fmt: skip
        pair = Pair(
            id="pair", workspace_id=TEAM, programme_id="programme", mentor_id=MAYA, mentee_id=TOM, proposed_by_id=ADA,
            state=PairState.ACTIVE.value, rhythm_days=14, length_months=6, proposed_at=NOON, mentor_accepted_at=NOON,
            mentee_accepted_at=NOON, accepted_at=NOON,
        )  # fmt: skip

        async def deed(tx: Transaction) -> None:
            tx.add(Workspace(id=TEAM, name="Harbour", bot_user_id="UBOT", installed_at=NOON))
            await tx.flush()
            tx.add_all([person(name) for name in (MAYA, TOM, ADA)])
            tx.add(programme)
            await tx.flush()
            tx.add(pair)

        await self.store.write(deed)

    async def put(
        self, person: str = MAYA, *, kind: str = NoticeKind.HELP, subject: str | None = None, **columns: object
    ) -> int:
        """A delivery to one person with one notice; the id of the delivery."""
        subject = subject or f"subject {next(self._numbers)}"
        return await self._put(kind, subject, person, person_id=person, **columns)

    async def put_for_pair(self) -> int:
        """A delivery to the pair's group message, which is not open yet."""
        return await self._put(NoticeKind.PAIR_STARTED, "pair", "pair", pair_id="pair")

    async def put_redraw(self, of: int, person: str = MAYA) -> int:
        """A redrawing of a delivery."""
        return await self._put(None, "", person, person_id=person, redraws_id=of)

    async def add(self, delivery_id: int, kind: str, subject: str, person: str = MAYA) -> None:
        """One more notice in a delivery to a person."""
        await self.store.write(lambda tx: self._notice(tx, delivery_id, kind, subject, person))

    async def _notice(self, tx: Transaction, delivery_id: int, kind: str, subject: str, receiver: str) -> None:
        notice = Notice(workspace_id=TEAM, kind=kind, subject=subject, occurrence="1", receiver=receiver)
        notice.facts, notice.delivery_id, notice.created_at = {}, delivery_id, self.now
        tx.add(notice)

    async def _put(self, kind: str | None, subject: str, receiver: str, **columns: object) -> int:
        async def deed(tx: Transaction) -> int:
            values = {"not_before": self.now, "state": DeliveryState.PENDING, **columns}
            delivery = Delivery(workspace_id=TEAM, created_at=self.now, **values)
            tx.add(delivery)
            await tx.flush()
            if kind:
                await self._notice(tx, delivery.id, kind, subject, receiver)
            return delivery.id

        return await self.store.write(deed)

    async def get(self, delivery_id: int) -> Delivery:
        return await self.store.read(lambda tx: tx.get_one(Delivery, delivery_id))

    async def set(self, delivery_id: int, **columns: object) -> None:
        await self.store.write(
            lambda tx: tx.execute(update(Delivery).where(Delivery.id == delivery_id).values(**columns))
        )

    async def change(self, person: str, **columns: object) -> None:
        await self.store.write(lambda tx: tx.execute(update(Person).where(Person.id == person).values(**columns)))

    async def lease_runs_out(self, delivery_id: int) -> None:
        """Its lease, and that of the workspace, has been over for an hour."""
        lease_until = (await self.get(delivery_id)).lease_until
        assert lease_until
        await self.set(delivery_id, lease_until=lease_until - timedelta(hours=2))
        await self.store.write(lambda tx: tx.execute(delete(SendingLease)))

    async def send(self, sender: Sender) -> None:
        """Let the sender work until nothing is due."""
        async with asyncio.timeout(60):
            while await sender.drain():
                pass

    async def wakes(self) -> None:
        """Wait until the sender wants to be called again."""
        async with asyncio.timeout(30):
            await self.woken.wait()
        self.woken.clear()

    def later(self, **by: float) -> None:
        self.now += timedelta(**by)
        self.seconds += timedelta(**by).total_seconds()


def dm(person: str) -> str:
    """The direct message with one of them."""
    return f"D{person.upper()}"


def person(name: str) -> Person:
    return Person(
        id=name, workspace_id=TEAM, slack_id=f"U{name.upper()}", name=name.title(), dm_channel=dm(name),
        time_zone="Etc/UTC",
    )  # fmt: skip
