"""Somebody opens App Home, or writes to the bot: both meet somebody who may never have heard of it."""

from collections.abc import Mapping
from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from handlers.events import Event
from handlers.listening import Listening
from handlers.profiles import SLACKS_OWN, profile_of
from services.answer_message import answer_message
from services.context import Services
from services.open_home import open_home


def register(listening: Listening, services: Services, client: AsyncWebClient) -> None:
    """Listen for opened homes and for direct messages."""

    async def opened(event: Event) -> None:
        profile = await profile_of(client, event.workspace, str(event.facts["user"]))
        await open_home(services, event.workspace, profile)

    async def wrote(event: Event) -> None:
        profile = await profile_of(client, event.workspace, str(event.facts["user"]))
        await answer_message(services, event.workspace, profile, event.id)

    listening.event("app_home_opened", opened, keep=("user",), wanted=_is_home_tab)
    listening.event("message", wrote, keep=("user",), wanted=_is_a_persons_words)


def _is_home_tab(event: Mapping[str, Any]) -> bool:
    # A server that names no tab has only the one.
    return bool(event.get("tab", "home") == "home")


def _is_a_persons_words(event: Mapping[str, Any]) -> bool:
    """Edits, joins and what bots say (this one too) need no answer; a message with a file does."""
    by_person = bool(event.get("user")) and event["user"] not in SLACKS_OWN and not event.get("bot_id")
    in_direct_message = bool(event.get("channel_type") == "im")
    return by_person and in_direct_message and event.get("subtype") in (None, "file_share")
