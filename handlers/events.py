"""Slack's events: recorded before they are acknowledged, handled once, replayed when a crash came between."""

import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, ClassVar

from slack_bolt.async_app import AsyncBoltContext
from slack_bolt.response import BoltResponse

from storage import slack_events
from storage.store import Store

log = logging.getLogger(__name__)

SETTLE = timedelta(seconds=30)
KEEP = timedelta(hours=48)
GIVE_UP_AFTER = timedelta(hours=1)
BATCH = 100


@dataclass(frozen=True)
class Event:
    """Something that happened in a workspace.

    Attributes:
        workspace: Slack's id of it.
        id: Slack's id of the event; the same when Slack sends it again.
        kind: Slack's name of it, such as `app_home_opened`.
        facts: What the handler asked to keep, by its path in Slack's event. What Slack left out is absent.
        received_at: When it came.
    """

    workspace: str
    id: str
    kind: str
    facts: Mapping[str, Any]
    received_at: datetime

    @property
    def key(self) -> tuple[str, str]:
        """What tells it from every other event."""
        return self.workspace, self.id


EventFunction = Callable[[Event], Awaitable[None]]
Wanted = Callable[[Mapping[str, Any]], bool]


def everything(_: Mapping[str, Any]) -> bool:
    """Every event of a kind is wanted."""
    return True


@dataclass(frozen=True)
class _Subscription:
    handle: EventFunction
    keep: Sequence[str]
    wanted: Wanted


@dataclass
class Intake:
    """The events that came in and what is to be done with them.

    An event stays unfinished until its handler returns. A handler that fails is given the event again by the next
    replay, for an hour; then it is given up. Each failure is in the log.

    Args:
        store: Where events are remembered.
        now: The clock.
        settle: Replays leave younger events alone: another process, which received them, may still be at work.
    """

    KEY: ClassVar[str] = "rapport_event"

    store: Store
    now: Callable[[], datetime]
    settle: timedelta = SETTLE
    _subscriptions: dict[str, _Subscription] = field(default_factory=dict, init=False)
    _in_hand: set[tuple[str, str]] = field(default_factory=set, init=False)

    def subscribe(self, kind: str, handle: EventFunction, *, keep: Sequence[str], wanted: Wanted) -> None:
        """Say who handles a kind of event, and what to remember of it."""
        self._subscriptions[kind] = _Subscription(handle, keep, wanted)

    async def remember(
        self,
        body: Mapping[str, Any],
        context: AsyncBoltContext,
        next: Callable[[], Awaitable[None]],  # noqa: A002 - Bolt's name
    ) -> BoltResponse | None:
        """Bolt middleware: record an event before it is acknowledged, and let only new ones through.

        When recording fails it raises, Bolt does not acknowledge, and Slack sends the event again.
        """
        happened: Mapping[str, Any] = body.get("event") or {}
        kind = str(happened.get("type"))
        subscription = self._subscriptions.get(kind)
        if body.get("type") != "event_callback" or subscription is None:
            await next()
            return None
        if not subscription.wanted(happened):
            return BoltResponse(status=200)
        facts = {path: value for path in subscription.keep if (value := _at(path, happened)) is not None}
        event = Event(workspace_of(context), str(body["event_id"]), kind, facts, self.now())
        if event.key in self._in_hand:
            return BoltResponse(status=200)
        self._in_hand.add(event.key)
        try:
            is_new = await self._record(event)
        except BaseException:
            self._in_hand.discard(event.key)
            raise
        if not is_new:
            self._in_hand.discard(event.key)
            log.info("event %s (%s) had come before", event.id, kind)
            return BoltResponse(status=200)
        context[self.KEY] = event
        await next()
        return None

    async def handle(self, event: Event) -> None:
        """Carry out what an event asks for. A failure is logged and, for some time, left to the next replay."""
        try:
            await self._subscriptions[event.kind].handle(event)
        except Exception:
            is_given_up = self.now() - event.received_at >= GIVE_UP_AFTER
            then = "it is given up" if is_given_up else "it is tried again"
            log.exception("event %s (%s) failed; %s", event.id, event.kind, then)
            if not is_given_up:
                return
        finally:
            self._in_hand.discard(event.key)
        await self.store.write(lambda tx: slack_events.finish_event(tx, event.workspace, event.id, self.now()))

    async def take_unfinished(self) -> list[Event]:
        """Take in hand the events that were recorded and not finished, oldest first, to be given to `handle`.

        Finished events that Slack can no longer send again are deleted.
        """
        now = self.now()
        await self.store.write(lambda tx: slack_events.forget_events(tx, now - KEEP))
        rows = await self.store.read(
            lambda tx: slack_events.unfinished_events(tx, self._subscriptions, now - self.settle, limit=BATCH)
        )
        events = [Event(row.workspace_id, row.event_id, row.kind, row.facts, row.received_at) for row in rows]
        free = [event for event in events if event.key not in self._in_hand]
        self._in_hand.update(event.key for event in free)
        return free

    async def _record(self, event: Event) -> bool:
        return await self.store.write(
            lambda tx: slack_events.record_event(
                tx, event.workspace, event.id, event.kind, event.facts, event.received_at
            )
        )


def workspace_of(context: AsyncBoltContext) -> str:
    """The workspace in which this app is installed and that a payload was sent to.

    Not always the one that its sender belongs to: a channel can be shared between two workspaces.
    """
    installed = context.authorize_result
    return (installed.team_id if installed else context.team_id) or ""


def _at(path: str, event: Mapping[str, Any]) -> Any:  # noqa: ANN401 - whatever Slack put there
    found: Any = event
    for name in path.split("."):
        found = found.get(name) if isinstance(found, Mapping) else None
    return found
