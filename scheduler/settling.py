"""Finding out what became of a post in doubt: the channel's history tells, once nothing more can come."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from scheduler.attempt import STOPPED, WAITING, Tools
from scheduler.outcomes import Done, Failure, Refused, Suspended, Unreachable
from scheduler.pace import HISTORY
from scheduler.slack_calls import DELIVERY_EVENT
from services.doubtful_post import DoubtfulPost, doubtful_post
from storage.completing import Completion, Dead, InDoubt, Retry, Sent, Unconfirmed
from storage.models import Delivery

NOT_THERE = "not in the channel's history"
NO_CHANNEL = "nobody knows which channel it went to"
NO_METADATA = "the history does not tell which message is which"
NO_CURSOR = "the history breaks off"

# How much further back than its delivery a post is looked for: our clock may go wrong by as much.
CLOCKS_DIFFER = timedelta(days=1)


class Settling:
    """One look for a post in doubt. It may be stopped, or fail, and be begun again at any time.

    Args:
        tools: What it works with.
        claimed: The delivery.
        usable_until: When, by the clock of the calls, the last call may begin.

    Attributes:
        claimed: The delivery.
        may_stop: Always: it only reads.
    """

    def __init__(self, tools: Tools, claimed: Delivery, usable_until: float) -> None:
        self.claimed = claimed
        self.may_stop = True
        self._services = tools.services
        self._slack = tools.slack
        self._tries = tools.margins.tries
        self._usable_until = usable_until

    async def make(self) -> Completion:
        """Read the history since just before the post; what became of it, or that it is still in doubt."""
        post = await doubtful_post(self._services, self.claimed.id)
        if not post.was_begun:
            return self._absent()
        if post.channel is None:
            return Unconfirmed(NO_CHANNEL)
        return await self._search(post, post.channel)

    def interrupted(self) -> Completion:
        """What is to be noted when `make` was cancelled."""
        return self._still_in_doubt(STOPPED, counts=False)

    def broken(self, error: str) -> Completion:
        """What is to be noted when `make` raised."""
        return self._still_in_doubt(error)

    async def _search(self, post: DoubtfulPost, channel: str) -> Completion:
        oldest = (min(self.claimed.created_at, self.claimed.not_before) - CLOCKS_DIFFER).timestamp()
        cursor = ""
        while True:
            within = self._usable_until - self._slack.clock()
            if not await self._slack.turn(self.claimed.workspace_id, HISTORY, within=within):
                return self._still_in_doubt(WAITING, counts=False)
            outcome = await self._slack.history(self.claimed.workspace_id, channel, oldest, cursor)
            if not isinstance(outcome, Done):
                return self._unread(outcome)
            for message in outcome.answer["messages"]:
                if message.get("user") != post.bot_user:
                    continue
                correlation_id = _correlation_id(message)
                if correlation_id == self.claimed.correlation_id:
                    return Sent(channel, str(message["ts"]))
                if correlation_id is None:
                    return Unconfirmed(NO_METADATA)
            cursor = (outcome.answer.get("response_metadata") or {}).get("next_cursor") or ""
            if not cursor:
                # A reading that is not complete shows nothing by what it lacks.
                return Unconfirmed(NO_CURSOR) if outcome.answer.get("has_more") else self._absent()

    def _absent(self) -> Completion:
        """It surely did not arrive: it goes again, at its old place in the line."""
        if self.claimed.attempts >= self._tries:
            return Dead(NOT_THERE)
        return Retry(self.claimed.not_before, NOT_THERE, counts=False)

    def _unread(self, outcome: Failure) -> Completion:
        match outcome:
            case Refused(error):
                return Unconfirmed(error)
            case Unreachable(reason) | Suspended(reason):
                return self._still_in_doubt(reason, counts=False)
            case _:
                return self._still_in_doubt(getattr(outcome, "reason", "ratelimited"))

    def _still_in_doubt(self, why: str, *, counts: bool = True) -> Completion:
        """It is looked for again later, until there were enough tries."""
        if counts and self.claimed.attempts + 1 >= self._tries:
            return Unconfirmed(why)
        return InDoubt(self.claimed.channel, why, counts)


def _correlation_id(message: Mapping[str, Any]) -> str | None:
    """What a message of ours is known by; empty for one that was no delivery, None where that is kept from us."""
    metadata = message.get("metadata") or {}
    if metadata.get("event_type") != DELIVERY_EVENT:
        return ""
    payload = metadata.get("event_payload") or {}
    return payload.get("correlation_id")
