"""What will be told to whom in the weeks to come, if nobody does anything."""

from datetime import datetime

from sqlalchemy import select

from mentoring.forecast import Foreseen, forecast
from services.context import Services
from services.nudging import ON_THEIR_WAY
from services.snapshots import snapshots
from storage.models import Pair
from storage.transaction import Transaction


async def foresee(services: Services, workspace: str, until: datetime) -> list[Foreseen]:
    """The nudges of a workspace's pairs from now until an instant, in order. Nothing is written or sent."""
    now = services.now()

    async def look(tx: Transaction) -> list[Foreseen]:
        pairs = await tx.scalars(select(Pair).where(Pair.workspace_id == workspace, Pair.state.in_(ON_THEIR_WAY)))
        seen = await snapshots(tx, pairs.all())
        return list(forecast(seen.values(), now, until))

    return await services.read(look)
