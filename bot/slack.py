"""Signing in to Slack at start: a client, and who we are there."""

import asyncio
import logging
from collections.abc import Awaitable
from dataclasses import dataclass

import aiohttp
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.problems import CannotStartError
from bot.settings import Settings
from services.ensure_workspace import Installed

log = logging.getLogger(__name__)

# In seconds. A connection that does not come about was surely not used; an answer that does not come leaves doubt.
CONNECT_WITHIN = 5
ANSWER_WITHIN = 15
TRY_AGAIN_AFTER = (1.0, 3.0, 6.0)

# Slack's own trouble, not the token's.
PASSING = {"fatal_error", "internal_error", "ratelimited", "request_timeout", "service_unavailable"}
SERVER_ERROR = 500

BOT_ADVICE = "Install the app in the workspace again and copy its bot token (OAuth & Permissions)."
APP_ADVICE = "Turn Socket Mode on and make an app-level token with the scope connections:write (Basic Information)."


@dataclass(frozen=True)
class SignedIn:
    """Who we are in Slack.

    Attributes:
        installed: Where Rapport is installed.
        authorization: The same, as Bolt wants to be told for each payload.
        socket_address: Where to connect for Socket Mode; good for half a minute or so.
    """

    installed: Installed
    authorization: AuthorizeResult
    socket_address: str


def open_session() -> aiohttp.ClientSession:
    """The one HTTP session that all calls to Slack share. Needs a running event loop."""
    return aiohttp.ClientSession(
        timeout=aiohttp.ClientTimeout(total=ANSWER_WITHIN, sock_connect=CONNECT_WITHIN),
    )


def slack_client(settings: Settings, session: aiohttp.ClientSession) -> AsyncWebClient:
    """A Web API client. It retries nothing: the SDK's own repeat after a lost connection would post twice."""
    return AsyncWebClient(
        token=settings.slack_bot_token,
        base_url=settings.slack_api_url,
        timeout=ANSWER_WITHIN,
        session=session,
        retry_handlers=[],
        # With a level of its own: without one the SDK writes its debug lines out, only to drop them.
        logger=logging.getLogger("slack_sdk"),
    )


def bolt_app(client: AsyncWebClient, authorization: AuthorizeResult) -> AsyncApp:
    """What takes payloads in. It asks Slack nothing before it answers: who we are is known since the start."""

    async def authorize() -> AuthorizeResult:
        return authorization

    tokenless = AsyncWebClient(
        base_url=client.base_url,
        timeout=client.timeout,
        session=client.session,
        retry_handlers=[],
        logger=client.logger,
    )
    return AsyncApp(
        name="rapport",
        # Bolt gives its loggers the root's level unless it is given one, and at DEBUG it writes whole payloads.
        logger=logging.getLogger("slack_bolt"),
        # The token comes with the authorization; with both, Bolt warns.
        client=tokenless,
        authorize=authorize,
        raise_error_for_unhandled_request=True,
        # Otherwise Bolt asks a hundred times a second whether a listener has acknowledged; ours return as they do.
        process_before_response=True,
        attaching_function_token_enabled=False,
        attaching_conversation_kwargs_enabled=False,
    )


async def sign_in(client: AsyncWebClient, settings: Settings) -> SignedIn:
    """Ask Slack whether both tokens are good, and whose they are. Slack may be a little late.

    Raises:
        CannotStartError: A token is refused, or Slack is not reached.
    """
    for pause in TRY_AGAIN_AFTER:
        try:
            return await _sign_in(client, settings)
        except _NotReachedError as error:
            log.warning("Slack is not reached at %s (%s); trying again in %.0f s", client.base_url, error, pause)
        await asyncio.sleep(pause)
    try:
        return await _sign_in(client, settings)
    except _NotReachedError as error:
        problem = (
            f"Slack is not reached at {client.base_url} ({error}). Check the network, and SLACK_API_URL if it is set."
        )
        raise CannotStartError([problem]) from error


async def _sign_in(client: AsyncWebClient, settings: Settings) -> SignedIn:
    who, offer = await asyncio.gather(
        _ask(client.auth_test(), f"SLACK_BOT_TOKEN is refused by Slack (%s). {BOT_ADVICE}"),
        _ask(
            client.apps_connections_open(app_token=settings.slack_app_token),
            f"SLACK_APP_TOKEN is refused by Slack (%s). {APP_ADVICE}",
        ),
    )
    if isinstance(who, str) or isinstance(offer, str):
        raise CannotStartError(dict.fromkeys(answer for answer in (who, offer) if isinstance(answer, str)))
    return SignedIn(
        installed=Installed(
            workspace=str(who["team_id"]),
            name=str(who.get("team") or ""),
            bot_user=str(who["user_id"]),
            bot_id=str(who.get("bot_id") or ""),
            app=str(who.get("app_id") or ""),
        ),
        authorization=AuthorizeResult.from_auth_test_response(
            auth_test_response=who, bot_token=settings.slack_bot_token
        ),
        socket_address=str(offer["url"]),
    )


class _NotReachedError(Exception):
    """Slack cannot be asked at the moment; the message says why, in a few words."""


async def _ask(call: Awaitable[AsyncSlackResponse], refusal: str) -> AsyncSlackResponse | str:
    """Slack's answer; where it refuses, a sentence for the operator."""
    try:
        return await call
    except (aiohttp.ClientError, OSError) as error:
        raise _NotReachedError(type(error).__name__) from error
    except SlackApiError as error:
        code, status = error_code(error)
        if code is None and status < SERVER_ERROR:
            return f"SLACK_API_URL does not answer as Slack does (HTTP status {status})."
        if code is None or code in PASSING:
            raise _NotReachedError(code or f"HTTP status {status}") from error
        return refusal % code


def error_code(error: SlackApiError) -> tuple[str | None, int]:
    """Slack's own word for what is wrong, where the answer was Slack's, and the HTTP status."""
    response = error.response
    if isinstance(response, AsyncSlackResponse):
        code = response.get("error") if isinstance(response.data, dict) else None
        return code, response.status_code
    return None, int(getattr(response, "status", 0))
