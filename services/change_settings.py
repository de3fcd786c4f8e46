"""Somebody sets when they work, which nudges they get, and how milestones of theirs are celebrated."""

from mentoring.forms import SettingsValues
from mentoring.nudges.kinds import UNLESS_CHANGED, NudgeKind
from mentoring.own_settings import with_what_was_left_alone
from mentoring.people import Actor
from mentoring.programmes import Fingerprints
from mentoring.refusals import Reason, Refusal
from services.context import Services
from services.knowing import known_person
from services.settings import settings_of
from services.telling import is_country, keep_in_hours
from storage.pairs import look_at_pairs_of
from storage.people import mark_homes_stale
from storage.programmes import first_programme
from storage.transaction import Transaction


async def change_settings(
    services: Services, actor: Actor, values: SettingsValues, *, seen: Fingerprints | None = None
) -> None:
    """Keep somebody's settings. Doing so twice leaves them as they are.

    `seen` is what the form showed when it was opened: what is as it had been seen was left alone, and stays as it is
    now, such as a kind of nudge that they turned off in a message meanwhile. None: all of the values are meant.

    Raises:
        Refusal: The hours end before they begin, or Rapport does not know the country, or this person.
    """

    async def deed(tx: Transaction) -> None:
        person = await known_person(tx, actor)
        if values.works_from >= values.works_until:
            raise Refusal(Reason.BAD_HOURS, "works_until")
        if values.country and not is_country(values.country):
            raise Refusal(Reason.UNKNOWN_COUNTRY, "country")
        now, programme = services.now(), await first_programme(tx, actor.workspace)
        # In one order with the buttons that turn a kind off or on: the pairs, then the person.
        await look_at_pairs_of(tx, person, now)
        await tx.refresh(person, with_for_update={"key_share": True})
        wanted = with_what_was_left_alone(values, seen or {}, settings_of(person, programme))
        hours = (wanted.works_from, wanted.works_until)
        # What was left as the programme has it goes on following the programme.
        if person.works_from or person.works_until or hours != (programme.works_from, programme.works_until):
            person.works_from, person.works_until = hours
        person.works_on = wanted.works_on
        person.country = wanted.country
        person.celebrations = wanted.celebrations
        person.wants_hour_before = NudgeKind.HOUR_BEFORE in wanted.kinds
        person.kinds_off = [kind.value for kind in NudgeKind if kind in UNLESS_CHANGED - wanted.kinds]
        await keep_in_hours(tx, now, person, programme)
        await mark_homes_stale(tx, now, (person.id,))

    await services.write(deed)
