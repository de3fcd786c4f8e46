"""An organiser changes what their programme is called, who organises it, where it celebrates, and its defaults."""

from collections.abc import Sequence

from sqlalchemy import or_, select

from mentoring.pairs import refusals_of_rhythm
from mentoring.people import Actor, Profile
from mentoring.programmes import (
    Fingerprints,
    ProgrammeValues,
    changed_meanwhile,
    fingerprints,
    refusals_to_organise,
    with_what_was_left_alone,
)
from mentoring.refusals import Reason, Refusal, refuse
from services.context import Services
from services.knowing import organised_programme
from services.name_organisers import name_organisers
from services.programme_settings import values_of
from services.shout_outs import place_refused_anew
from services.telling import is_country, keep_in_hours
from storage.intake import is_first_submit
from storage.models import Pair, Person, Programme
from storage.people import mark_homes_stale, organisers_of
from storage.transaction import Transaction


async def change_programme(
    services: Services,
    actor: Actor,
    values: ProgrammeValues,
    form_id: str,
    *,
    seen: Fingerprints | None = None,
    named: Sequence[Profile] = (),
) -> None:
    """Keep a programme's settings; posts that waited for a channel go out. A second submit changes nothing.

    Args:
        services: What every deed needs.
        actor: Who does it.
        values: What they entered.
        form_id: The form in which they did.
        seen: What that form showed when it was opened; what is as it had been seen was left alone. None: what holds.
        named: What Slack says of the organisers who were none until now.

    Raises:
        Refusals: Fields that cannot stand as they are; `CHANGED_MEANWHILE`: another organiser changed them too.
        Refusal: The actor organises nothing.
    """

    async def deed(tx: Transaction) -> None:
        now = services.now()
        person, programme = await organised_programme(tx, actor, lock=True)
        if not await is_first_submit(tx, actor.workspace, form_id, now):
            return
        current = await values_of(tx, programme)
        shown = fingerprints(current) if seen is None else seen
        refuse([*refusals_to_organise(named, actor.workspace)])
        refuse([*changed_meanwhile(values, shown, current)])
        wanted = with_what_was_left_alone(values, shown, current)
        refuse(await _refusals(tx, programme, wanted))
        hours = (programme.works_from, programme.works_until, programme.country)
        _keep(programme, wanted)
        profiles = {profile.user: profile for profile in named}
        await name_organisers(tx, now, programme, person, wanted.organisers, profiles, form_id)
        await place_refused_anew(tx, programme)
        in_it = select(Person).join(Pair, or_(Pair.mentor_id == Person.id, Pair.mentee_id == Person.id))
        people = await tx.scalars(in_it.where(Pair.programme_id == programme.id).distinct())
        concerned = {*people, *await organisers_of(tx, actor.workspace, programme.id)}
        if hours != (programme.works_from, programme.works_until, programme.country):
            for person in concerned:
                await keep_in_hours(tx, now, person, programme)
        await mark_homes_stale(tx, now, (person.id for person in concerned))

    await services.write(deed)


def _keep(programme: Programme, values: ProgrammeValues) -> None:
    programme.name = values.name.strip()
    programme.channel = values.channel
    programme.rhythm_days = values.rhythm_days
    programme.length_months = values.length_months
    programme.works_from, programme.works_until = values.works_from, values.works_until
    programme.country = values.country


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
    if not values.organisers:
        refusals.append(Refusal(Reason.EMPTY, "organisers"))
    refusals += refusals_of_rhythm(values.rhythm_days)
    if values.works_from >= values.works_until:
        refusals.append(Refusal(Reason.BAD_HOURS, "works_until"))
    if values.country is not None and not is_country(values.country):
        refusals.append(Refusal(Reason.UNKNOWN_COUNTRY, "country"))
    return refusals
