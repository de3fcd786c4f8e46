"""The outbox: taking the deliveries that are due, and noting what became of them.

What is due is compared with the `now` that is given; leases go by the database's clock alone.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    String,
    bindparam,
    exists,
    func,
    or_,
    select,
    tuple_,
    type_coerce,
    update,
)
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import aliased

from storage.models import Delivery, DeliveryState
from storage.models.base import UtcDateTime
from storage.transaction import Transaction

LEASE_RAN_OUT = "lease_ran_out"

# Other deliveries that one is compared with. Made once, since making one is slower than what is asked with it.
FLYING, NEWER, OLDER, POST = (aliased(Delivery) for _ in range(4))


@dataclass(frozen=True)
class Sent:
    """Slack took it, and knows it by this channel and ts."""

    channel: str
    ts: str


@dataclass(frozen=True)
class Retry:
    """It certainly did not arrive, and may be tried again. `counts`: whether this was a try (a 429 is none)."""

    not_before: datetime
    error: str
    counts: bool = True


@dataclass(frozen=True)
class InDoubt:
    """It may have arrived, in this channel if any was known, and must not be sent again in silence."""

    channel: str | None
    error: str


@dataclass(frozen=True)
class Dead:
    """It can never arrive. The reason is shown to the operator."""

    error: str


@dataclass(frozen=True)
class Expired:
    """Its time was over before it could be sent."""


@dataclass(frozen=True)
class Cancelled:
    """Events overtook it: there was nothing left to tell."""


Completion = Sent | Retry | InDoubt | Dead | Expired | Cancelled


async def claim_due(
    tx: Transaction, now: datetime, limit: int, lease: timedelta, *, closed: Collection[str] = ()
) -> list[Delivery]:
    """Take up to `limit` due deliveries for sending, oldest first. They are `sending` from the commit on.

    Nothing is taken for the workspaces that are `closed` for now, so what waits there keeps its order.

    For one receiver only the oldest due delivery is taken, and none while another is being sent, so that what a person
    or a channel gets stays in order. A redrawing waits while the post that it redraws is on its way.

    Each comes with a lease token, which `complete` asks for, and a correlation id that stays the same over its tries.
    The lease has begun before this returns: count it from before the call.
    """
    due = (
        select(Delivery.id)
        .where(
            Delivery.state == DeliveryState.PENDING,
            Delivery.not_before <= now,
            Delivery.workspace_id.not_in(closed),
            _in_time(Delivery, now),
            _may_go(),
            ~_older_one_is_due(now),
        )
        .order_by(Delivery.not_before, Delivery.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    # Materialized: PostgreSQL may run a plain subquery again, and with SKIP LOCKED would take more than the limit.
    chosen = due.cte("chosen").prefix_with("MATERIALIZED", dialect="postgresql")
    claimed = await tx.scalars(
        update(Delivery)
        .where(Delivery.id == chosen.c.id)
        .values(
            state=DeliveryState.SENDING,
            lease_until=_database_clock(tx, lease),
            lease_token=uuid4().hex,
            correlation_id=func.coalesce(Delivery.correlation_id, _random_id(tx)),
        )
        .returning(Delivery),
        execution_options={"populate_existing": True, "synchronize_session": False},
    )
    return sorted(claimed, key=lambda delivery: (delivery.not_before, delivery.id))


async def complete(tx: Transaction, claimed: Delivery, completion: Completion, now: datetime) -> bool:
    """Note what became of a claimed delivery. False: the claim was over, and nothing was changed.

    A redrawing that would be tried again is cancelled when a newer one of the same post waits already.
    """
    if not isinstance(completion, Retry) or claimed.redraws_id is None:
        return await _note(tx, claimed, _changes(completion, now))
    try:
        async with tx.begin_nested():
            return await _note(tx, claimed, _changes(completion, now))
    except IntegrityError:
        return await _note(tx, claimed, _changes(Cancelled(), now))


async def park_abandoned(tx: Transaction) -> list[int]:
    """Put in doubt what was being sent when the lease ran out: the sender may have died before the post, or after it.

    Nothing is posted again by this. A redrawing does no harm twice, so it waits again, unless a newer one does already.
    Returns the ids of the deliveries that are in doubt.
    """
    overtaken = exists().where(NEWER.redraws_id == Delivery.redraws_id, NEWER.state == DeliveryState.PENDING)
    abandoned = (Delivery.state == DeliveryState.SENDING, Delivery.lease_until < _database_clock(tx))
    redrawing = (*abandoned, Delivery.redraws_id.is_not(None))
    again = {"state": DeliveryState.PENDING, "lease_token": None, "lease_until": None, "error": LEASE_RAN_OUT}
    cancelled = {**again, "state": DeliveryState.CANCELLED, "ended_at": _database_clock(tx)}
    await _change(tx, (*redrawing, overtaken), cancelled)
    await _change(tx, redrawing, again)
    return await _change(tx, abandoned, {"state": DeliveryState.IN_DOUBT, "lease_token": None, "error": LEASE_RAN_OUT})


async def expire_overdue(tx: Transaction, now: datetime) -> list[int]:
    """End what still waits although its time is over. Returns the ids of the deliveries."""
    return await _change(
        tx, (Delivery.state == DeliveryState.PENDING, ~_in_time(Delivery, now)), _changes(Expired(), now)
    )


async def next_due(tx: Transaction, now: datetime, *, closed: Collection[str] = ()) -> datetime | None:
    """When the next delivery can be claimed, as far as it is a matter of time; `now` or earlier: at once.

    What waits for a delivery that is being sent is left out: its turn comes when that one is completed.
    """
    return await tx.scalar(NEXT_DUE, {"now": now, "closed": list(closed)})


def _in_time(delivery: type[Delivery], now: datetime | BindParameter[datetime]) -> ColumnElement[bool]:
    return or_(delivery.expires_at.is_(None), delivery.expires_at > now)


def _may_go() -> ColumnElement[bool]:
    """Nothing is on its way to the same receiver, nor is the post that this one redraws."""
    receiver_is_busy = exists().where(FLYING.state == DeliveryState.SENDING, FLYING.receiver == Delivery.receiver)
    return ~receiver_is_busy & ~_redraws_what_is_to_come(Delivery)


def _redraws_what_is_to_come(delivery: type[Delivery]) -> ColumnElement[bool]:
    return exists().where(
        POST.id == delivery.redraws_id, POST.state.in_([DeliveryState.PENDING, DeliveryState.SENDING])
    )


def _older_one_is_due(now: datetime) -> ColumnElement[bool]:
    return exists().where(
        OLDER.state == DeliveryState.PENDING,
        tuple_(OLDER.not_before, OLDER.id) < tuple_(Delivery.not_before, Delivery.id),
        _in_time(OLDER, now),
        OLDER.receiver == Delivery.receiver,
        ~_redraws_what_is_to_come(OLDER),
    )


async def _note(tx: Transaction, claimed: Delivery, changes: dict[str, Any]) -> bool:
    claim = (
        Delivery.id == claimed.id,
        Delivery.state == DeliveryState.SENDING,
        Delivery.lease_token == claimed.lease_token,
    )
    return bool(await _change(tx, claim, changes))


def _changes(completion: Completion, now: datetime) -> dict[str, Any]:
    match completion:
        case Sent(channel, ts):
            return _ended(DeliveryState.SENT, now, channel=channel, ts=ts, error=None)
        case Dead(error):
            return _ended(DeliveryState.DEAD, now, error=error)
        case Expired():
            return _ended(DeliveryState.EXPIRED, now)
        case Cancelled():
            return _ended(DeliveryState.CANCELLED, now)
        case Retry(not_before, error, counts):
            return {
                "state": DeliveryState.PENDING,
                "not_before": not_before,
                "error": error,
                "attempts": Delivery.attempts + int(counts),
                "lease_token": None,
                "lease_until": None,
            }
        case InDoubt(channel, error):
            # The end of the lease stays: only some time after it can Slack's history tell whether the message arrived.
            return {
                "state": DeliveryState.IN_DOUBT,
                "channel": channel,
                "error": error,
                "attempts": Delivery.attempts + 1,
                "lease_token": None,
            }


def _ended(state: DeliveryState, now: datetime, **facts: str | None) -> dict[str, Any]:
    return {"state": state, "ended_at": now, "lease_token": None, "lease_until": None, **facts}


async def _change(tx: Transaction, which: Sequence[ColumnElement[bool]], changes: dict[str, Any]) -> list[int]:
    changed = await tx.scalars(
        update(Delivery).where(*which).values(**changes).returning(Delivery.id),
        execution_options={"synchronize_session": False},
    )
    return sorted(changed)


def _database_clock(tx: Transaction, later: timedelta = timedelta()) -> ColumnElement[datetime]:
    seconds = later.total_seconds()
    if tx.dialect == "postgresql":
        return func.clock_timestamp() + func.make_interval(0, 0, 0, 0, 0, 0, seconds)
    # As SQLAlchemy writes instants: with a space, and six digits after the point.
    return type_coerce(func.strftime("%Y-%m-%d %H:%M:%f000", "now", f"{seconds:+.3f} seconds"), UtcDateTime())


def _random_id(tx: Transaction) -> ColumnElement[str]:
    if tx.dialect == "postgresql":
        return func.replace(func.gen_random_uuid().cast(String), "-", "")
    return func.lower(func.hex(func.randomblob(16)))


# Asked at every wake-up, and so made once: making a statement takes longer than running it.
NEXT_DUE = (
    select(Delivery.not_before)
    .where(
        Delivery.state == DeliveryState.PENDING,
        Delivery.workspace_id.not_in(bindparam("closed", expanding=True)),
        _in_time(Delivery, bindparam("now", type_=UtcDateTime())),
        _may_go(),
    )
    .order_by(Delivery.not_before)
    .limit(1)
)
