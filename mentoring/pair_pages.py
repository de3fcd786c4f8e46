"""What somebody sees of their pairs where they look for what to do about one."""

from dataclasses import dataclass
from datetime import date

from mentoring.home import PairCard


@dataclass(frozen=True)
class PairPages:
    """Somebody's pairs that are under way, the longest apart first.

    Attributes:
        time_zone: The IANA zone they live by.
        today: The date there.
    """

    pairs: tuple[PairCard, ...]
    time_zone: str
    today: date
    locale: str | None = None
