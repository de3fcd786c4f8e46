"""Message timestamps, ids and short-lived tickets, as Slack gives them out."""

import asyncio
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count

from playground.shapes import Clock, Json, SlackError

TRIGGER_LIFE = 3.0
"""Seconds in which a trigger can be exchanged for a view."""

_KEPT = 60.0
"""Seconds for which a spent trigger is remembered, to tell a late one from one that never was."""

_MICROSECOND = timedelta(microseconds=1)


class Timestamps:
    """Slack's `ts`: seconds with six digits, from the workspace's clock, each later than the one before."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._last = datetime.min.replace(tzinfo=UTC)

    def next(self) -> str:
        """The `ts` of what happens now."""
        self._last = max(self._clock(), self._last + _MICROSECOND)
        return f"{int(self._last.timestamp())}.{self._last.microsecond:06d}"


class Ids:
    """Ids that look like Slack's: a letter for the kind, then a number that no other id of this workspace has."""

    def __init__(self) -> None:
        self._numbers = count(1)

    def next(self, prefix: str) -> str:
        """A fresh id."""
        return f"{prefix}0PL{next(self._numbers):07d}"


@dataclass
class Trigger:
    """What a trigger id stands for: who acted, and until when it can be used (the loop's time)."""

    person: str
    expires: float
    used: bool = False


class Triggers:
    """The trigger ids that are out. Each opens one view.

    Args:
        life: Seconds each can be used, by the event loop's clock: a frozen workspace clock does not stretch them.
    """

    def __init__(self, life: float = TRIGGER_LIFE) -> None:
        self._life = life
        self._out: dict[str, Trigger] = {}

    def give(self, person: str) -> str:
        """A trigger id for what the person just did."""
        now = asyncio.get_running_loop().time()
        self._forget(before=now - _KEPT)
        trigger_id = f"{secrets.randbelow(10**12)}.{secrets.randbelow(10**12)}.{secrets.token_hex(16)}"
        self._out[trigger_id] = Trigger(person, now + self._life)
        return trigger_id

    def _forget(self, before: float) -> None:
        # They were given out in order, so the first to stay ends the search.
        while self._out:
            oldest = next(iter(self._out))
            if self._out[oldest].expires >= before:
                return
            del self._out[oldest]

    def exchange(self, args: Json) -> Trigger:
        """Use up the call's `trigger_id`.

        Raises:
            SlackError: It is missing, unknown, over three seconds old or was used before.
        """
        trigger_id = args.get("trigger_id")
        if not trigger_id:
            raise SlackError("invalid_arguments", messages=["[ERROR] missing required field: trigger_id"])
        trigger = self._out.get(trigger_id)
        if trigger is None:
            raise SlackError("invalid_trigger_id")
        if trigger.used:
            raise SlackError("exchanged_trigger_id")
        if trigger.expires < asyncio.get_running_loop().time():
            raise SlackError("expired_trigger_id")
        trigger.used = True
        return trigger
