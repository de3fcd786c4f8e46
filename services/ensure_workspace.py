"""A workspace in which Rapport starts is known, and has a programme from the start."""

from dataclasses import dataclass

from mentoring.programmes import ProgrammeValues
from services.context import Services
from storage.inserts import insert_once
from storage.models import Programme, Workspace, new_id
from storage.transaction import Transaction


@dataclass(frozen=True)
class Installed:
    """Where Rapport is installed, as Slack says: ids of the workspace, of the bot's user and its bot and app."""

    workspace: str
    name: str
    bot_user: str
    bot_id: str = ""
    app: str = ""


async def ensure_workspace(services: Services, installed: Installed) -> None:
    """Note that Rapport runs in a workspace; installed again, it goes on where it was."""

    async def deed(tx: Transaction) -> None:
        now = services.now()
        is_new = await insert_once(
            tx, Workspace, id=installed.workspace, name=installed.name, bot_user_id=installed.bot_user, installed_at=now
        )
        if is_new:
            default = ProgrammeValues(name=installed.name)
            tx.add(
                Programme(
                    id=new_id(), workspace_id=installed.workspace, name=default.name, rhythm_days=default.rhythm_days,
                    length_months=default.length_months, works_from=default.works_from,
                    works_until=default.works_until, created_at=now,
                )
            )  # fmt: skip
        workspace = await tx.get_one(Workspace, installed.workspace, with_for_update=True)
        workspace.name = installed.name
        workspace.bot_user_id = installed.bot_user
        workspace.uninstalled_at = None

    await services.write(deed)
