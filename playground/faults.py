"""What can go wrong between an app and Slack, to be switched on: for a method or for all, some times or for ever."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import StrEnum
from itertools import count
from typing import Final

from aiohttp import web

from playground.shapes import Json

RETRY_AFTER: Final = 30


class Trouble(StrEnum):
    """The kinds of faults. All but the last happen to calls of the app."""

    SLOW = "slow"
    TOO_MANY = "too_many"
    REFUSED = "refused"
    SERVER_ERROR = "server_error"
    HTML = "html"
    CUT_REPLY = "cut_reply"
    LOST_REPLY = "lost_reply"
    LATE_EFFECT = "late_effect"
    NO_ANSWER = "no_answer"
    TWICE = "twice"


MEANINGS: Final = {
    Trouble.SLOW: "Answered late: after so many seconds",
    Trouble.TOO_MANY: "Refused with 429: not carried out, Retry-After as many seconds",
    Trouble.REFUSED: "Refused with an error of Slack's: not carried out",
    Trouble.SERVER_ERROR: "Answered with a 500: not carried out",
    Trouble.HTML: "Carried out, and answered with a page of HTML",
    Trouble.CUT_REPLY: "Carried out, and the answer breaks off",
    Trouble.LOST_REPLY: "Carried out, and the answer is lost",
    Trouble.LATE_EFFECT: "The connection breaks, and so many seconds later it is carried out",
    Trouble.NO_ANSWER: "Not carried out, and never answered",
    Trouble.TWICE: "The app gets the same event twice",
}


@dataclass
class Fault:
    """A fault that is switched on.

    Attributes:
        number: Tells it from the others.
        trouble: What goes wrong.
        target: The method it happens to (for `twice` the event's type); None: every one.
        left: How many more times it happens; None: until it is switched off.
        seconds: How late, or how long to be left alone.
        error: The error of a refusal.
    """

    number: int
    trouble: Trouble
    target: str | None = None
    left: int | None = None
    seconds: float = 0.0
    error: str = "internal_error"

    def shown(self) -> Json:
        """The fault as JSON."""
        return {
            "id": self.number,
            "kind": self.trouble,
            "target": self.target,
            "count": self.left,
            "seconds": self.seconds,
            "error": self.error,
        }


class Faults:
    """The faults that are switched on. `changed` is called whenever they change."""

    def __init__(self, changed: Callable[[], None] = lambda: None) -> None:
        self._on: list[Fault] = []
        self._numbers = count(1)
        self._changed = changed

    @property
    def on(self) -> list[Fault]:
        """What is switched on, the oldest first."""
        return [*self._on]

    def add(
        self,
        trouble: Trouble | str,
        target: str | None = None,
        *,
        times: int | None = None,
        seconds: float | None = None,
        error: str = "internal_error",
    ) -> Fault:
        """Switch a fault on.

        Args:
            trouble: What goes wrong.
            target: The method it happens to, or for `twice` the event's type, such as `message`; None: every one.
            times: How often it happens; None: until it is switched off.
            seconds: How late an answer or an effect comes (1 if not told), or the `Retry-After` of a 429 (30).
            error: The error of a refusal.

        Raises:
            ValueError: There is no such trouble, or a number makes no sense.
        """
        kind = Trouble(trouble)
        if seconds is None:
            seconds = RETRY_AFTER if kind is Trouble.TOO_MANY else 1.0
        if seconds < 0 or (times is not None and times < 1):
            msg = "a fault happens at least once, and takes no less than no time"
            raise ValueError(msg)
        fault = Fault(next(self._numbers), kind, target, times, seconds, error)
        self._on.append(fault)
        self._changed()
        return fault

    def remove(self, number: int) -> None:
        """Switch a fault off; one that is off stays so."""
        self._on = [fault for fault in self._on if fault.number != number]
        self._changed()

    def clear(self) -> None:
        """Switch all faults off."""
        self._on.clear()
        self._changed()

    def take_for_call(self, method: str) -> Fault | None:
        """The fault that happens to this call, counted as having happened."""
        return self._take(lambda fault: fault.trouble is not Trouble.TWICE and fault.target in (None, method))

    def take_for_event(self, event_type: str) -> Fault | None:
        """The fault that happens to this event, counted as having happened."""
        return self._take(lambda fault: fault.trouble is Trouble.TWICE and fault.target in (None, event_type))

    def _take(self, fits: Callable[[Fault], bool]) -> Fault | None:
        fault = next(filter(fits, self._on), None)
        if fault and fault.left is not None:
            fault.left -= 1
            if not fault.left:
                self._on.remove(fault)
            self._changed()
        return fault


CarryOut = Callable[[], Json]
"""Does what a call asks for; gives the answer's body."""


async def go_wrong(fault: Fault, request: web.Request, carry_out: CarryOut) -> web.StreamResponse:
    """Answer a call as the fault has it."""
    return await _WAYS[fault.trouble](fault, request, carry_out)


async def _slow(fault: Fault, _request: web.Request, carry_out: CarryOut) -> web.StreamResponse:
    answer = carry_out()
    await asyncio.sleep(fault.seconds)
    return web.json_response(answer)


async def _too_many(fault: Fault, _request: web.Request, _carry_out: CarryOut) -> web.StreamResponse:
    return too_many(round(fault.seconds))


def too_many(retry_after: int) -> web.Response:
    """Slack's answer to one call too many."""
    headers = {"Retry-After": str(retry_after)}
    return web.json_response({"ok": False, "error": "ratelimited"}, status=429, headers=headers)


async def _refused(fault: Fault, _request: web.Request, _carry_out: CarryOut) -> web.StreamResponse:
    return web.json_response({"ok": False, "error": fault.error})


async def _server_error(_fault: Fault, _request: web.Request, _carry_out: CarryOut) -> web.StreamResponse:
    return web.Response(status=500, text="Internal Server Error")


async def _html(_fault: Fault, _request: web.Request, carry_out: CarryOut) -> web.StreamResponse:
    carry_out()
    return web.Response(text="<html><body>Slack is busy</body></html>", content_type="text/html")


async def _cut_reply(_fault: Fault, request: web.Request, carry_out: CarryOut) -> web.StreamResponse:
    whole = json.dumps(carry_out()).encode()
    response = web.StreamResponse(headers={"Content-Type": "application/json", "Content-Length": str(len(whole))})
    await response.prepare(request)
    await response.write(whole[: len(whole) // 2])
    if request.transport:
        request.transport.close()
    return response


async def _lost_reply(_fault: Fault, request: web.Request, carry_out: CarryOut) -> web.StreamResponse:
    carry_out()
    return _broken(request)


async def _late_effect(fault: Fault, request: web.Request, carry_out: CarryOut) -> web.StreamResponse:
    answer = _broken(request)
    await asyncio.sleep(fault.seconds)
    carry_out()
    return answer


def _broken(request: web.Request) -> web.Response:
    if request.transport:
        request.transport.abort()
    return web.Response()


async def _no_answer(_fault: Fault, _request: web.Request, _carry_out: CarryOut) -> web.StreamResponse:
    # Until the app hangs up, or the playground stops.
    await asyncio.Event().wait()
    return web.Response()


_WAYS: Final[dict[Trouble, Callable[[Fault, web.Request, CarryOut], Awaitable[web.StreamResponse]]]] = {
    Trouble.SLOW: _slow,
    Trouble.TOO_MANY: _too_many,
    Trouble.REFUSED: _refused,
    Trouble.SERVER_ERROR: _server_error,
    Trouble.HTML: _html,
    Trouble.CUT_REPLY: _cut_reply,
    Trouble.LOST_REPLY: _lost_reply,
    Trouble.LATE_EFFECT: _late_effect,
    Trouble.NO_ANSWER: _no_answer,
}
