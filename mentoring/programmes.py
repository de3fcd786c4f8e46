"""Programmes: what an organiser sets."""

from dataclasses import dataclass
from datetime import time

from mentoring.pairs import EVERY_TWO_WEEKS

DEFAULT_LENGTH_MONTHS = 6
DEFAULT_WORKS_FROM, DEFAULT_WORKS_UNTIL = time(9), time(17)


@dataclass(frozen=True)
class ProgrammeValues:
    """A programme's settings. The channel is Slack's id; the country an ISO 3166 code of two letters."""

    name: str
    channel: str | None = None
    rhythm_days: int = EVERY_TWO_WEEKS
    length_months: int = DEFAULT_LENGTH_MONTHS
    works_from: time = DEFAULT_WORKS_FROM
    works_until: time = DEFAULT_WORKS_UNTIL
    country: str | None = None
