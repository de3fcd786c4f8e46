"""A pair changes how often it means to meet."""

from dataclasses import dataclass

from mentoring.pairs import EVERY_TWO_WEEKS, MAX_RHYTHM_DAYS, MONTHLY, PairChoice
from mentoring.people import Person


@dataclass(frozen=True)
class RhythmDraft:
    """What the form starts with: the pair with its rhythm, and the one in days that is suggested.

    `has_clashed`: the pair's was changed while the form was open, and is to be seen before another one is saved.
    """

    pair: PairChoice
    suggested: int
    has_clashed: bool = False


@dataclass(frozen=True)
class RhythmValues:
    """What somebody entered; the rhythm is in days. `seen` is the pair's as the form showed it, if it did."""

    pair_id: str
    rhythm_days: int
    seen: int | None = None


@dataclass(frozen=True)
class RhythmChanged:
    """To both: how often they mean to meet from now on. Not `holds`: it has been changed again since."""

    pair_id: str
    partner: Person
    rhythm_days: int
    is_mine: bool
    holds: bool = True


def less_often(days: int) -> int:
    """The next rhythm, in days, at which a pair meets less: every two weeks, every month, then half as often."""
    return next((usual for usual in (EVERY_TWO_WEEKS, MONTHLY) if usual > days), min(2 * days, MAX_RHYTHM_DAYS))
