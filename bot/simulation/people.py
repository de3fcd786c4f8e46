"""What the people of a made-up programme do, and how often: the dice."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from random import Random

from mentoring.hours import MONDAY_TO_FRIDAY, at_local, local
from mentoring.people import Profile

WORKSPACE = "T0SIMULATED"
ORGANISER = "U0ORGANISER"
# Far west to far east, with half and quarter hours, on both halves of the Earth.
ZONES = (
    "America/Los_Angeles", "America/New_York", "America/Sao_Paulo", "Europe/London", "Europe/Berlin", "Asia/Kolkata",
    "Asia/Kathmandu", "Asia/Tokyo", "Australia/Adelaide", "Pacific/Auckland",
)  # fmt: skip
RHYTHMS = (7, 14, 14, 14, 30)
# In months: of half a year the first come to their end, and to the echo after it.
LENGTHS = (3, 6, 12)
# A mentor has one or two mentees, and so more than one pair shares a budget.
MENTEES_A_MENTOR = 1.5


@dataclass(frozen=True)
class Habits:
    """How people of a made-up programme behave, as shares from 0 to 1.

    Attributes:
        meets: How often a pair meets by itself when it is time to, and records what it had planned.
        answers: How often somebody does what a nudge asks for.
        plans: How often a pair plans its next session when it records one.
    """

    meets: float = 0.7
    answers: float = 0.5
    plans: float = 0.6


class Dice:
    """Chance."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)  # noqa: S311 - nothing secret

    def falls(self, share: float) -> bool:
        """Whether something happens that happens so often."""
        return self._random.random() < share

    def day_after(self, now: datetime, zone: str, first: int, last: int) -> datetime:
        """An hour of a working day, so many days after now at the least and at the most, where somebody is."""
        day = local(now, zone).date() + timedelta(days=self._random.randint(first, last))
        while day.weekday() not in MONDAY_TO_FRIDAY:
            day += timedelta(days=1)
        return at_local(day, time(self._random.randint(10, 15)), zone)

    def one_of(self, values: tuple[int, ...]) -> int:
        """One of several numbers."""
        return self._random.choice(values)


def profile(user: str, number: int) -> Profile:
    """Somebody made up."""
    return Profile(user, user.title(), WORKSPACE, ZONES[number % len(ZONES)], "en-GB", is_admin=user == ORGANISER)


def couples(pairs: int) -> list[tuple[Profile, Profile]]:
    """Mentor and mentee of each pair; the zones go by different steps, so that all meet all."""
    mentors = max(1, round(pairs / MENTEES_A_MENTOR))
    return [
        (profile(f"U0MENTOR{each % mentors}", each % mentors), profile(f"U0MENTEE{each}", each // len(ZONES) + each))
        for each in range(pairs)
    ]
