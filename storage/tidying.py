"""What the outbox needs from time to time: what was abandoned, what is in doubt, what is too late or too old.

What is late is compared with the `now` that is given; leases go by the database's clock alone.
"""

from datetime import datetime, timedelta
from functools import cache
from uuid import uuid4

from sqlalchemy import ColumnElement, Select, String, bindparam, cast, exists, or_, select, update

from storage.completing import Expired, change, changes
from storage.database_clock import database_clock
from storage.models import Delivery, DeliveryState, Notice
from storage.models.base import UtcDateTime
from storage.outbox import NEWER, in_time
from storage.transaction import Transaction

LEASE_RAN_OUT = "lease_ran_out"

# The facts of a notice that are no longer kept; what never had any can be told again from what it is about.
WIPED = {"wiped": True}
HAS_FACTS = cast(Notice.facts, String).not_in(["{}", '{"wiped": true}'])


async def is_untidy(tx: Transaction, now: datetime, settle: timedelta) -> bool:
    """Whether anything was abandoned, can be settled, or is overdue."""
    return bool(await tx.scalar(_is_untidy(tx.dialect, settle), {"now": now}))


async def park_abandoned(tx: Transaction) -> list[int]:
    """Put in doubt what was being sent when the lease ran out: the sender may have died before the post, or after it.

    Nothing is posted again by this. A redrawing does no harm twice, so it waits again, unless a newer one does already.
    Returns the ids of the deliveries that are in doubt.
    """
    overtaken = exists().where(NEWER.redraws_id == Delivery.redraws_id, NEWER.state == DeliveryState.PENDING)
    redrawing = (_is_abandoned(tx.dialect), Delivery.redraws_id.is_not(None))
    again = {"state": DeliveryState.PENDING, "lease_token": None, "lease_until": None, "error": LEASE_RAN_OUT}
    cancelled = {**again, "state": DeliveryState.CANCELLED, "ended_at": database_clock(tx.dialect)}
    await change(tx, (*redrawing, overtaken), cancelled)
    await change(tx, redrawing, again)
    doubtful = {"state": DeliveryState.IN_DOUBT, "lease_token": None, "error": LEASE_RAN_OUT}
    return await change(tx, (_is_abandoned(tx.dialect),), doubtful)


async def claim_doubtful(tx: Transaction, limit: int, settle: timedelta, lease: timedelta) -> list[Delivery]:
    """Take up to `limit` deliveries of which Slack's history can tell by now whether they arrived, oldest first.

    That is so once their lease has been over for the `settle` time. They stay in doubt, under a lease and a token that
    `complete` asks for; whatever is not completed comes again, the same time after that lease.
    """
    ripe = (
        select(Delivery.id)
        .where(_is_ripe(tx.dialect, settle))
        .order_by(Delivery.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    chosen = ripe.cte("chosen").prefix_with("MATERIALIZED", dialect="postgresql")
    claimed = await tx.scalars(
        update(Delivery)
        .where(Delivery.id == chosen.c.id)
        .values(lease_until=database_clock(tx.dialect, lease), lease_token=uuid4().hex)
        .returning(Delivery),
        execution_options={"populate_existing": True, "synchronize_session": False},
    )
    return sorted(claimed, key=lambda delivery: delivery.id)


async def expire_overdue(tx: Transaction, now: datetime) -> list[int]:
    """End what still waits although its time is over. Returns the ids of the deliveries."""
    overdue = Delivery.state == DeliveryState.PENDING, ~in_time(Delivery, now)
    return await change(tx, overdue, changes(Expired(), now))


async def wipe_facts(tx: Transaction, before: datetime) -> None:
    """Wipe the facts of notices whose post ended before an instant."""
    ended = select(Delivery.id).where(Delivery.ended_at < before)
    await tx.execute(
        update(Notice).where(Notice.delivery_id.in_(ended), HAS_FACTS).values(facts=WIPED),
        execution_options={"synchronize_session": False},
    )


def _is_abandoned(dialect: str) -> ColumnElement[bool]:
    return (Delivery.state == DeliveryState.SENDING) & (Delivery.lease_until < database_clock(dialect))


def _is_ripe(dialect: str, settle: timedelta) -> ColumnElement[bool]:
    return (Delivery.state == DeliveryState.IN_DOUBT) & (Delivery.lease_until < database_clock(dialect, -settle))


# Asked every few seconds, and so made once: making a statement takes longer than running it.
@cache
def _is_untidy(dialect: str, settle: timedelta) -> Select[bool]:
    overdue = Delivery.state == DeliveryState.PENDING, ~in_time(Delivery, bindparam("now", type_=UtcDateTime()))
    amiss = exists().where(_is_abandoned(dialect)), exists().where(_is_ripe(dialect, settle)), exists().where(*overdue)
    return select(or_(*amiss))
