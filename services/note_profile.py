"""What Slack says of somebody changed: their name, their zone, whether they are still here."""

from mentoring.people import Actor, Profile
from services.context import Services
from storage.models import Pair
from storage.pairs import pairs_of
from storage.people import find_person, keep_profile, mark_homes_stale
from storage.transaction import Transaction


async def note_profile(services: Services, workspace: str, profile: Profile) -> None:
    """Bring somebody Rapport knows up to date; whom it does not know stays unknown."""

    async def deed(tx: Transaction) -> None:
        if await find_person(tx, Actor(workspace, profile.user)) is None:
            return
        person = await keep_profile(tx, workspace, profile)
        pairs: list[Pair] = list(await pairs_of(tx, person))
        both = {id_ for pair in pairs for id_ in (pair.mentor_id, pair.mentee_id)}
        await mark_homes_stale(tx, services.now(), {person.id, *both})

    await services.write(deed)
