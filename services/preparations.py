"""What prepares two people for a session follows what they prepare with. Called inside a deed's transaction."""

from datetime import datetime

from mentoring.notices import NoticeKind
from storage.notices import redraw
from storage.sessions import next_planned
from storage.transaction import Transaction


async def show_preparation(tx: Transaction, now: datetime, pair_id: str) -> None:
    """Promises or checkpoints of a pair have changed: have what prepares it for its next session drawn again."""
    planned = await next_planned(tx, (pair_id,), now)
    if planned:
        await redraw(tx, (planned.id,), (NoticeKind.BEFORE_SESSION,), now)
