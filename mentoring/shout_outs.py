"""Posts for a celebrations channel: a few a day by themselves, the rest together on the next working day."""

from collections.abc import Iterable, Mapping
from datetime import date

# A digest is one of them.
MOST_A_DAY = 3
# Each takes up to five blocks, and a message has room for 50.
MOST_IN_A_DIGEST = 9


def day_of_post(today: date, posts_today: int, digests: Mapping[date, int], working_days: Iterable[date]) -> date:
    """The day on which one more agreed post goes: today by itself, or a later working day in that day's digest.

    Args:
        today: The date where the channel is.
        posts_today: How many posts the channel has had today or is still to get.
        digests: How many posts wait in the digest of a day.
        working_days: Those after today, without an end.
    """
    if posts_today < MOST_A_DAY:
        return today
    return next(day for day in working_days if digests.get(day, 0) < MOST_IN_A_DIGEST)
