"""Where a form stands: what it is about, carried along while it is open."""

from dataclasses import dataclass

from mentoring.home import Settings
from mentoring.pairs import PairChoice


@dataclass(frozen=True)
class WinDraft:
    """What the form for a win starts with. Without a pair, only its author can see the win."""

    words: str
    pairs: tuple[PairChoice, ...]
    pair: PairChoice | None
    channel: str | None


@dataclass(frozen=True)
class SettingsDraft:
    """What the settings form starts with."""

    settings: Settings


@dataclass(frozen=True)
class Menu:
    """What somebody can do now, for `/mentoring`."""

    has_pair: bool
    awaits_answer: bool
    is_organiser: bool
    may_become_organiser: bool
