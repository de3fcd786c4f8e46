"""Conversations and their messages: the records, and how Slack's Web API shows them."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from playground.shapes import Json


class Kind(StrEnum):
    """What sort of conversation it is, by the word in Slack's scopes (`im:read`) and events (`message.im`)."""

    CHANNEL = "channels"
    PRIVATE = "groups"
    DIRECT = "im"
    GROUP = "mpim"


CHANNEL_TYPE: Final = {Kind.CHANNEL: "channel", Kind.PRIVATE: "group", Kind.DIRECT: "im", Kind.GROUP: "mpim"}
"""The `channel_type` of a message event."""


@dataclass
class Message:
    """One message.

    `only_for` names the one person who sees it (ephemeral); `from_app` tells that the app posted it; `reactions` has
    who reacted by the emoji's name.
    """

    ts: str
    channel: str
    user: str
    text: str
    blocks: list[Json] = field(default_factory=list)
    from_app: bool = False
    metadata: Json | None = None
    thread_ts: str | None = None
    only_for: str | None = None
    edited_ts: str | None = None
    subtype: str | None = None
    files: list[Json] = field(default_factory=list)
    reactions: dict[str, list[str]] = field(default_factory=dict)

    @property
    def is_reply(self) -> bool:
        """Whether it stands in another message's thread."""
        return self.thread_ts not in (None, self.ts)


@dataclass
class Conversation:
    """A channel or a direct message. `read` holds the `ts` up to which each person has read."""

    id: str
    kind: Kind
    name: str
    members: list[str]
    created: int
    topic: str = ""
    messages: list[Message] = field(default_factory=list)
    read: dict[str, str] = field(default_factory=dict)

    def visible_to(self, person: str) -> list[Message]:
        """The messages the person sees here, oldest first."""
        return [message for message in self.messages if message.only_for in (None, person)]

    def unread(self, person: str) -> int:
        """How many messages of others the person has not read."""
        since = self.read.get(person, "")
        return sum(1 for message in self.visible_to(person) if message.ts > since and message.user != person)

    def find(self, ts: str) -> Message | None:
        """The message with that timestamp."""
        return next((message for message in self.messages if message.ts == ts), None)

    def replies(self, parent: Message) -> list[Message]:
        """The replies in a message's thread, oldest first."""
        return [one for one in self.messages if one.is_reply and one.thread_ts == parent.ts and not one.only_for]

    @property
    def name_for_apps(self) -> str:
        """The `channel_name` of a slash command and the `channel.name` of an action."""
        if self.kind is Kind.DIRECT:
            return "directmessage"
        return "privategroup" if self.kind is Kind.PRIVATE else self.name


def reactions_payload(message: Message) -> list[Json]:
    """The reactions to a message, as the Web API shows them."""
    return [{"name": name, "users": users, "count": len(users)} for name, users in message.reactions.items()]


def conversation_payload(conversation: Conversation, bot_user: str, team_id: str) -> Json:
    """A conversation object, as the bot sees it."""
    kind = conversation.kind
    common: Json = {
        "id": conversation.id,
        "created": conversation.created,
        "is_archived": False,
        "is_im": kind is Kind.DIRECT,
        "is_org_shared": False,
        "context_team_id": team_id,
        "updated": conversation.created * 1000,
    }
    if kind is Kind.DIRECT:
        return common | {
            "user": next((one for one in conversation.members if one != bot_user), bot_user),
            "is_user_deleted": False,
            "is_open": True,
            "priority": 0,
        }
    topic = {"value": conversation.topic, "creator": "", "last_set": 0}
    return common | {
        "name": conversation.name,
        "name_normalized": conversation.name,
        "is_channel": kind is Kind.CHANNEL,
        "is_group": kind is Kind.PRIVATE,
        "is_mpim": kind is Kind.GROUP,
        "is_private": kind is not Kind.CHANNEL,
        "is_general": False,
        "is_shared": False,
        "is_ext_shared": False,
        "is_pending_ext_shared": False,
        "is_member": bot_user in conversation.members,
        "is_open": True,
        "unlinked": 0,
        "creator": conversation.members[0] if conversation.members else "",
        "topic": topic,
        "purpose": {"value": "", "creator": "", "last_set": 0},
        "previous_names": [],
    }
