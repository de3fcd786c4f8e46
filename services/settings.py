"""What somebody set for themselves."""

from mentoring.home import Settings
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
    )
