"""What has happened to the pairs of a world, written down as it is stored: sessions, nudges, messages, their state."""

from datetime import datetime, timedelta

from mentoring.notices import NoticeKind
from mentoring.sessions import SessionKind, SessionState
from storage.models import Delivery, DeliveryState, Notice, Pair, Session
from storage.transaction import Transaction
from tests.services.world import WORKSPACE, World


async def has_met(world: World, pair: str, *days_ago: int, state: SessionState = SessionState.HAPPENED) -> None:
    """A pair had sessions so many days ago."""

    async def deed(tx: Transaction) -> None:
        for days in days_ago:
            on = (world.now - timedelta(days=days)).date()
            tx.add(
                Session(
                    workspace_id=WORKSPACE, pair_id=pair, kind=SessionKind.SESSION, state=state, happened_on=on,
                    created_at=world.now,
                )
            )  # fmt: skip

    await world.store.write(deed)


async def was_nudged(
    world: World,
    pair: str,
    days_ago: int,
    kind: NoticeKind = NoticeKind.HAVE_NOT_MET,
    state: DeliveryState = DeliveryState.SENT,
    **became: datetime,
) -> None:
    """Tom was nudged about a pair so many days ago; the message came to some state, and so did the nudge."""
    at, tom = world.now - timedelta(days=days_ago), await world.id_of("tom")

    async def deed(tx: Transaction) -> None:
        delivery = Delivery(
            workspace_id=WORKSPACE, person_id=tom, state=state, created_at=at, not_before=at, ended_at=at
        )
        tx.add(delivery)
        await tx.flush()
        tx.add(
            Notice(
                workspace_id=WORKSPACE, kind=kind, subject=pair, occurrence=f"{at} {state}", receiver=tom,
                pair_id=pair, facts={}, day=at.date(), delivery_id=delivery.id, created_at=at, **became,
            )
        )  # fmt: skip

    await world.store.write(deed)


async def becomes(world: World, pair: str, **values: object) -> None:
    """Change columns of a pair."""

    async def deed(tx: Transaction) -> None:
        row = await tx.get_one(Pair, pair)
        for name, value in values.items():
            setattr(row, name, value)

    await world.store.write(deed)


async def was_sent(world: World, days_ago: float, state: DeliveryState, error: str | None = None) -> None:
    """A message to Tom that said nothing came to some state so many days ago."""
    at, tom = world.now - timedelta(days=days_ago), await world.id_of("tom")

    async def deed(tx: Transaction) -> None:
        tx.add(
            Delivery(
                workspace_id=WORKSPACE, person_id=tom, state=state, error=error, created_at=at, not_before=at,
                ended_at=None if state == DeliveryState.IN_DOUBT else at,
            )
        )  # fmt: skip

    await world.store.write(deed)
