"""What an app tells of the time to come, so that the playground's clock can be moved ahead of it."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Coming:
    """A message that the app will send if nobody does anything before.

    Attributes:
        at: When.
        users: The ids of those who get it.
        words: What it is about, in a few words for whoever plays.
    """

    at: datetime
    users: tuple[str, ...]
    words: str


async def _nothing_is_due() -> datetime | None:
    return None


async def _rests_always() -> None:
    return None


@dataclass(frozen=True)
class Ahead:
    """How to move the clock of a workspace and its app. All instants are aware.

    Attributes:
        move_clock: Sets the clock that both go by; it runs on from there. Only ever called with what is to come.
        at_rest: Returns once the app has done all that is due. It may take its time, but need not end.
        next_due: When, after now, the app will next have something to do; None: never, if nobody does anything.
        coming: What will be sent until an instant, the first first; None: this app cannot tell.
    """

    move_clock: Callable[[datetime], None]
    at_rest: Callable[[], Awaitable[None]] = _rests_always
    next_due: Callable[[], Awaitable[datetime | None]] = _nothing_is_due
    coming: Callable[[datetime], Awaitable[Sequence[Coming]]] | None = None
