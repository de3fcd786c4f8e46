"""Reactions: what people and the app put under messages, and how an app hears of it."""

import re
from typing import Final

from playground.conversations import Conversation, Message
from playground.shapes import Json, SlackError
from playground.workspace import Workspace

_NAME: Final = re.compile(r"[a-z0-9_'+-]+(::skin-tone-[2-6])?")


def add_reaction(workspace: Workspace, conversation: Conversation, message: Message, user: str, name: str) -> None:
    """Put an emoji under a message.

    Raises:
        SlackError: `invalid_name`, or `already_reacted`.
    """
    if not _NAME.fullmatch(name):
        raise SlackError("invalid_name")
    users = message.reactions.setdefault(name, [])
    if user in users:
        raise SlackError("already_reacted")
    users.append(user)
    _tell(workspace, conversation, message, user, name, "reaction_added")


def remove_reaction(workspace: Workspace, conversation: Conversation, message: Message, user: str, name: str) -> None:
    """Take one's emoji away.

    Raises:
        SlackError: `no_reaction`.
    """
    users = message.reactions.get(name, [])
    if user not in users:
        raise SlackError("no_reaction")
    users.remove(user)
    if not users:
        del message.reactions[name]
    _tell(workspace, conversation, message, user, name, "reaction_removed")


def _tell(
    workspace: Workspace, conversation: Conversation, message: Message, user: str, name: str, event_type: str
) -> None:
    workspace.tell_of(conversation, {"type": "conversation", "id": conversation.id})
    if workspace.app.bot_user_id in conversation.members:
        event: Json = {
            "type": event_type,
            "user": user,
            "reaction": name,
            "item": {"type": "message", "channel": conversation.id, "ts": message.ts},
            "item_user": message.user,
            "event_ts": workspace.next_ts(),
        }
        workspace.on_event(event_type, event)
