"""Widening a win: more people may see it than at first, never fewer."""

from dataclasses import dataclass

from mentoring.pairs import PairChoice
from mentoring.people import Person
from mentoring.wins import Audience

# Each includes those before it.
ORDER = (Audience.ME, Audience.PARTNER, Audience.CHANNEL)


@dataclass(frozen=True)
class Widening:
    """How the author of a win can let more people see it.

    Attributes:
        win_id: The win.
        partner: With whom it can be shared; none: it is already.
        to_channel: Whether it can be celebrated in the channel.
    """

    win_id: str
    partner: Person | None
    to_channel: bool


@dataclass(frozen=True)
class WideningDraft:
    """What the form starts with that lets more people see a win.

    Attributes:
        win_id: The win.
        words: What it says.
        offered: Who may see it from now on.
        pairs: The pairs in which it can be shared: its own, or any of its author's if it has none.
        pair: The one chosen of these.
        channel: The celebrations channel of that pair, if there is one.
        thanks: Slack ids of the users whom it thanks.
    """

    win_id: str
    words: str
    offered: tuple[Audience, ...]
    pairs: tuple[PairChoice, ...]
    pair: PairChoice
    channel: str | None
    thanks: tuple[str, ...] = ()


@dataclass(frozen=True)
class WideningValues:
    """Who may see a win from now on; `thanks` are Slack ids of users."""

    win_id: str
    pair_id: str
    audience: Audience
    thanks: tuple[str, ...] = ()


def is_wider(audience: Audience, than: Audience) -> bool:
    """Whether one audience has more people in it than another."""
    return ORDER.index(audience) > ORDER.index(than)


def wider_audiences(than: Audience, *, has_channel: bool) -> tuple[Audience, ...]:
    """Who else a win in a pair can be shown to; the channel only if there is one."""
    offered = (Audience.PARTNER, Audience.CHANNEL) if has_channel else (Audience.PARTNER,)
    return tuple(audience for audience in offered if is_wider(audience, than))
