"""What the scheduler asks of Slack: at Slack's pace, once each, with an outcome that is told apart."""

import asyncio
import logging
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from time import monotonic
from typing import Any

from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from scheduler.backoff import Backoff
from scheduler.outcomes import Limited, Outcome, Patience, Suspended, Unreachable, outcome_of
from scheduler.pace import HISTORY, OPEN, POST, PUBLISH, UPDATE, Pace

log = logging.getLogger(__name__)

# Messages a page of history: as many as Slack advises.
PAGE = 200

# The type of a delivery's metadata, by which a doubtful post is found again in a channel's history.
DELIVERY_EVENT = "rapport_delivery"


class SlackCalls:
    """Calls to Slack's Web API, shared by all that the scheduler sends.

    A call that was one too many closes its method to that workspace. When the workspace no longer takes the token, or
    Slack cannot be reached, all of them are closed for a while: that says nothing about what was to be sent.

    Args:
        client: With `retry_handlers=[]`, since the SDK's own repeat posts. Its session should bound the time to connect
            (`sock_connect`): running out of it then surely is "not sent".
        patience: How long to wait for an answer, and after a 429.
        away: How long to leave Slack alone when it cannot be reached.
        suspension: How long to leave a workspace alone that does not take the token, in seconds.
        clock: Seconds that only ever grow.
        pace: How fast calls may follow each other.
    """

    def __init__(
        self,
        client: AsyncWebClient,
        *,
        patience: Patience = Patience(),  # noqa: B008 - frozen
        away: Backoff = Backoff(2.0, 60.0, least=0.5),  # noqa: B008 - frozen
        suspension: float = 600.0,
        clock: Callable[[], float] = monotonic,
        pace: Pace | None = None,
    ) -> None:
        if client.retry_handlers:
            msg = "A client that retries by itself may post twice: make it with retry_handlers=[]."
            raise ValueError(msg)
        self.patience = patience
        self.clock = clock
        self.pace = pace or Pace(clock)
        self._client = client
        self._away = away
        self._suspension = suspension
        self._unreached: Counter[str] = Counter()

    async def turn(self, workspace: str, method: str, channel: str | None = None, *, within: float) -> bool:
        """Wait for the turn of a call, which then has to be made at once. What is on hold is not waited for.

        Args:
            workspace: Slack's id of it.
            method: Which is to be called.
            channel: Where to, if it is a post.
            within: Seconds.

        Returns:
            False: it does not come within that time. `pace.wait` says when it may.
        """
        until = self.clock() + within
        while not self.pace.held(workspace, method):
            wait = self.pace.wait(workspace, method, channel)
            if self.clock() + wait > until:
                break
            if wait == 0:
                self.pace.take(workspace, method, channel)
                return True
            # Others wait for the same turn: it need not be there yet.
            await asyncio.sleep(wait)
        return False

    async def open(self, workspace: str, users: Sequence[str]) -> Outcome:
        """Open the direct or group message with these users; safe to repeat. The answer's `channel.id` names it."""
        return await self._call(workspace, OPEN, self._client.conversations_open(users=list(users)))

    async def post(
        self, workspace: str, channel: str, text: str, blocks: Sequence[dict[str, Any]], correlation_id: str
    ) -> Outcome:
        """Post a message. It is never safe to repeat unless the outcome says that nothing was done."""
        metadata = {"event_type": DELIVERY_EVENT, "event_payload": {"correlation_id": correlation_id}}
        call = self._client.chat_postMessage(
            channel=channel, text=text, blocks=blocks, metadata=metadata, unfurl_links=False, unfurl_media=False
        )
        return await self._call(workspace, POST, call)

    async def update(
        self, workspace: str, channel: str, ts: str, text: str, blocks: Sequence[dict[str, Any]]
    ) -> Outcome:
        """Change what a message says; safe to repeat. It keeps its metadata."""
        return await self._call(
            workspace, UPDATE, self._client.chat_update(channel=channel, ts=ts, text=text, blocks=blocks)
        )

    async def history(self, workspace: str, channel: str, oldest: float, cursor: str) -> Outcome:
        """A page of the messages of a channel since a moment, the newest first; `cursor` is empty for the first page.

        With all of their metadata: without asking for it Slack leaves out what they are known by.
        """
        call = self._client.conversations_history(
            channel=channel, oldest=f"{oldest:.6f}", cursor=cursor, limit=PAGE, include_all_metadata=True
        )
        return await self._call(workspace, HISTORY, call)

    async def publish(self, workspace: str, user: str, view: dict[str, Any]) -> Outcome:
        """Show somebody's App Home; safe to repeat."""
        return await self._call(workspace, PUBLISH, self._client.views_publish(user_id=user, view=view))

    async def _call(self, workspace: str, method: str, call: Awaitable[AsyncSlackResponse]) -> Outcome:
        started = self.clock()
        outcome = await outcome_of(call, self.patience)
        milliseconds = (self.clock() - started) * 1000
        log.info("called %s: workspace=%s %s ms=%.0f", method, workspace, type(outcome).__name__, milliseconds)
        self._hold(workspace, method, outcome)
        return outcome

    def _hold(self, workspace: str, method: str, outcome: Outcome) -> None:
        if isinstance(outcome, Unreachable):
            self._unreached[workspace] += 1
            seconds = self._away.seconds(self._unreached[workspace])
            log.warning("Slack cannot be reached: %s; waiting %.1f s", outcome.reason, seconds)
            self.pace.hold(workspace, None, seconds)
            return
        del self._unreached[workspace]
        if isinstance(outcome, Limited):
            log.warning("too many calls of %s: workspace=%s; waiting %.0f s", method, workspace, outcome.seconds)
            self.pace.hold(workspace, method, outcome.seconds)
        elif isinstance(outcome, Suspended):
            log.error("workspace %s refuses the token: %s; waiting %.0f s", workspace, outcome.error, self._suspension)
            self.pace.hold(workspace, None, self._suspension)
