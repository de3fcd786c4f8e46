"""The line between the workspace and the bot, on which a test can keep something back, or send it a second time."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from playground.server import Playground
from playground.shapes import Json


class Line:
    """Everything that goes from a playground to the bot passes here.

    Args:
        playground: Not at work yet.

    Attributes:
        change: What becomes of each payload.
    """

    def __init__(self, playground: Playground) -> None:
        playground.on_payload(self._pass)
        self._playground = playground
        self._kept_back: dict[str, asyncio.Event] = {}
        self._waiting: dict[str, asyncio.Semaphore] = {}
        self.change: Callable[[Json], Json] = lambda payload: payload
        self._passed: list[tuple[str, Json]] = []

    @contextmanager
    def kept_back(self, user: str) -> Iterator[None]:
        """What this user does meanwhile reaches the bot only afterwards."""
        self._kept_back[user], self._waiting[user] = asyncio.Event(), asyncio.Semaphore(0)
        yield
        self._kept_back.pop(user).set()

    async def has_kept(self, user: str, count: int = 1) -> None:
        """Wait until so many deeds of this user are kept back."""
        for _ in range(count):
            await self._waiting[user].acquire()

    async def again(self, kind: str | None = None) -> Json:
        """Send once more what passed last, as Slack does when it has seen no answer.

        Args:
            kind: `slash_commands`, `interactive` or `events_api`, if not just the last of all.

        Returns:
            How the bot acknowledged it.
        """
        kind, payload = next(one for one in reversed(self._passed) if kind in (None, one[0]))
        return await self._playground.deliver(kind, payload)

    async def _pass(self, kind: str, payload: Json) -> Json:
        user = payload.get("user_id") or (payload.get("user") or {}).get("id")
        if user in self._kept_back:
            self._waiting[user].release()
            await self._kept_back[user].wait()
        payload = self.change(payload)
        self._passed.append((kind, payload))
        return payload
