"""Rapport was let into a channel: what it could not post there goes out now."""

from sqlalchemy import select

from mentoring.consent import ShoutOutState
from mentoring.notices import NoticeKind
from services.context import Services
from services.report_refused_post import tell_channel_closed
from storage.models import Delivery, DeliveryState, Notice, Programme, ShoutOut, Workspace
from storage.programmes import first_programme
from storage.transaction import Transaction


async def let_in(services: Services, workspace: str, channel: str, user: str) -> None:
    """Send again what a celebrations channel refused, as long as it is waited for; when anybody else joins, nothing.

    `channel` and `user` are Slack's ids.
    """

    async def deed(tx: Transaction) -> None:
        now = services.now()
        if user != (await tx.get_one(Workspace, workspace)).bot_user_id:
            return
        refused = await tx.scalars(
            select(Delivery)
            .join(Programme, Programme.id == Delivery.programme_id)
            .join(Notice, Notice.delivery_id == Delivery.id)
            .join(ShoutOut, ShoutOut.id == Notice.subject)
            .where(
                Programme.workspace_id == workspace,
                Programme.channel == channel,
                Notice.kind == NoticeKind.SHOUT_OUT.value,
                Delivery.state == DeliveryState.DEAD,
                ShoutOut.state == ShoutOutState.AGREED.value,
                ShoutOut.waits_until > now,
            )
            .with_for_update(of=Delivery)
        )
        for delivery in refused.unique():
            delivery.state = DeliveryState.PENDING
            delivery.not_before = now
            delivery.attempts = 0
            delivery.error = delivery.ended_at = None

    await services.write(deed)


async def report_closed_channel(services: Services, workspace: str) -> None:
    """Rapport is not in the celebrations channel that was just chosen: its organisers are told how to let it in."""

    async def deed(tx: Transaction) -> None:
        await tell_channel_closed(tx, services.now(), await first_programme(tx, workspace))

    await services.write(deed)
