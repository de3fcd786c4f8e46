"""The outbox: taking the deliveries that are due, and when the next one is.

What is due is compared with the `now` that is given; leases go by the database's clock alone.
"""

from collections.abc import Collection
from datetime import datetime, timedelta
from functools import cache
from uuid import uuid4

from sqlalchemy import BindParameter, ColumnElement, String, bindparam, exists, func, or_, select, tuple_, update
from sqlalchemy.orm import aliased
from sqlalchemy.sql.dml import ReturningUpdate

from storage.completing import Cancelled, change, changes
from storage.database_clock import database_clock
from storage.lists import is_any
from storage.models import Delivery, DeliveryState, Notice
from storage.models.base import UtcDateTime
from storage.sending_lease import lease_due_workspaces
from storage.transaction import Transaction

# What is later than this by has piled up, most likely while Slack was away: it goes out as one message.
LATE = timedelta(minutes=10)
JOINED = "joined another post"

NOW = bindparam("now", type_=UtcDateTime())
# Other deliveries that one is compared with. Made once, since making one is slower than what is asked with it.
FLYING, NEWER, OLDER, POST = (aliased(Delivery) for _ in range(4))


async def claim_due(
    tx: Transaction,
    now: datetime,
    limit: int,
    lease: timedelta,
    *,
    closed: Collection[str] = (),
    holder: str | None = None,
) -> list[Delivery]:
    """Take up to `limit` due deliveries for sending, oldest first. They are `sending` from the commit on.

    Nothing is taken for the workspaces that are `closed` for now, so what waits there keeps its order. With a `holder`
    the sending to each workspace is leased to it, for as long, and nothing is taken for those that another one holds.

    For one receiver only the oldest due delivery is taken, and none while another is being sent, so that what a person
    or a channel gets stays in order. A redrawing waits while the post that it redraws is on its way.

    Each comes with a lease token, which `complete` asks for, and a correlation id that stays the same over its tries.
    The lease has begun before this returns: count it from before the call.

    A person's post that is much too late takes in what else is due to them: after an outage they get one message.
    """
    leased = await lease_due_workspaces(tx, now, holder, lease, closed) if holder else []
    returned = await tx.scalars(
        _claim(tx.dialect, lease, is_leased=bool(holder)),
        {"now": now, "most": limit, "closed": list(closed), "leased": leased, "token": uuid4().hex},
        execution_options={"populate_existing": True, "synchronize_session": False},
    )
    claimed = sorted(returned, key=lambda delivery: (delivery.not_before, delivery.id))
    for delivery in claimed:
        if delivery.person_id and not delivery.redraws_id and now - delivery.not_before >= LATE:
            await _take_in_what_is_due(tx, delivery, now)
    return claimed


async def next_due(tx: Transaction, now: datetime, *, closed: Collection[str] = ()) -> datetime | None:
    """When the next delivery can be claimed, as far as it is a matter of time; `now` or earlier: at once.

    What waits for a delivery that is being sent is left out: its turn comes when that one is completed.
    """
    return await tx.scalar(NEXT_DUE, {"now": now, "closed": list(closed)})


# Asked of every post, and so made once: making a statement takes longer than running it.
@cache
def _claim(dialect: str, lease: timedelta, *, is_leased: bool) -> ReturningUpdate[Delivery]:
    due = (
        select(Delivery.id)
        .where(
            Delivery.state == DeliveryState.PENDING,
            Delivery.not_before <= NOW,
            Delivery.workspace_id.not_in(bindparam("closed", expanding=True)),
            in_time(Delivery, NOW),
            _may_go(),
            ~_older_one_is_due(NOW),
        )
        .order_by(Delivery.not_before, Delivery.id)
        .limit(bindparam("most"))
        .with_for_update(skip_locked=True)
    )
    if is_leased:
        due = due.where(Delivery.workspace_id.in_(bindparam("leased", expanding=True)))
    # Materialized: PostgreSQL may run a plain subquery again, and with SKIP LOCKED would take more than the limit.
    chosen = due.cte("chosen").prefix_with("MATERIALIZED", dialect="postgresql")
    return (
        update(Delivery)
        .where(Delivery.id == chosen.c.id)
        .values(
            state=DeliveryState.SENDING,
            lease_until=database_clock(dialect, lease),
            lease_token=bindparam("token"),
            correlation_id=func.coalesce(Delivery.correlation_id, _random_id(dialect)),
        )
        .returning(Delivery)
    )


def in_time(delivery: type[Delivery], now: datetime | BindParameter[datetime]) -> ColumnElement[bool]:
    """That a delivery's time is not over."""
    return or_(delivery.expires_at.is_(None), delivery.expires_at > now)


def _may_go() -> ColumnElement[bool]:
    """Nothing is on its way to the same receiver, nor is the post that this one redraws."""
    receiver_is_busy = exists().where(FLYING.state == DeliveryState.SENDING, FLYING.receiver == Delivery.receiver)
    return ~receiver_is_busy & ~_redraws_what_is_to_come(Delivery)


def _redraws_what_is_to_come(delivery: type[Delivery]) -> ColumnElement[bool]:
    return exists().where(
        POST.id == delivery.redraws_id,
        is_any(POST.state, (DeliveryState.PENDING, DeliveryState.SENDING, DeliveryState.IN_DOUBT)),
    )


def _older_one_is_due(now: BindParameter[datetime]) -> ColumnElement[bool]:
    return exists().where(
        OLDER.state == DeliveryState.PENDING,
        tuple_(OLDER.not_before, OLDER.id) < tuple_(Delivery.not_before, Delivery.id),
        in_time(OLDER, now),
        OLDER.receiver == Delivery.receiver,
        ~_redraws_what_is_to_come(OLDER),
    )


async def _take_in_what_is_due(tx: Transaction, post: Delivery, now: datetime) -> None:
    """Move what else is due to the same person into their post, unless its time is over at another instant."""
    others = await change(
        tx,
        (
            Delivery.receiver == post.receiver,
            Delivery.state == DeliveryState.PENDING,
            Delivery.redraws_id.is_(None),
            Delivery.not_before <= now,
            Delivery.expires_at.is_not_distinct_from(post.expires_at),
        ),
        {**changes(Cancelled(), now), "error": JOINED},
    )
    if others:
        await tx.execute(update(Notice).where(Notice.delivery_id.in_(others)).values(delivery_id=post.id))


def _random_id(dialect: str) -> ColumnElement[str]:
    if dialect == "postgresql":
        return func.replace(func.gen_random_uuid().cast(String), "-", "")
    return func.lower(func.hex(func.randomblob(16)))


# Asked at every wake-up, and so made once: making a statement takes longer than running it.
NEXT_DUE = (
    select(Delivery.not_before)
    .where(
        Delivery.state == DeliveryState.PENDING,
        Delivery.workspace_id.not_in(bindparam("closed", expanding=True)),
        in_time(Delivery, NOW),
        _may_go(),
    )
    .order_by(Delivery.not_before)
    .limit(1)
)
