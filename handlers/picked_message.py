"""A shortcut on a message: where that stands, whose it is, and its words where they are one's own."""

import asyncio
from collections.abc import Mapping
from typing import Any

from slack_sdk.errors import SlackApiError

from handlers.call import Call
from handlers.profiles import profile_of
from mentoring.people import Profile
from mentoring.picked import PickedMessage, link_to
from mentoring.refusals import Reason, Refusal
from views.typed import mentioned_users, typed_words

# Slack waits three seconds for the form.
MOST_NAMES = 10


async def picked_message(call: Call) -> tuple[PickedMessage, str]:
    """The message a shortcut was used on, and its text as Slack has it; empty unless this person wrote it.

    Raises:
        Refusal: Slack's payload does not say where it stands.
    """
    message: Mapping[str, Any] = call.body.get("message") or {}
    team: Mapping[str, Any] = call.body.get("team") or {}
    user = None if message.get("bot_id") else message.get("user")
    try:
        link = link_to(
            str(team.get("domain")), str(call.channel), str(call.body.get("message_ts")), message.get("thread_ts")
        )
    except ValueError as error:
        raise Refusal(Reason.OUT_OF_DATE) from error
    if user == call.actor.user:
        return PickedMessage(link), str(message.get("text") or "")
    profile = await _profile(call, str(user)) if user else None
    if profile is None or profile.is_bot:
        return PickedMessage(link), ""
    return PickedMessage(link, profile.user, profile.name), ""


async def own_words(call: Call, text: str) -> str:
    """A message's text as it was typed, with names for the people it mentions."""
    mentioned = mentioned_users(text)[:MOST_NAMES]
    profiles = await asyncio.gather(*(_profile(call, user) for user in mentioned))
    return typed_words(text, {profile.user: profile.name for profile in profiles if profile})


async def _profile(call: Call, user: str) -> Profile | None:
    """What Slack says of somebody, who may be of a workspace that it says nothing of."""
    try:
        return await profile_of(call.client, call.actor.workspace, user)
    except SlackApiError:
        return None
