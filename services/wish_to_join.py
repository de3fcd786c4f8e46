"""Somebody would like to be paired, as mentor or as mentee; or not any more. It reaches the organisers' list."""

from datetime import datetime

from mentoring.pairs import Role
from mentoring.people import Actor, Profile, reason_against
from mentoring.refusals import Reason, Refusal
from services.context import Services
from services.knowing import known_person
from storage.join_wishes import forget_wish, keep_wish
from storage.models import Person
from storage.people import keep_profile, mark_homes_stale, organisers_of
from storage.transaction import Transaction


async def wish_to_join(services: Services, workspace: str, profile: Profile, role: Role) -> None:
    """Keep a wish, for the organisers to read. The same wish twice keeps its place in the list.

    Raises:
        Refusal: Nobody could pair this person.
    """

    async def deed(tx: Transaction) -> None:
        reason = reason_against(profile, workspace)
        if reason:
            raise Refusal(Reason.STRANGER if reason is Reason.OTHER_WORKSPACE else Reason.CANNOT_JOIN)
        now = services.now()
        person = await keep_profile(tx, workspace, profile)
        await keep_wish(tx, person, role, now)
        await _show(tx, now, person)

    await services.write(deed)


async def wish_no_longer(services: Services, actor: Actor, role: Role) -> None:
    """Forget a wish. Doing so twice leaves it forgotten.

    Raises:
        Refusal: Rapport does not know this person.
    """

    async def deed(tx: Transaction) -> None:
        now = services.now()
        person = await known_person(tx, actor)
        await forget_wish(tx, person.id, role)
        await _show(tx, now, person)

    await services.write(deed)


async def _show(tx: Transaction, now: datetime, person: Person) -> None:
    organisers = await organisers_of(tx, person.workspace_id)
    await mark_homes_stale(tx, now, (person.id, *(organiser.id for organiser in organisers)))
