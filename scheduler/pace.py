"""Slack's pace: how soon a call may be made, so that Slack never has to say "too many"."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from time import monotonic

POST = "chat.postMessage"
UPDATE = "chat.update"
OPEN = "conversations.open"
PUBLISH = "views.publish"
HISTORY = "conversations.history"


@dataclass(frozen=True)
class Rate:
    """At most `per_minute` calls in any minute, up to `burst` of them at once."""

    per_minute: int
    burst: int

    def __post_init__(self) -> None:
        if not 0 < self.burst < self.per_minute:
            msg = f"A burst is part of what a minute allows: {self}"
            raise ValueError(msg)

    @property
    def interval(self) -> float:
        """Seconds between calls once the burst is spent."""
        return 60 / (self.per_minute - self.burst)


# Slack's tiers 3 and 4 are 50 and 100 a minute; posts are "several hundred".
RATES = {
    POST: Rate(200, 10), UPDATE: Rate(50, 10), OPEN: Rate(50, 10), PUBLISH: Rate(100, 20),
    HISTORY: Rate(50, 10),
}  # fmt: skip


class Pace:
    """Keeps the rate of each method in each workspace, the gap between two posts in one channel, and what is on hold.

    It waits for nobody: ask `wait`, and once that is nought, `take`.

    Args:
        clock: Seconds that only ever grow.
        rates: By method; one that is not named is not paced.
        channel_gap: Seconds between two posts in one channel.
    """

    def __init__(
        self,
        clock: Callable[[], float] = monotonic,
        *,
        rates: Mapping[str, Rate] = RATES,
        channel_gap: float = 1.1,
    ) -> None:
        self._clock = clock
        self._rates = rates
        self._channel_gap = channel_gap
        # When the next call would be due if all calls were spread evenly. A burst runs ahead of it.
        self._even: dict[tuple[str, str], float] = {}
        self._channel_free: dict[str, float] = {}
        self._held_until: dict[tuple[str, str | None], float] = {}

    def wait(self, workspace: str, method: str, channel: str | None = None) -> float:
        """Seconds until this call may be made: nought for now. `channel` is given for a post."""
        now = self._clock()
        free = now + self.held(workspace, method)
        if rate := self._rates.get(method):
            free = max(free, self._even.get((workspace, method), now) - rate.interval * (rate.burst - 1))
        if channel:
            free = max(free, self._channel_free.get(channel, now))
        return free - now

    def take(self, workspace: str, method: str, channel: str | None = None) -> None:
        """Note that this call is being made now."""
        now = self._clock()
        if rate := self._rates.get(method):
            self._even[workspace, method] = max(now, self._even.get((workspace, method), now)) + rate.interval
        if channel:
            self._channel_free[channel] = now + self._channel_gap

    def hold(self, workspace: str, method: str | None, seconds: float) -> None:
        """Close a method (None: every one) to a workspace. A hold that lasts longer already stays."""
        until = self._clock() + seconds
        self._held_until[workspace, method] = max(until, self._held_until.get((workspace, method), until))

    def held(self, workspace: str, method: str) -> float:
        """Seconds for which a method is still closed to a workspace, by itself or with every other."""
        until = max(self._held_until.get((workspace, which), 0.0) for which in (method, None))
        return max(0.0, until - self._clock())

    def closed(self) -> dict[str, float]:
        """The workspaces to which nothing can be posted for now, each with the seconds until it can."""
        workspaces = {workspace for workspace, _ in self._held_until}
        waits = {workspace: max(self.held(workspace, POST), self.held(workspace, OPEN)) for workspace in workspaces}
        return {workspace: wait for workspace, wait in waits.items() if wait}
