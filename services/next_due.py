"""When time brings the next thing: for a clock that can be moved on, such as the playground's."""

from datetime import datetime

from sqlalchemy import bindparam, func, select, union_all

from mentoring.consent import ShoutOutState
from services.context import Services
from storage.lists import is_any
from storage.models import Delivery, DeliveryState, Organiser, Pair, ShoutOut
from storage.models.base import UtcDateTime
from storage.transaction import Transaction

NOW = bindparam("now", type_=UtcDateTime())
WAITS = Delivery.state == DeliveryState.PENDING
# A post for the channel that nobody waits for any more is given up.
IS_OPEN = is_any(ShoutOut.state, (ShoutOutState.ASKING, ShoutOutState.AGREED))

# Made once: making a statement takes longer than running it.
FIRSTS = union_all(
    select(func.min(Delivery.not_before).label("at")).where(WAITS, Delivery.not_before > NOW),
    select(func.min(Pair.look_at)).where(Pair.look_at > NOW),
    select(func.min(Organiser.look_at)).where(Organiser.look_at > NOW),
    select(func.min(ShoutOut.waits_until)).where(IS_OPEN, ShoutOut.waits_until > NOW),
).subquery()
FIRST = select(func.min(FIRSTS.c.at))


async def next_due(services: Services) -> datetime | None:
    """When, after now, the next delivery may go or something is to be looked at; None: nothing is to come."""
    now = services.now()

    async def look(tx: Transaction) -> datetime | None:
        at: datetime | None = await tx.scalar(FIRST, {"now": now})
        return at

    return await services.glance(look)
