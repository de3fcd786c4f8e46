"""What a form changed of somebody's own settings: what it left as it showed it may have been changed elsewhere."""

from dataclasses import replace

from mentoring.forms import SettingsValues
from mentoring.home import Settings
from mentoring.nudges.kinds import NudgeKind
from mentoring.programmes import Fingerprints


def shown(settings: Settings | SettingsValues) -> Fingerprints:
    """What a form shows of each setting; the hours are one, and each kind of nudge is one of its own."""
    return {
        "hours": f"{settings.works_from:%H:%M}-{settings.works_until:%H:%M}",
        "works_on": settings.works_on,
        "country": settings.country or "",
        "celebrations": settings.celebrations.value,
        **{kind.value: "on" if kind in settings.kinds else "off" for kind in NudgeKind},
    }


def with_what_was_left_alone(values: SettingsValues, seen: Fingerprints, current: Settings) -> SettingsValues:
    """What was entered; the settings that were left as they had been seen are as they are now."""
    mine = shown(values)
    alone = {setting for setting in mine if mine[setting] == seen.get(setting)}
    hours = current if "hours" in alone else values
    return replace(
        values,
        works_from=hours.works_from,
        works_until=hours.works_until,
        works_on=(current if "works_on" in alone else values).works_on,
        country=(current if "country" in alone else values).country,
        celebrations=(current if "celebrations" in alone else values).celebrations,
        kinds=frozenset(kind for kind in NudgeKind if kind in (current if kind.value in alone else values).kinds),
    )
