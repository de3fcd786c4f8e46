"""Every Web API method the playground has: who may call it, and with which scope."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from playground.shapes import Json
from playground.web_api import chat, conversations, files, identity, reactions, views
from playground.web_api.call import Call


@dataclass(frozen=True)
class Method:
    """One method.

    Attributes:
        name: Its name in the address.
        answer: Makes the answer, without the envelope's `ok`.
        scope: The scope it asks for. None: no scope, or one that depends on the conversation and is asked in `answer`.
        caller: Whose token it takes: `bot`, `app` (the app-level token), or `anybody` without one.
    """

    name: str
    answer: Callable[[Call], Json]
    scope: str | None = None
    caller: str = "bot"


METHODS: Final = {
    method.name: method
    for method in (
        Method("api.test", identity.api_test, caller="anybody"),
        Method("apps.connections.open", identity.apps_connections_open, caller="app"),
        Method("auth.test", identity.auth_test),
        Method("bots.info", identity.bots_info, "users:read"),
        Method("chat.delete", chat.chat_delete, "chat:write"),
        Method("chat.getPermalink", chat.chat_get_permalink),
        Method("chat.postEphemeral", chat.chat_post_ephemeral, "chat:write"),
        Method("chat.postMessage", chat.chat_post_message, "chat:write"),
        Method("chat.update", chat.chat_update, "chat:write"),
        Method("conversations.history", conversations.conversations_history),
        Method("conversations.info", conversations.conversations_info),
        Method("conversations.list", conversations.conversations_list),
        Method("conversations.members", conversations.conversations_members),
        Method("conversations.open", conversations.conversations_open),
        Method("conversations.replies", conversations.conversations_replies),
        Method("files.completeUploadExternal", files.files_complete_upload_external, "files:write"),
        Method("files.getUploadURLExternal", files.files_get_upload_url_external, "files:write"),
        Method("reactions.add", reactions.reactions_add, "reactions:write"),
        Method("reactions.get", reactions.reactions_get, "reactions:read"),
        Method("reactions.remove", reactions.reactions_remove, "reactions:write"),
        Method("team.info", identity.team_info, "team:read"),
        Method("users.info", identity.users_info, "users:read"),
        Method("users.list", identity.users_list, "users:read"),
        Method("views.open", views.views_open),
        Method("views.publish", views.views_publish),
        Method("views.push", views.views_push),
        Method("views.update", views.views_update),
    )
}
