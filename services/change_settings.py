"""Somebody sets when they work, which nudges they get, and how milestones of theirs are celebrated."""

from mentoring.forms import SettingsValues
from mentoring.nudges.kinds import UNLESS_CHANGED, NudgeKind
from mentoring.people import Actor
from mentoring.refusals import Reason, Refusal
from services.context import Services
from services.knowing import known_person
from services.telling import is_country, keep_in_hours
from storage.people import mark_homes_stale
from storage.programmes import first_programme
from storage.transaction import Transaction


async def change_settings(services: Services, actor: Actor, values: SettingsValues) -> None:
    """Keep somebody's settings. Doing so twice leaves them as they are.

    Raises:
        Refusal: The hours end before they begin, or Rapport does not know the country, or this person.
    """

    async def deed(tx: Transaction) -> None:
        person = await known_person(tx, actor)
        if values.works_from >= values.works_until:
            raise Refusal(Reason.BAD_HOURS, "works_until")
        if values.country and not is_country(values.country):
            raise Refusal(Reason.UNKNOWN_COUNTRY, "country")
        programme, hours = await first_programme(tx, actor.workspace), (values.works_from, values.works_until)
        # What was left as the programme has it goes on following the programme.
        if person.works_from or person.works_until or hours != (programme.works_from, programme.works_until):
            person.works_from, person.works_until = hours
        person.works_on = values.works_on
        person.country = values.country
        person.celebrations = values.celebrations
        person.wants_hour_before = NudgeKind.HOUR_BEFORE in values.kinds
        person.kinds_off = [kind.value for kind in NudgeKind if kind in UNLESS_CHANGED - values.kinds]
        now = services.now()
        await keep_in_hours(tx, now, person, programme)
        await mark_homes_stale(tx, now, (person.id,))

    await services.write(deed)
