"""Slack's rate limits: how often each method may be called in a minute, and how fast posts may follow in a channel."""

import asyncio
import math
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

TIER_2: Final = 20
TIER_3: Final = 50
TIER_4: Final = 100
POSTS: Final = 300
"""Posts a minute in a workspace: "several hundred"."""

PER_MINUTE: Final[Mapping[str, int]] = {
    "bots.info": TIER_3,
    "chat.delete": TIER_3,
    "chat.postEphemeral": TIER_4,
    "chat.postMessage": POSTS,
    "chat.update": TIER_3,
    "conversations.history": TIER_3,
    "conversations.info": TIER_3,
    "conversations.list": TIER_2,
    "conversations.members": TIER_4,
    "conversations.open": TIER_3,
    "conversations.replies": TIER_3,
    "files.completeUploadExternal": TIER_4,
    "files.getUploadURLExternal": TIER_4,
    "reactions.add": TIER_3,
    "reactions.get": TIER_3,
    "reactions.remove": TIER_2,
    "team.info": TIER_3,
    "users.info": TIER_4,
    "users.list": TIER_2,
    "views.open": TIER_4,
    "views.publish": TIER_4,
    "views.push": TIER_4,
    "views.update": TIER_4,
}
"""Calls a minute of each method in a workspace; one that is not named is not limited."""

OF_SOLD: Final[Mapping[str, int]] = {**PER_MINUTE, "conversations.history": 1, "conversations.replies": 1}
"""The same for an app that is sold outside Slack's marketplace."""

CHANNEL_BURST: Final = 2
"""Posts in one channel that may come at once. Slack tells one a second and grants short bursts: one that is early
because a computer stalled is let through, a second one is not."""


class TooManyError(Exception):
    """One call too many.

    Args:
        retry_after: Whole seconds for which the method is closed.
    """

    def __init__(self, retry_after: int) -> None:
        super().__init__(retry_after)
        self.retry_after = retry_after


@dataclass
class _Bucket:
    """Holds up to `CHANNEL_BURST` posts and fills by one a second."""

    left: float
    at: float


@dataclass
class Rates:
    """Counts calls by the event loop's clock: an app keeps its pace by real time, however the workspace's clock jumps.

    Attributes:
        per_minute: Calls a minute by method; empty: nothing is limited, not even posts in a channel.
        minute: How many seconds a minute has. A test makes it short instead of waiting.
    """

    per_minute: Mapping[str, int] = field(default_factory=lambda: PER_MINUTE)
    minute: float = 60.0
    _calls: dict[str, deque[float]] = field(default_factory=dict)
    _closed_until: dict[str, float] = field(default_factory=dict)
    _channels: dict[str, _Bucket] = field(default_factory=dict)

    def take(self, method: str, channel: str | None = None) -> None:
        """Count one call.

        Args:
            method: Its name.
            channel: Where it posts, if it does.

        Raises:
            TooManyError: It is one too many. The method stays closed to the whole workspace until the time is over.
        """
        most = self.per_minute.get(method)
        if most is None:
            return
        now = asyncio.get_running_loop().time()
        closed = self._closed_until.get(method, now)
        if closed > now:
            raise TooManyError(math.ceil(closed - now))
        calls = self._calls.setdefault(method, deque())
        while calls and calls[0] <= now - self.minute:
            calls.popleft()
        if len(calls) >= most:
            self._close(method, now, calls[0] + self.minute)
        if channel is not None:
            self._take_in_channel(method, channel, now)
        calls.append(now)

    def _take_in_channel(self, method: str, channel: str, now: float) -> None:
        second = self.minute / 60
        bucket = self._channels.setdefault(channel, _Bucket(CHANNEL_BURST, now))
        bucket.left = min(CHANNEL_BURST, bucket.left + (now - bucket.at) / second)
        bucket.at = now
        if bucket.left < 1:
            self._close(method, now, now + (1 - bucket.left) * second)
        bucket.left -= 1

    def _close(self, method: str, now: float, until: float) -> None:
        self._closed_until[method] = until
        raise TooManyError(math.ceil(until - now))


UNLIMITED: Final[Mapping[str, int]] = {}
"""For `Rates(UNLIMITED)`: nothing is limited."""
