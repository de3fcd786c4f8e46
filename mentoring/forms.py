"""Where a form stands: what it is about, carried along while it is open."""

from dataclasses import dataclass
from datetime import time

from mentoring.home import WEEKDAYS, Settings
from mentoring.nudges.kinds import UNLESS_CHANGED, NudgeKind
from mentoring.pairs import PairChoice
from mentoring.people import Celebrations
from mentoring.picked import PickedMessage


@dataclass(frozen=True)
class WinDraft:
    """What the form for a win starts with. Without a pair, only its author can see the win.

    `thanks` are Slack ids of users whom the words mention; `picked` is a message in Slack that it is about.
    """

    words: str
    pairs: tuple[PairChoice, ...]
    pair: PairChoice | None
    channel: str | None
    thanks: tuple[str, ...] = ()
    picked: PickedMessage | None = None


@dataclass(frozen=True)
class AgendaDraft:
    """What the form starts with that brings something to a pair's next session."""

    words: str
    pairs: tuple[PairChoice, ...]
    pair: PairChoice
    picked: PickedMessage | None = None


@dataclass(frozen=True)
class AgendaValues:
    """What somebody brings to their next session, in their own words."""

    pair_id: str
    words: str
    picked: PickedMessage | None = None


@dataclass(frozen=True)
class SettingsDraft:
    """What the settings form starts with."""

    settings: Settings
    locale: str | None = None


@dataclass(frozen=True)
class SettingsValues:
    """What somebody set for themselves; the hours are local, the rest is as in `Settings`."""

    works_from: time
    works_until: time
    celebrations: Celebrations
    works_on: str = WEEKDAYS
    country: str | None = None
    kinds: frozenset[NudgeKind] = UNLESS_CHANGED


@dataclass(frozen=True)
class Menu:
    """What somebody can do now, for `/mentoring`.

    Attributes:
        has_pair: They are in a pair that meets.
        awaits_answer: A pair was proposed to them, and they have not answered.
        is_organiser: They run a programme.
        may_become_organiser: Nobody does yet.
        waits_to_begin: A pair was proposed to them, and it waits for them, for the other, or for both.
        has_paused: A pair of theirs rests.
        wraps_up: A pair of theirs comes to its end.
        looks_back: There is something to look back on, or that they wrote when they did.
    """

    has_pair: bool
    awaits_answer: bool
    is_organiser: bool
    may_become_organiser: bool
    waits_to_begin: bool = False
    has_paused: bool = False
    wraps_up: bool = False
    looks_back: bool = False
