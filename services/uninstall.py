"""Rapport was removed from a workspace: it falls silent at once, and forgets after thirty days."""

from datetime import timedelta

from sqlalchemy import delete

from services.context import Services
from storage.models import Workspace
from storage.transaction import Transaction

KEPT_FOR = timedelta(days=30)


async def uninstall(services: Services, workspace: str) -> None:
    """Send nothing more there. Installed again within thirty days, everything is as it was."""

    async def deed(tx: Transaction) -> None:
        row = await tx.get(Workspace, workspace, with_for_update=True)
        if row and row.uninstalled_at is None:
            row.uninstalled_at = services.now()

    await services.write(deed)


async def forget_uninstalled(services: Services) -> None:
    """Delete all there is of workspaces that removed Rapport thirty days ago."""

    async def deed(tx: Transaction) -> None:
        await tx.execute(delete(Workspace).where(Workspace.uninstalled_at <= services.now() - KEPT_FOR))

    await services.store.write(deed)
