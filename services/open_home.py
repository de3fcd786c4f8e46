"""Somebody opened their App Home: from now on it is kept fresh."""

from mentoring.people import Profile
from services.context import Services
from storage.people import keep_profile, mark_homes_stale
from storage.transaction import Transaction


async def open_home(services: Services, workspace: str, profile: Profile) -> None:
    """Make somebody known and have their App Home published."""

    async def deed(tx: Transaction) -> None:
        now = services.now()
        person = await keep_profile(tx, workspace, profile)
        person.home_opened_at = now
        await tx.flush()
        await mark_homes_stale(tx, now, (person.id,))

    await services.write(deed)
