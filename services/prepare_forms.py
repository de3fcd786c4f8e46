"""What a form starts with, for whoever opens it."""

from mentoring.forms import SettingsDraft
from mentoring.pairs import PairDraft
from mentoring.people import Actor
from mentoring.programmes import ProgrammeValues
from services.context import Services
from services.knowing import known_person, organised_programme
from services.programme_settings import values_of
from services.settings import settings_of
from storage.programmes import first_programme
from storage.transaction import Transaction


async def prepare_pair(services: Services, actor: Actor) -> PairDraft:
    """The form that pairs two people.

    Raises:
        Refusal: The actor organises nothing.
    """

    async def look(tx: Transaction) -> PairDraft:
        _, programme = await organised_programme(tx, actor)
        return PairDraft(programme.rhythm_days, asks_channel=programme.channel is None)

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
