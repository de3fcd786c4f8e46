"""Rapport was let into a channel: what it could not post there goes out now."""

from sqlalchemy import select

from services.context import Services
from services.report_refused_post import tell_channel_closed
from services.shout_outs import place_refused_anew
from storage.models import Programme, Workspace
from storage.programmes import first_programme
from storage.transaction import Transaction


async def let_in(services: Services, workspace: str, channel: str, user: str) -> None:
    """Send again what a celebrations channel refused, as long as it is waited for; when anybody else joins, nothing.

    `channel` and `user` are Slack's ids.
    """

    async def deed(tx: Transaction) -> None:
        if user != (await tx.get_one(Workspace, workspace)).bot_user_id:
            return
        celebrating = select(Programme).where(Programme.workspace_id == workspace, Programme.channel == channel)
        for programme in (await tx.scalars(celebrating)).all():
            programme.closed_told_at = None
            await place_refused_anew(tx, programme)

    await services.write(deed)


async def report_closed_channel(services: Services, workspace: str) -> None:
    """Rapport is not in the celebrations channel that was just chosen: its organisers are told how to let it in."""

    async def deed(tx: Transaction) -> None:
        await tell_channel_closed(tx, services.now(), await first_programme(tx, workspace))

    await services.write(deed)
