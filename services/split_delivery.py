"""A post has more to tell than a message holds: the rest goes into one of its own."""

from collections.abc import Collection

from sqlalchemy import update

from services.context import Services
from storage.models import Delivery, DeliveryState, Notice
from storage.transaction import Transaction


async def split_delivery(services: Services, delivery_id: int, notice_ids: Collection[int]) -> None:
    """Move some of the notices of a post that is being sent into a new one, which goes right after it."""

    async def deed(tx: Transaction) -> None:
        post = await tx.get_one(Delivery, delivery_id)
        rest = Delivery(
            workspace_id=post.workspace_id, person_id=post.person_id, pair_id=post.pair_id,
            programme_id=post.programme_id, state=DeliveryState.PENDING, created_at=services.now(),
            not_before=post.not_before, expires_at=post.expires_at,
        )  # fmt: skip
        tx.add(rest)
        await tx.flush()
        here = Notice.delivery_id == post.id, Notice.id.in_(notice_ids)
        await tx.execute(update(Notice).where(*here).values(delivery_id=rest.id))

    await services.write(deed)
