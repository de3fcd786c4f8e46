"""The pauses of pairs."""

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select

from storage.models import Pair, Pause
from storage.transaction import Transaction


async def pause_of(tx: Transaction, pair: Pair, now: datetime) -> Pause | None:
    """The pause in which a pair is now; the pair is locked, so that nobody else begins or ends one."""
    return await tx.scalar(
        select(Pause)
        .where(Pause.pair_id == pair.id, Pause.since <= now, Pause.until > now)
        .order_by(Pause.since.desc())
        .limit(1)
    )


async def pauses_of(tx: Transaction, pair_ids: Collection[str]) -> dict[str, list[Pause]]:
    """All pauses that pairs have had, by the pair's id."""
    found: dict[str, list[Pause]] = defaultdict(list)
    for pause in await tx.scalars(select(Pause).where(Pause.pair_id.in_(pair_ids)).order_by(Pause.since)):
        found[pause.pair_id].append(pause)
    return found
