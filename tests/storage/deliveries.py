"""Deliveries for tests of the outbox, to three people of one workspace."""

from datetime import UTC, datetime, timedelta

from storage import completing, outbox
from storage.models import Delivery, DeliveryState, Person, Workspace
from storage.store import Store
from storage.transaction import Transaction

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
LEASE = timedelta(seconds=60)
OVER_AT_ONCE = timedelta(seconds=-1)

PERSONS = ("maya", "tom", "ada")


async def settle_in(store: Store) -> None:
    """Make a workspace with three people, each of them a receiver."""

    async def deed(tx: Transaction) -> None:
        tx.add(Workspace(id="T1", name="Acme", bot_user_id="B1", installed_at=NOON))
        await tx.flush()
        for name in PERSONS:
            tx.add(Person(id=name, workspace_id="T1", slack_id=name.upper(), name=name))

    await store.write(deed)


async def put(store: Store, person: str = "maya", **values: object) -> int:
    async def deed(tx: Transaction) -> int:
        row = Delivery(
            **{
                "workspace_id": "T1",
                "person_id": person,
                "state": DeliveryState.PENDING,
                "created_at": NOON,
                "not_before": NOON,
                **values,
            }
        )
        tx.add(row)
        await tx.flush()
        return row.id

    return await store.write(deed)


async def claim(store: Store, now: datetime = NOON, limit: int = 20, lease: timedelta = LEASE) -> list[Delivery]:
    return await store.write(lambda tx: outbox.claim_due(tx, now, limit, lease))


async def claim_one(store: Store, now: datetime = NOON, lease: timedelta = LEASE) -> Delivery:
    [claimed] = await claim(store, now, lease=lease)
    return claimed


async def complete(store: Store, claimed: Delivery, completion: completing.Completion, now: datetime = NOON) -> bool:
    return await store.write(lambda tx: completing.complete(tx, claimed, completion, now))


async def fetch(store: Store, delivery_id: int) -> Delivery:
    return await store.read(lambda tx: tx.get_one(Delivery, delivery_id))


def ids(deliveries: list[Delivery]) -> list[int]:
    return [delivery.id for delivery in deliveries]
