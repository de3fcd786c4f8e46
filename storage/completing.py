"""What became of deliveries, noted where they are."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, bindparam, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.sql.dml import ReturningUpdate

from storage.models import Delivery, DeliveryState
from storage.transaction import Transaction


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
    """It may have arrived, in this channel if any was known, and must not be sent again before that is known.

    `counts`: whether this was a try, be it to send or to find out (that Slack cannot be reached is none).
    """

    channel: str | None
    error: str
    counts: bool = True


@dataclass(frozen=True)
class Unconfirmed:
    """It may have arrived, and nobody can find out. The reason is shown to the operator, who decides."""

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


Completion = Sent | Retry | InDoubt | Unconfirmed | Dead | Expired | Cancelled


async def complete(tx: Transaction, claimed: Delivery, completion: Completion, now: datetime) -> bool:
    """Note what became of a delivery claimed for sending or settling. False: the claim was over; nothing was changed.

    A redrawing that would be tried again is cancelled when a newer one of the same post waits already.
    """
    if not isinstance(completion, Retry) or claimed.redraws_id is None:
        return await _note(tx, claimed, changes(completion, now, claimed.attempts))
    try:
        async with tx.begin_nested():
            return await _note(tx, claimed, changes(completion, now, claimed.attempts))
    except IntegrityError:
        return await _note(tx, claimed, changes(Cancelled(), now))


async def _note(tx: Transaction, claimed: Delivery, what: dict[str, Any]) -> bool:
    new = {f"new_{column}": value for column, value in what.items()}
    noted = await tx.scalar(
        _note_of_claimed(tuple(what)), {"claimed": claimed.id, "token": claimed.lease_token, **new},
        execution_options={"synchronize_session": False},
    )  # fmt: skip
    return noted is not None


# Made once for each way to end: making a statement takes longer than running it.
@cache
def _note_of_claimed(columns: tuple[str, ...]) -> ReturningUpdate[int]:
    return (
        update(Delivery)
        .where(Delivery.id == bindparam("claimed"), Delivery.lease_token == bindparam("token"))
        .values({column: bindparam(f"new_{column}") for column in columns})
        .returning(Delivery.id)
    )


def changes(completion: Completion, now: datetime, attempts: int = 0) -> dict[str, Any]:
    """What a completion changes of a delivery that has been tried some times."""
    match completion:
        case Sent(channel, ts):
            return _ended(DeliveryState.SENT, now, channel=channel, ts=ts, error=None)
        case Dead(error):
            return _ended(DeliveryState.DEAD, now, error=error)
        case Unconfirmed(error):
            return _ended(DeliveryState.UNCONFIRMED, now, error=error)
        case Expired():
            return _ended(DeliveryState.EXPIRED, now)
        case Cancelled():
            return _ended(DeliveryState.CANCELLED, now)
        case Retry(not_before, error, counts):
            return {
                "state": DeliveryState.PENDING,
                "not_before": not_before,
                "error": error,
                "attempts": attempts + int(counts),
                "lease_token": None,
                "lease_until": None,
            }
        case InDoubt(channel, error, counts):
            # The end of the lease stays: only some time after it can Slack's history tell whether the message arrived.
            return {
                "state": DeliveryState.IN_DOUBT,
                "channel": channel,
                "error": error,
                "attempts": attempts + int(counts),
                "lease_token": None,
            }


def _ended(state: DeliveryState, now: datetime, **facts: str | None) -> dict[str, Any]:
    return {"state": state, "ended_at": now, "lease_token": None, "lease_until": None, **facts}


async def change(tx: Transaction, which: Sequence[ColumnElement[bool]], what: dict[str, Any]) -> list[int]:
    """Change deliveries; the ids of those that were."""
    changed = await tx.scalars(
        update(Delivery).where(*which).values(**what).returning(Delivery.id),
        execution_options={"synchronize_session": False},
    )
    return sorted(changed)
