"""Nudges whose time was over before they could be sent: they were not told. Called inside a transaction."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select, update

from services.snapshots import NUDGES
from storage.models import Notice, Pair
from storage.transaction import Transaction


async def look_again(tx: Transaction, now: datetime, delivery_ids: Collection[int]) -> None:
    """Have the rules look again at the pairs of which these deliveries were to tell: another day may do."""
    unsaid = select(Notice.pair_id).where(Notice.delivery_id.in_(delivery_ids), Notice.kind.in_(NUDGES))
    await tx.execute(
        update(Pair).where(Pair.id.in_(unsaid)).values(look_at=now), execution_options={"synchronize_session": False}
    )
