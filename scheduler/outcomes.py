"""What became of a call to Slack, told from its answer or from the lack of one.

The difference that matters is between what surely did not happen, and may be tried again, and what may have happened.
"""

import asyncio
import math
from collections.abc import Awaitable, Mapping
from dataclasses import dataclass, field
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_slack_response import AsyncSlackResponse

# Slack no longer knows the token: nothing goes to this workspace until somebody acts.
SUSPENDED = frozenset({"account_inactive", "invalid_auth", "not_authed", "token_expired", "token_revoked"})
# Slack says of these itself that part of the work may have been done.
DOUBTFUL = frozenset({"fatal_error", "internal_error", "service_unavailable"})
# It was not done, and later it can be.
PASSING = frozenset({"message_limit_exceeded", "request_timeout", "team_added_to_org"})
# Whoever was to be written to is no longer in the workspace.
GONE = frozenset({"user_disabled", "user_not_found"})
LIMITED = frozenset({"rate_limited", "ratelimited"})

TOO_MANY_REQUESTS = 429
SERVER_ERROR = 500


@dataclass(frozen=True)
class Done:
    """It was done. `answer` is Slack's."""

    answer: Mapping[str, Any] = field(repr=False)


@dataclass(frozen=True)
class Unreachable:
    """No connection came about: nothing was sent, and nothing is learned about what was to be sent."""

    reason: str


@dataclass(frozen=True)
class Limited:
    """Too many calls: this method is closed to this workspace for so many seconds. Nothing was done."""

    seconds: float


@dataclass(frozen=True)
class Passing:
    """It was not done, for a reason that passes."""

    reason: str


@dataclass(frozen=True)
class Doubtful:
    """It may have been done, or not."""

    reason: str


@dataclass(frozen=True)
class Refused:
    """It was not done, and asking again changes nothing. `error` is Slack's word for why."""

    error: str


@dataclass(frozen=True)
class Suspended:
    """The workspace does not take the token. `error` is Slack's word for why."""

    error: str


Failure = Unreachable | Limited | Passing | Doubtful | Refused | Suspended
Outcome = Done | Failure


@dataclass(frozen=True)
class Patience:
    """How long to wait for Slack, in seconds.

    Attributes:
        answer: For a whole call, from the first byte to the last.
        unsaid: After a 429 that does not say how long.
        longest: After a 429, whatever it says.
    """

    answer: float = 15.0
    unsaid: float = 30.0
    longest: float = 600.0

    def after(self, header: str | None) -> float:
        """The seconds to wait after a 429 with this Retry-After, which may be missing or absurd."""
        try:
            seconds = float(header or "")
        except ValueError:
            return self.unsaid
        if math.isnan(seconds) or seconds < 0:
            return self.unsaid
        return min(max(seconds, 1.0), self.longest)


async def outcome_of(call: Awaitable[AsyncSlackResponse], patience: Patience) -> Outcome:
    """Await a call made with a client that retries nothing, and tell what became of it. Only a cancellation raises."""
    try:
        async with asyncio.timeout(patience.answer):
            response = await call
    except SlackApiError as error:
        return _of_refusal(error, patience)
    # No connection, no name, no certificate, no proxy: the request itself never left.
    except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError, aiohttp.ClientHttpProxyError) as error:
        return Unreachable(type(error).__name__)
    # Anything else (time is up, cut off, an answer that cannot be read) comes after the request has left.
    except Exception as error:  # noqa: BLE001
        return Doubtful(type(error).__name__)
    return Done(response.data if isinstance(response.data, dict) else {})


def _of_refusal(refusal: SlackApiError, patience: Patience) -> Outcome:
    # The SDK gives its own response, or aiohttp's where the body was no JSON.
    response = refusal.response
    own = isinstance(response, AsyncSlackResponse)
    status = response.status_code if own else response.status
    data = response.data if own and isinstance(response.data, dict) else {}
    error = data.get("error")
    if status == TOO_MANY_REQUESTS or error in LIMITED:
        return Limited(patience.after(response.headers.get("Retry-After")))
    if status >= SERVER_ERROR or not isinstance(error, str):
        return Doubtful(f"HTTP {status}")
    return _of_error(error)


def _of_error(error: str) -> Outcome:
    if error in SUSPENDED:
        return Suspended(error)
    if error in DOUBTFUL:
        return Doubtful(error)
    if error in PASSING:
        return Passing(error)
    return Refused(error)
