"""The first owner or admin who wants to set the programme up becomes its organiser."""

from mentoring.people import Profile
from mentoring.refusals import Reason, Refusal
from services.context import Services
from storage.models import Organiser
from storage.people import keep_profile, organisers_of
from storage.programmes import first_programme, organised_programmes
from storage.transaction import Transaction


async def become_organiser(services: Services, workspace: str, profile: Profile) -> None:
    """Let an organiser pass, and make an owner or admin organiser where there is none yet.

    Raises:
        Refusal: Somebody else organises, or this person administers nothing.
    """

    async def deed(tx: Transaction) -> None:
        programme = await first_programme(tx, workspace)
        # Locked, so that of two admins who come first, one is.
        await tx.refresh(programme, with_for_update=True)
        organisers = await organisers_of(tx, workspace)
        if any(organiser.slack_id == profile.user for organiser in organisers):
            return
        if organisers or not profile.is_admin:
            raise Refusal(Reason.NOT_ORGANISER, names=", ".join(organiser.name for organiser in organisers))
        person = await keep_profile(tx, workspace, profile)
        if not await organised_programmes(tx, person):
            tx.add(Organiser(workspace_id=workspace, programme_id=programme.id, person_id=person.id))

    await services.write(deed)
