"""Slack's events, remembered until they are handled and until Slack cannot send them again."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select, update

from storage.inserts import insert_once
from storage.models import SlackEvent
from storage.transaction import Transaction


async def record_event(
    tx: Transaction, workspace: str, event_id: str, kind: str, facts: Mapping[str, Any], now: datetime
) -> bool:
    """Remember an event until it is handled. False: it had come before."""
    row = await insert_once(
        tx, SlackEvent, workspace_id=workspace, event_id=event_id, kind=kind, facts=dict(facts), received_at=now
    )
    return row is not None


async def unfinished_events(
    tx: Transaction, kinds: Iterable[str], received_until: datetime, limit: int
) -> Sequence[SlackEvent]:
    """The events of these kinds that came until an instant and were never finished, oldest first."""
    query = (
        select(SlackEvent)
        .where(
            SlackEvent.handled_at.is_(None), SlackEvent.received_at <= received_until, SlackEvent.kind.in_(set(kinds))
        )
        .order_by(SlackEvent.received_at, SlackEvent.event_id)
        .limit(limit)
    )
    return (await tx.scalars(query)).all()


async def finish_event(tx: Transaction, workspace: str, event_id: str, now: datetime) -> None:
    """Remember that an event was handled."""
    await tx.execute(
        update(SlackEvent)
        .where(SlackEvent.workspace_id == workspace, SlackEvent.event_id == event_id)
        .values(handled_at=now)
    )


async def forget_events(tx: Transaction, received_until: datetime) -> None:
    """Delete the finished events that came until an instant."""
    await tx.execute(
        delete(SlackEvent).where(SlackEvent.handled_at.is_not(None), SlackEvent.received_at <= received_until)
    )
