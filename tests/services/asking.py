"""What tests of nudges do again and again."""

from datetime import UTC, datetime

from sqlalchemy import update

from mentoring.nudge_contents import (
    By,
    Outcome,
    Settled,
)
from mentoring.sessions import SessionState
from storage.models import Pair, Session
from storage.transaction import Transaction
from tests.services.nudged import ticks
from tests.services.world import World

NEXT = datetime(2026, 3, 26, 15, 0, tzinfo=UTC)


async def planned(world: World, pair: str, at: datetime = NEXT, *, by: str = "tom") -> str:
    """Somebody plans a session."""
    person = await world.id_of(by)

    async def deed(tx: Transaction) -> str:
        session = Session(
            workspace_id=world.workspace, pair_id=pair, kind="session", state=SessionState.PLANNED, planned_at=at,
            planned_by_id=person, planned_zone="Europe/London", minutes=60, arranged_at=world.now,
            created_at=world.now,
        )  # fmt: skip
        tx.add(session)
        await looked_at(tx, pair, world.now)
        return session.id

    session = await world.store.write(deed)
    await ticks(world)
    return session


async def looked_at(tx: Transaction, pair: str, now: datetime) -> None:
    await tx.execute(update(Pair).where(Pair.id == pair).values(look_at=now))


async def changes(world: World, pair: str, *statements: object) -> None:
    """Something changes that no deed of this issue does, and the rules look at it."""

    async def deed(tx: Transaction) -> None:
        for statement in statements:
            await tx.execute(statement)  # type: ignore[call-overload]
        await looked_at(tx, pair, world.now)

    await world.store.write(deed)
    await ticks(world)


async def became(world: World, name: str) -> tuple[Outcome, By]:
    settled = await world.newest(name, Settled)
    return settled.outcome, settled.by
