"""What somebody set for themselves."""

from mentoring.home import WEEKDAYS, Settings
from mentoring.nudges.kinds import NudgeKind
from mentoring.people import Celebrations
from services.telling import zone_of
from storage.models import Person, Programme


def settings_of(person: Person, programme: Programme) -> Settings:
    """Somebody's settings, with their programme's hours where they set none."""
    zone = zone_of(person)
    return Settings(
        time_zone=zone,
        time_zone_is_known=zone == person.time_zone,
        works_from=person.works_from or programme.works_from,
        works_until=person.works_until or programme.works_until,
        celebrations=Celebrations(person.celebrations),
        works_on=person.works_on or WEEKDAYS,
        country=person.country,
        programmes_country=programme.country,
        kinds=_kinds(person),
    )


def _kinds(person: Person) -> frozenset[NudgeKind]:
    """The kinds of nudges that somebody gets."""
    on = frozenset(NudgeKind) - {NudgeKind(kind) for kind in person.kinds_off}
    return on if person.wants_hour_before else on - {NudgeKind.HOUR_BEFORE}
