"""When time brings the next thing: for a clock that can be moved on, such as the playground's."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, select

from mentoring.consent import ShoutOutState
from services.context import Services
from storage.models import Delivery, DeliveryState, Organiser, Pair, ShoutOut
from storage.transaction import Transaction


async def next_due(services: Services) -> datetime | None:
    """When, after now, the next delivery may go or something is to be looked at; None: nothing is to come."""
    now = services.now()

    async def look(tx: Transaction) -> datetime | None:
        return min([at for at in [await tx.scalar(first) for first in _firsts(now)] if at], default=None)

    return await services.read(look)


def _firsts(now: datetime) -> Iterator[Select[Any]]:
    waits = Delivery.state == DeliveryState.PENDING
    yield select(func.min(Delivery.not_before)).where(waits, Delivery.not_before > now)
    yield select(func.min(Pair.look_at)).where(Pair.look_at > now)
    yield select(func.min(Organiser.look_at)).where(Organiser.look_at > now)
    # A post for the channel that nobody waits for any more is given up.
    open_posts = ShoutOut.state.in_([ShoutOutState.ASKING.value, ShoutOutState.AGREED.value])
    yield select(func.min(ShoutOut.waits_until)).where(open_posts, ShoutOut.waits_until > now)
