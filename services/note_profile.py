"""What Slack says of somebody changed: their name, their zone, whether they are still here."""

from mentoring.pairs import LIVELY, PairState
from mentoring.people import Actor, Profile
from services.context import Services
from services.departures import held_pairs_of, leave
from services.telling import keep_in_hours
from storage.pairs import pairs_of, partner_of
from storage.people import find_person, keep_profile, mark_homes_stale
from storage.programmes import first_programme
from storage.transaction import Transaction


async def note_profile(services: Services, workspace: str, profile: Profile) -> None:
    """Bring somebody Rapport knows up to date, who may have left; whom it does not know stays unknown."""

    async def deed(tx: Transaction) -> None:
        known = await find_person(tx, Actor(workspace, profile.user))
        if known is None:
            return
        now = services.now()
        held = await held_pairs_of(tx, known) if profile.is_deactivated else ()
        person = await keep_profile(tx, workspace, profile)
        if person.deactivated:
            await leave(tx, now, person, held)
            return
        await keep_in_hours(tx, now, person, await first_programme(tx, workspace))
        pairs = await pairs_of(tx, person, (PairState.PROPOSED, *LIVELY))
        await mark_homes_stale(tx, now, {person.id, *(partner_of(pair, person.id) for pair in pairs)})

    await services.write(deed)
