"""What has not been sent is not sent any more: for a history that nobody lived through, such as a made-up one."""

from sqlalchemy import update

from services.context import Services
from storage.models import Delivery, DeliveryState
from storage.transaction import Transaction


async def discard_unsent(services: Services, workspace: str) -> None:
    """Cancel every delivery of a workspace that waits."""

    async def deed(tx: Transaction) -> None:
        await tx.execute(
            update(Delivery)
            .where(Delivery.workspace_id == workspace, Delivery.state == DeliveryState.PENDING)
            .values(state=DeliveryState.CANCELLED, ended_at=services.now())
        )

    await services.store.write(deed)
