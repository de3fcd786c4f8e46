"""Somebody Rapport has not met becomes known."""

from mentoring.people import Actor, Profile
from mentoring.refusals import Reason, Refusal
from services.context import Services
from storage.people import find_person, keep_profile
from storage.transaction import Transaction


async def is_known(services: Services, actor: Actor) -> bool:
    """Whether Rapport has met whoever acted."""

    async def look(tx: Transaction) -> bool:
        return await find_person(tx, actor) is not None

    return await services.glance(look)


async def meet(services: Services, workspace: str, profile: Profile) -> None:
    """Make somebody known, or bring what Slack says of them up to date.

    Raises:
        Refusal: They belong to another workspace, and only share a channel with this one.
    """
    if profile.home != workspace:
        raise Refusal(Reason.STRANGER)

    async def deed(tx: Transaction) -> None:
        await keep_profile(tx, workspace, profile)

    await services.write(deed)
