"""An organiser changes what their programme is called, where it celebrates, and its defaults."""

from sqlalchemy import or_, select

from mentoring.pairs import refusals_of_rhythm
from mentoring.people import Actor
from mentoring.programmes import ProgrammeValues
from mentoring.refusals import Reason, Refusal, refuse
from services.context import Services
from services.knowing import organised_programme
from services.shout_outs import place_refused_anew
from services.telling import is_country, keep_in_hours
from storage.intake import is_first_submit
from storage.models import Pair, Person, Programme
from storage.people import mark_homes_stale, organisers_of
from storage.transaction import Transaction


async def change_programme(services: Services, actor: Actor, values: ProgrammeValues, form_id: str) -> None:
    """Keep a programme's settings; posts that waited for a channel go out. A second submit changes nothing.

    Raises:
        Refusals: Fields that cannot stand as they are.
        Refusal: The actor organises nothing.
    """

    async def deed(tx: Transaction) -> None:
        now = services.now()
        _, programme = await organised_programme(tx, actor)
        if not await is_first_submit(tx, actor.workspace, form_id, now):
            return
        refuse(await _refusals(tx, programme, values))
        hours = (programme.works_from, programme.works_until, programme.country)
        programme.name = values.name.strip()
        programme.channel = values.channel
        programme.rhythm_days = values.rhythm_days
        programme.length_months = values.length_months
        programme.works_from, programme.works_until = values.works_from, values.works_until
        programme.country = values.country
        await place_refused_anew(tx, programme)
        in_it = select(Person).join(Pair, or_(Pair.mentor_id == Person.id, Pair.mentee_id == Person.id))
        people = await tx.scalars(in_it.where(Pair.programme_id == programme.id).distinct())
        concerned = {*people, *await organisers_of(tx, actor.workspace, programme.id)}
        if hours != (programme.works_from, programme.works_until, programme.country):
            for person in concerned:
                await keep_in_hours(tx, now, person, programme)
        await mark_homes_stale(tx, now, (person.id for person in concerned))

    await services.write(deed)


async def _refusals(tx: Transaction, programme: Programme, values: ProgrammeValues) -> list[Refusal]:
    refusals = []
    if not values.name.strip():
        refusals.append(Refusal(Reason.EMPTY, "name"))
    same_name = select(Programme.id).where(
        Programme.workspace_id == programme.workspace_id,
        Programme.id != programme.id,
        Programme.name == values.name.strip(),
    )
    if await tx.scalar(same_name):
        refusals.append(Refusal(Reason.NAME_TAKEN, "name"))
    refusals += refusals_of_rhythm(values.rhythm_days)
    if values.works_from >= values.works_until:
        refusals.append(Refusal(Reason.BAD_HOURS, "works_until"))
    if values.country is not None and not is_country(values.country):
        refusals.append(Refusal(Reason.UNKNOWN_COUNTRY, "country"))
    return refusals
