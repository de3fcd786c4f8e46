"""What a form starts with, for whoever opens it."""

from dataclasses import replace

from mentoring.forms import SettingsDraft
from mentoring.pairs import PairDraft, Role
from mentoring.people import Actor
from mentoring.programmes import ProgrammeValues
from mentoring.refusals import Reason, Refusal
from services.context import Services
from services.knowing import known_person, organised_programme
from services.programme_settings import values_of
from services.settings import settings_of
from storage.join_wishes import find_wish
from storage.programmes import first_programme
from storage.transaction import Transaction


async def prepare_pair(services: Services, actor: Actor, *, wish_id: str | None = None) -> PairDraft:
    """The form that pairs two people; with a wish, for whoever has it.

    Raises:
        Refusal: The actor organises nothing, or the wish is gone.
    """

    async def look(tx: Transaction) -> PairDraft:
        _, programme = await organised_programme(tx, actor)
        draft = PairDraft(programme.rhythm_days, asks_channel=programme.channel is None)
        if wish_id is None:
            return draft
        found = await find_wish(tx, actor.workspace, wish_id)
        if found is None:
            raise Refusal(Reason.WISH_GONE)
        wish, person = found
        is_mentor = wish.role == Role.MENTOR
        return replace(draft, mentor=person.slack_id) if is_mentor else replace(draft, mentee=person.slack_id)

    return await services.read(look)


async def prepare_programme(services: Services, actor: Actor) -> ProgrammeValues:
    """The programme's settings as they are.

    Raises:
        Refusal: The actor organises nothing.
    """

    async def look(tx: Transaction) -> ProgrammeValues:
        _, programme = await organised_programme(tx, actor)
        return await values_of(tx, programme)

    return await services.read(look)


async def prepare_settings(services: Services, actor: Actor) -> SettingsDraft:
    """Somebody's own settings as they are.

    Raises:
        Refusal: Rapport does not know them.
    """

    async def look(tx: Transaction) -> SettingsDraft:
        person = await known_person(tx, actor)
        return SettingsDraft(settings_of(person, await first_programme(tx, actor.workspace)), person.locale)

    return await services.read(look)
