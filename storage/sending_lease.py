"""To whom the sending to a workspace is leased: of several processes on one PostgreSQL one sends there at a time.

Without it two could hold one channel, and each would keep Slack's pace for itself. An embedded database has one process
(process_lock.py) and needs no leases: whoever follows one that was killed need not wait for the end of its lease.
"""

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import delete, literal, select
from sqlalchemy.dialects.postgresql import insert

from storage.database_clock import database_clock
from storage.models import Delivery, DeliveryState, SendingLease
from storage.transaction import Transaction


async def lease_due_workspaces(
    tx: Transaction, now: datetime, holder: str, lease: timedelta, closed: Collection[str]
) -> list[str]:
    """Lease, or lease for longer, the sending to the workspaces where something is due; the ids of those that it got.

    Another's lease is waited for only in so far as it is being taken in the same moment.
    """
    due = (
        select(Delivery.workspace_id, literal(holder), database_clock(tx.dialect, lease))
        .where(
            Delivery.state == DeliveryState.PENDING, Delivery.not_before <= now, Delivery.workspace_id.not_in(closed)
        )
        .group_by(Delivery.workspace_id)
        # In the same order everywhere, so that two processes do not wait for each other.
        .order_by(Delivery.workspace_id)
    )
    wanted = insert(SendingLease).from_select(["workspace_id", "holder", "until"], due)
    free = (SendingLease.holder == holder) | (SendingLease.until < database_clock(tx.dialect))
    got = await tx.scalars(
        wanted.on_conflict_do_update(
            index_elements=[SendingLease.workspace_id],
            set_={"holder": wanted.excluded.holder, "until": wanted.excluded.until},
            where=free,
        ).returning(SendingLease.workspace_id)
    )
    return list(got)


async def give_up_leases(tx: Transaction, holder: str) -> None:
    """Let others send: nothing of this holder's is on its way."""
    await tx.execute(delete(SendingLease).where(SendingLease.holder == holder))
