"""Slack comes in: which function answers what, and what happens when one fails."""

import asyncio
import logging
import re
from collections.abc import Coroutine, Mapping, Sequence
from typing import Any

from slack_bolt.async_app import AsyncApp, AsyncBoltContext
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_bolt.error import BoltUnhandledRequestError
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse

from handlers.call import Call, CallKind, Json
from handlers.errors import Listener, answer_errors, keep_open
from handlers.events import Event, EventFunction, Intake, Wanted, everything, workspace_of
from mentoring.people import Actor
from views.failures import still_saving
from views.wording import Wording

log = logging.getLogger(__name__)

# Slack waits three seconds for an answer, and the answer has a way to go. What has none by then is left unanswered.
ANSWER_WITHIN, THEN_WITHIN = 2.5, 0.5
AT_ONCE = 50
EVENT = "event"

# Bolt asks its listeners one after the other whether a payload is theirs. A handful are asked, and a table says whose.
ANY_NAME = re.compile("")

# They lead to a form or an answer: nothing that anybody wrote can be lost between their acknowledgement and their end.
OPENING = (CallKind.COMMAND, CallKind.SHORTCUT)


class Listening:
    """Everything that listens to Slack, on one Bolt app.

    Each listener is tracked, so that a stop can wait for it, and at most `at_once` of them run at a time. A refusal
    becomes a kind sentence where the person is; any other failure is logged under an id that the person is shown.
    Whatever a listener left unacknowledged is acknowledged when it returns.

    Args:
        app: Made with `raise_error_for_unhandled_request`, so that what nobody listens to can be acknowledged, and
            with `process_before_response`.
        intake: Remembers events until they are handled.
        wording: What people read when something could not be done.
        at_once: How many listeners may run at the same time; the others wait their turn.
        answer_within: Seconds after which Slack gets an answer though the listener has none yet.
    """

    def __init__(
        self,
        app: AsyncApp,
        intake: Intake,
        wording: Wording,
        *,
        at_once: int = AT_ONCE,
        answer_within: float = ANSWER_WITHIN,
    ) -> None:
        self._intake = intake
        self._wording = wording
        self._room = asyncio.Semaphore(at_once)
        self._answer_within = answer_within
        self._running: set[asyncio.Task[None]] = set()
        self._names: set[tuple[str, str]] = set()
        self._listeners: dict[tuple[str, str], Listener] = {}
        app.middleware(intake.remember)
        for listens in (app.command, app.shortcut, app.block_action, app.view_submission, app.view_closed):
            listens(ANY_NAME, matchers=[self._is_listened_to])(self._answer)
        app.event(ANY_NAME, matchers=[self._is_listened_to])(self._take_in)
        app.error(self._on_error)

    @property
    def names(self) -> frozenset[tuple[str, str]]:
        """What is listened to: pairs such as ("command", "/checkin") or ("event", "app_home_opened")."""
        return frozenset(self._names)

    def command(self, name: str, listener: Listener) -> None:
        """Answer a slash command."""
        self._listen(CallKind.COMMAND, name, listener)

    def shortcut(self, callback_id: str, listener: Listener) -> None:
        """Answer a global or message shortcut."""
        self._listen(CallKind.SHORTCUT, callback_id, listener)

    def action(self, action_id: str, listener: Listener) -> None:
        """Answer a button or another element, in a message, a modal or the Home."""
        self._listen(CallKind.ACTION, action_id, listener)

    def submission(self, callback_id: str, listener: Listener) -> None:
        """Answer a submitted form."""
        self._listen(CallKind.SUBMISSION, callback_id, listener)

    def closed(self, callback_id: str, listener: Listener) -> None:
        """Learn that a form was closed without being submitted."""
        self._listen(CallKind.CLOSED, callback_id, listener)

    def event(self, kind: str, handle: EventFunction, *, keep: Sequence[str] = (), wanted: Wanted = everything) -> None:
        """Handle an event, once, also when a crash comes between its acknowledgement and its end.

        Args:
            kind: Slack's name of the event; for messages of all sorts `message`.
            handle: May be called again with an event that it had not finished.
            keep: Which parts of the event to remember, such as `user` or `user.tz`; never anybody's words.
            wanted: Says of Slack's event whether to remember it at all. What it declines is acknowledged and forgotten.
        """
        self._note(EVENT, kind)
        self._intake.subscribe(kind, handle, keep=keep, wanted=wanted)

    async def replay_events(self) -> None:
        """Handle the events that were acknowledged but never finished. Nothing happens when there are none."""
        for event in await self._intake.take_unfinished():
            await self._handle(event)

    @property
    def is_at_work(self) -> bool:
        """Whether any listener runs."""
        return bool(self._running)

    async def catch_up(self) -> None:
        """Wait until no listener runs."""
        while self._running:
            await asyncio.wait(self._running)

    async def drain(self, within: float) -> int:
        """Wait until no listener runs.

        Args:
            within: Seconds. What still runs then is cancelled.

        Returns:
            How many had to be cancelled.
        """
        if not self._running:
            return 0
        _, left = await asyncio.wait(self._running, timeout=within)
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)
        return len(left)

    async def _on_error(self, error: Exception, request: AsyncBoltRequest) -> BoltResponse | None:
        kind, name = address = _address(request.body)
        if not isinstance(error, BoltUnhandledRequestError):
            # An event comes again, anything else Slack tells the person that it failed.
            log.error("not accepted: %s %s", kind, name, exc_info=error)
            return None
        if address in self._names:
            # Not acknowledged in Slack's time, and so not to be acknowledged: Slack tells the person.
            log.warning("not answered in time: %s %s", kind, name)
            return None
        log.warning("nobody listens: %s %s", kind, name)
        return BoltResponse(status=200)

    async def _is_listened_to(self, body: Json) -> bool:
        return _address(body) in self._names

    def _listen(self, kind: CallKind, name: str, listener: Listener) -> None:
        self._note(kind, name)
        self._listeners[kind, str(name)] = listener

    def _note(self, kind: str, name: str) -> None:
        if (kind, str(name)) in self._names:
            error = f"Two listeners for the same {kind}: {name}"
            raise ValueError(error)
        self._names.add((kind, str(name)))

    def _start(self, work: Coroutine[None, None, None]) -> asyncio.Task[None]:
        # Neither Bolt nor asyncio keeps a reference to it.
        task = asyncio.create_task(work)
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        return task

    async def _answer(self, body: Json, context: AsyncBoltContext, ack: AsyncAck) -> None:
        kind, name = address = _address(body)
        actor = Actor(workspace_of(context), context.user_id or "")
        call = Call(CallKind(kind), name, actor, body, context.client, ack, self._wording)
        if call.kind in OPENING and self._room.locked():
            # In a rush its turn may come late; Slack's three seconds do not wait for it.
            await call.acknowledge()
        # Bolt sends the answer as this returns, and the listener may go on.
        answer = {self._start(self._carry_out(call, self._listeners[address])), call.answered}
        done, _ = await asyncio.wait(answer, timeout=self._answer_within, return_when=asyncio.FIRST_COMPLETED)
        if not done:
            await self._bridge(call)
            await asyncio.wait(answer, timeout=THEN_WITHIN, return_when=asyncio.FIRST_COMPLETED)

    async def _bridge(self, call: Call) -> None:
        """Answer, in Slack's time, a call whose listener takes longer; a click is left to show that it is not done."""
        log.warning("slow: %s %s by %s", call.kind, call.name, call.actor.user)
        if call.kind is CallKind.SUBMISSION:
            await keep_open(call, still_saving(self._wording))
        elif call.kind in OPENING:
            # What it asks for comes later, by another way than the acknowledgement.
            await call.acknowledge()

    async def _take_in(self, context: AsyncBoltContext) -> None:
        self._start(self._handle(context[Intake.KEY]))

    async def _handle(self, event: Event) -> None:
        async with self._room:
            await self._intake.handle(event)

    async def _carry_out(self, call: Call, listener: Listener) -> None:
        started = asyncio.get_running_loop().time()
        async with self._room:
            outcome = await answer_errors(call, listener, self._wording)
        # Not when it was cancelled: what is not acknowledged, the person knows to do again.
        await call.acknowledge()
        milliseconds = (asyncio.get_running_loop().time() - started) * 1000
        log.info("%s %s by %s: %s in %.0f ms", call.kind, call.name, call.actor.user, outcome, milliseconds)


def _address(body: Mapping[str, Any]) -> tuple[str, str]:
    """Which listener a payload is for: pairs as `Listening.names` has them. Slack's ids alone, nobody's words."""
    kind = str(body.get("type"))
    view: Mapping[str, Any] = body.get("view") or {}
    actions: Sequence[Mapping[str, Any]] = body.get("actions") or [{}]
    event: Mapping[str, Any] = body.get("event") or {}
    if "command" in body:
        return CallKind.COMMAND, str(body["command"])
    match kind:
        case "block_actions":
            return CallKind.ACTION, str(actions[0].get("action_id"))
        case "view_submission":
            return CallKind.SUBMISSION, str(view.get("callback_id"))
        case "view_closed":
            return CallKind.CLOSED, str(view.get("callback_id"))
        case "shortcut" | "message_action":
            return CallKind.SHORTCUT, str(body.get("callback_id"))
        case "event_callback":
            return EVENT, str(event.get("type"))
        case _:
            return kind, ""
