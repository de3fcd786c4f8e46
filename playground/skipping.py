"""Moving the clock ahead: from one thing that is due to the next, so that each happens at its time and in its order."""

import asyncio
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from playground.ahead import Ahead
from playground.conversations import Kind
from playground.shapes import Json
from playground.workspace import Workspace

PATIENCE: Final = 20.0
"""Seconds of the event loop that the app has to do what is due, each time."""

MOST_STEPS: Final = 2000
"""Stops on the way of one skip; past them, the app makes things due faster than it does them."""


class CannotSkipError(Exception):
    """The clock cannot be moved there now; the message is a sentence for whoever asked."""


@dataclass
class Skip:
    """A move of the clock, under way or over.

    Attributes:
        begun: What the clock showed before.
        to: Where it is to arrive.
        since: The `ts` before the first message that came on the way.
        is_under_way: Whether the clock is being moved.
        is_to_stop: Whether somebody wishes it to stop on the way.
        why: Why it stopped before it arrived: a sentence; empty, if it did arrive.
        came: How many messages the app has posted on the way, by the conversation's id.
    """

    begun: datetime
    to: datetime
    since: str
    is_under_way: bool = True
    is_to_stop: bool = False
    why: str = ""
    came: Counter[str] = field(default_factory=Counter)


class Skipping:
    """Moves the clock.

    Args:
        workspace: The state; everybody who looks at it is told how far the clock is.
        patience: How many seconds the app has to do what is due, each time.
    """

    def __init__(self, workspace: Workspace, patience: float = PATIENCE) -> None:
        self.ahead: Ahead | None = None
        self.skip: Skip | None = None
        self._workspace = workspace
        self._patience = patience
        self._under_way: asyncio.Task[None] | None = None

    async def go(self, to: datetime) -> Skip:
        """Move the clock; done when it has arrived or was stopped. It goes on if whoever asked goes away.

        Raises:
            CannotSkipError: It cannot be moved, or not there, or is being moved.
        """
        if self.ahead is None:
            raise CannotSkipError("This workspace has a clock that cannot be moved.")
        if self.skip and self.skip.is_under_way:
            raise CannotSkipError("The clock is being moved already.")
        now = self._workspace.now()
        if to <= now:
            raise CannotSkipError("The clock goes forward only.")
        self.skip = skip = Skip(now, to, since=self._workspace.next_ts())
        self._under_way = asyncio.create_task(self._move(skip, self.ahead))
        await asyncio.shield(self._under_way)
        return skip

    def put_away(self) -> None:
        """Stop the clock at its next stop; or, if it is not being moved, forget the last skip."""
        if self.skip and self.skip.is_under_way:
            self.skip.is_to_stop = True
        else:
            self.skip = None
            self._tell()

    async def close(self) -> None:
        """Stop at once."""
        if self._under_way and not self._under_way.done():
            self._under_way.cancel()
            await asyncio.gather(self._under_way, return_exceptions=True)

    def shown(self) -> Json:
        """The clock, and the skip that is under way or was the last, as JSON."""
        skip = self.skip and {
            "from": self.skip.begun.isoformat(),
            "to": self.skip.to.isoformat(),
            "is_under_way": self.skip.is_under_way,
            "why": self.skip.why,
            "came": [self._where(id_, count) for id_, count in self.skip.came.items()],
        }
        return {"now": self._workspace.now().isoformat(), "can_skip": self.ahead is not None, "skip": skip}

    def _where(self, conversation_id: str, count: int) -> Json:
        conversation = self._workspace.conversations[conversation_id]
        is_channel = conversation.kind in (Kind.CHANNEL, Kind.PRIVATE)
        users = [] if is_channel else [one for one in conversation.members if one != self._workspace.app.bot_user_id]
        return {"conversation": conversation_id, "users": users, "count": count}

    def _tell(self) -> None:
        self._workspace.feed.tell_everybody({"type": "clock", **self.shown()})

    async def _move(self, skip: Skip, ahead: Ahead) -> None:
        skip.why = "Something went wrong on the way."
        try:
            skip.why = await self._walk(skip, ahead)
        finally:
            skip.is_under_way = False
            self._note(skip)

    async def _walk(self, skip: Skip, ahead: Ahead) -> str:
        """Go from stop to stop; an empty answer means that it has arrived, any other says why not."""
        app = self._workspace.manifest.bot_name
        for _ in range(MOST_STEPS):
            try:
                async with asyncio.timeout(self._patience):
                    await ahead.at_rest()
            except TimeoutError:
                return f"{app} had not done all that was due after {self._patience:g} seconds."
            now = self._workspace.now()
            if now >= skip.to:
                return ""
            if skip.is_to_stop:
                return "Stopped by hand."
            due = await ahead.next_due()
            # What has become due meanwhile is waited for once more.
            if due is None or due > now:
                ahead.move_clock(skip.to if due is None else min(due, skip.to))
            self._note(skip)
        return f"{app} has more and more to do."

    def _note(self, skip: Skip) -> None:
        """Count what has come so far, and tell how far the clock is."""
        skip.came = Counter(
            conversation.id
            for conversation in self._workspace.conversations.values()
            for message in conversation.messages
            if message.from_app and message.ts > skip.since
        )
        self._tell()
