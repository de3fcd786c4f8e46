"""The first owner or admin who wants to set the programme up becomes its organiser, also once all others have left."""

from mentoring.people import Profile
from mentoring.refusals import Reason, Refusal
from services.context import Services
from storage.people import keep_profile, mark_homes_stale, organisers_of, people_of
from storage.programmes import add_organiser, first_programme, remove_organisers
from storage.transaction import Transaction


async def become_organiser(services: Services, workspace: str, profile: Profile) -> None:
    """Let an organiser pass, and make an owner or admin organiser where there is none yet.

    Raises:
        Refusal: Somebody else organises, or this person administers nothing.
    """

    async def deed(tx: Transaction) -> None:
        programme = await first_programme(tx, workspace)
        # Locked, so that of two admins who come first, one is.
        await tx.refresh(programme, with_for_update={"key_share": True})
        organisers = await organisers_of(tx, workspace)
        if any(organiser.slack_id == profile.user for organiser in organisers):
            return
        if organisers or not profile.is_admin or profile.home != workspace:
            raise Refusal(Reason.NOT_ORGANISER, names=", ".join(organiser.name for organiser in organisers))
        person = await keep_profile(tx, workspace, profile)
        # Whoever organised it and has left does not do so again by coming back.
        await remove_organisers(tx, programme, {person.id})
        await add_organiser(tx, programme, person)
        await mark_homes_stale(tx, services.now(), await people_of(tx, workspace))

    await services.write(deed)
