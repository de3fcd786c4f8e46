"""Waking up when the next thing is due, instead of looking every so often."""

import asyncio
from collections.abc import Callable


class Alarm:
    """Rings once, at the time that was set last.

    Args:
        ring: Called then, in the event loop.
    """

    def __init__(self, ring: Callable[[], None]) -> None:
        self._ring = ring
        self._timer: asyncio.TimerHandle | None = None

    def set(self, seconds: float) -> None:
        """Ring after so many seconds, and not when it was to ring before."""
        self.cancel()
        self._timer = asyncio.get_running_loop().call_later(seconds, self._ring)

    def cancel(self) -> None:
        """Do not ring."""
        if self._timer:
            self._timer.cancel()
            self._timer = None
