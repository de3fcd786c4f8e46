"""What has lost its meaning before its post goes is no part of that post, also when the post is drawn again."""

from collections.abc import Collection

from sqlalchemy import delete, update

from services.context import Services
from services.snapshots import NUDGES
from storage.models import Notice
from storage.transaction import Transaction


async def drop_unsaid(services: Services, notice_ids: Collection[int]) -> None:
    """Take notices out of the post that is being sent. A nudge was not told, then, and may be on another day."""

    async def deed(tx: Transaction) -> None:
        unsaid = Notice.id.in_(notice_ids)
        await tx.execute(delete(Notice).where(unsaid, Notice.kind.in_(NUDGES)))
        await tx.execute(update(Notice).where(unsaid).values(delivery_id=None))

    await services.write(deed)
