"""The journal of wins, a page at a time."""

from dataclasses import dataclass
from datetime import date

from mentoring.home import WinLine
from mentoring.people import Person

# As many as fit into a view if each is as long as can be typed.
WINS_A_PAGE = 10


@dataclass(frozen=True)
class JournalPage:
    """Some of the wins that somebody can read, the newest first.

    Attributes:
        me: Who reads them; none: somebody Rapport has not met.
        today: The date where they are.
        wins: Those of this page.
        skipped: How many newer ones come before.
        count: How many there are.
        locale: Theirs.
    """

    me: Person | None
    today: date
    wins: tuple[WinLine, ...] = ()
    skipped: int = 0
    count: int = 0
    locale: str | None = None

    @property
    def left(self) -> int:
        """How many older ones come after."""
        return self.count - self.skipped - len(self.wins)
