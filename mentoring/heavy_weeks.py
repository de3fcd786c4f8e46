"""When somebody is asked whether a lighter next session would help: them alone, and without saying why."""

from collections.abc import Sequence

LOWEST = 1
# Two falls take three records.
RECORDS = 3


def weighs(feelings: Sequence[int]) -> bool:
    """Whether somebody's last records, the newest last, ask for it: the lowest there is, or two falls in a row.

    Args:
        feelings: From 1 to 5, of one person in one pair.
    """
    last = feelings[-RECORDS:]
    if last and last[-1] == LOWEST:
        return True
    return len(last) == RECORDS and last[0] > last[1] > last[2]
