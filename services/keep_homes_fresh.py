"""Which App Homes have to be published anew."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select, update

from services.context import Services
from storage.models import Person, Workspace
from storage.transaction import Transaction

# Asked at every wake-up, and so made once: making a statement takes longer than running it.
STALE = (
    select(Person)
    .join(Workspace, Workspace.id == Person.workspace_id)
    .where(Person.home_stale_since.is_not(None), Person.deactivated.is_(False), Workspace.uninstalled_at.is_(None))
    .order_by(Person.home_stale_since, Person.id)
    .limit(bindparam("limit"))
)


@dataclass(frozen=True)
class StaleHome:
    """An App Home that no longer shows what is. `user` and `workspace` are Slack's ids."""

    person_id: str
    user: str
    workspace: str
    stale_since: datetime


async def stale_homes(services: Services, limit: int) -> tuple[StaleHome, ...]:
    """The homes that are out of date, the longest first, of those who opened theirs and are still here."""

    async def look(tx: Transaction) -> tuple[StaleHome, ...]:
        people = await tx.scalars(STALE, {"limit": limit})
        return tuple(
            StaleHome(person.id, person.slack_id, person.workspace_id, person.home_stale_since)
            for person in people
            if person.home_stale_since
        )

    return await services.glance(look)


async def home_published(services: Services, home: StaleHome) -> None:
    """Note that a home shows what was as of `stale_since`; it stays stale if something changed since."""

    async def deed(tx: Transaction) -> None:
        await tx.execute(
            update(Person)
            .where(Person.id == home.person_id, Person.home_stale_since == home.stale_since)
            .values(home_stale_since=None)
        )

    # No `services.write`: that wakes whoever publishes homes, which is who asks.
    await services.store.write(deed)
