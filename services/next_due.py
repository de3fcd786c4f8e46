"""When time brings the next thing: for a clock that can be moved on, such as the playground's."""

from datetime import datetime

from sqlalchemy import func, select

from services.context import Services
from storage.models import Delivery, DeliveryState, Pair
from storage.transaction import Transaction


async def next_due(services: Services) -> datetime | None:
    """When, after now, the next delivery may go or the next pair is to be looked at; None: nothing is to come."""
    now = services.now()

    async def look(tx: Transaction) -> datetime | None:
        waiting = select(func.min(Delivery.not_before)).where(
            Delivery.state == DeliveryState.PENDING, Delivery.not_before > now
        )
        looks = select(func.min(Pair.look_at)).where(Pair.look_at > now)
        found = [await tx.scalar(waiting), await tx.scalar(looks)]
        return min(filter(None, found), default=None)

    return await services.read(look)
