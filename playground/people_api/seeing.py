"""The part of the People API that shows: the workspace, conversations, messages, views, and the stream of changes."""

import asyncio
from asyncio import Queue
from contextlib import suppress

from aiohttp import WSMsgType, web

from playground.conversations import Conversation, Kind, Message, reactions_payload
from playground.people_api.asking import Asking, can_see
from playground.seed import Person
from playground.shapes import Json
from playground.traffic import TOPIC
from playground.views import View


class Seeing:
    """What a person can see.

    Args:
        asking: Reads requests.
    """

    def __init__(self, asking: Asking) -> None:
        self._asking = asking
        self._workspace = asking.workspace
        self._listeners: set[web.WebSocketResponse] = set()

    def add_routes(self, app: web.Application) -> None:
        """Serve the reading half of the API in `app`."""
        app.router.add_get("/people/workspace", self._show_workspace)
        app.router.add_get("/people/{as}/conversations", self._show_conversations)
        app.router.add_get("/people/{as}/conversations/{conversation}/messages", self._show_messages)
        app.router.add_get("/people/{as}/home", self._show_home)
        app.router.add_get("/people/{as}/views", self._show_views)
        app.router.add_get("/people/{as}/events", self._stream)

    async def _show_workspace(self, _request: web.Request) -> web.Response:
        workspace, manifest = self._workspace, self._workspace.manifest
        return web.json_response(
            {
                "workspace": {
                    "id": workspace.team_id,
                    "name": workspace.seed.workspace_name,
                    "domain": workspace.seed.domain,
                },
                "app": {
                    "id": workspace.app.id,
                    "name": manifest.bot_name,
                    "bot_user_id": workspace.app.bot_user_id,
                    "description": manifest.description,
                },
                "people": [_person(person) for person in workspace.people.values()],
                "channels": [
                    {"id": one.id, "name": one.name}
                    for one in workspace.conversations.values()
                    if one.kind is Kind.CHANNEL
                ],
                "commands": [
                    {"command": one.name, "description": one.description, "usage_hint": one.usage_hint}
                    for one in manifest.commands
                ],
                "shortcuts": [
                    {
                        "name": one.name,
                        "type": one.type,
                        "callback_id": one.callback_id,
                        "description": one.description,
                    }
                    for one in manifest.shortcuts
                ],
                "features": {"home": manifest.home_tab, "messages": manifest.messages_tab},
                "tour": [{"text": step.text, "as": step.act_as} for step in workspace.seed.tour],
            }
        )

    async def _show_conversations(self, request: web.Request) -> web.Response:
        person = self._asking.person(request)
        seen = [one for one in self._workspace.conversations.values() if can_see(one, person)]
        return web.json_response({"conversations": [self._conversation(one, person) for one in seen]})

    def _conversation(self, conversation: Conversation, person: Person) -> Json:
        return {
            "id": conversation.id,
            "kind": self._kind(conversation),
            "name": self._name(conversation, person),
            "members": conversation.members,
            "is_member": person.id in conversation.members,
            "unread": conversation.unread(person.id) if person.id in conversation.members else 0,
            "topic": conversation.topic,
        }

    def _kind(self, conversation: Conversation) -> str:
        if conversation.kind is Kind.DIRECT and self._workspace.app.bot_user_id in conversation.members:
            return "app"
        words = {Kind.CHANNEL: "channel", Kind.PRIVATE: "private", Kind.DIRECT: "im", Kind.GROUP: "mpim"}
        return words[conversation.kind]

    def _name(self, conversation: Conversation, person: Person) -> str:
        if conversation.kind in (Kind.CHANNEL, Kind.PRIVATE):
            return conversation.name
        others = [one for one in conversation.members if one != person.id] or [person.id]
        return ", ".join(self._workspace.person(one).real_name for one in others)

    async def _show_messages(self, request: web.Request) -> web.Response:
        person = self._asking.person(request)
        conversation = self._asking.conversation(request, person)
        return web.json_response({"messages": [self._message(one) for one in conversation.visible_to(person.id)]})

    def _message(self, message: Message) -> Json:
        shown: Json = {
            "ts": message.ts,
            "user": message.user,
            "text": message.text,
            "blocks": message.blocks,
            # Slack shows no "(edited)" beside a message made of blocks.
            "edited": message.edited_ts is not None and not message.blocks,
            "ephemeral": message.only_for is not None,
        }
        if message.from_app:
            shown["bot_id"] = self._workspace.app.bot_id
        further: Json = {"metadata": message.metadata, "thread_ts": message.thread_ts, "subtype": message.subtype}
        further |= {"files": message.files, "reactions": reactions_payload(message)}
        return shown | {key: value for key, value in further.items() if value}

    async def _show_home(self, request: web.Request) -> web.Response:
        view = self._workspace.views.homes.get(self._asking.person(request).id)
        return web.json_response({"view": self._view(view) if view else None})

    async def _show_views(self, request: web.Request) -> web.Response:
        stack = self._workspace.views.stack(self._asking.person(request).id)
        return web.json_response({"stack": [self._view(view) for view in stack]})

    def _view(self, view: View) -> Json:
        return self._workspace.views.payload(view) | {"errors": view.errors}

    async def _stream(self, request: web.Request) -> web.StreamResponse:
        person = self._asking.person(request)
        socket = web.WebSocketResponse(heartbeat=30)
        await socket.prepare(request)
        self._listeners.add(socket)
        topics = [TOPIC] if "traffic" in request.query else []
        with self._workspace.feed.subscribe(person.id, *topics) as changes:
            await socket.send_json({"type": "clock", "now": self._workspace.now().isoformat()})
            pushing = asyncio.create_task(_push(socket, changes))
            try:
                # Nothing is expected from the other side but its end.
                async for message in socket:
                    if message.type is WSMsgType.ERROR:
                        break
            finally:
                pushing.cancel()
                self._listeners.discard(socket)
        return socket

    async def close(self) -> None:
        """End all streams."""
        for socket in [*self._listeners]:
            await socket.close()


async def _push(socket: web.WebSocketResponse, changes: Queue[Json]) -> None:
    with suppress(ConnectionError):
        while True:
            await socket.send_json(await changes.get())


def _person(person: Person) -> Json:
    return {
        "id": person.id,
        "name": person.name,
        "real_name": person.real_name,
        "title": person.title,
        "tz": person.tz,
        "colour": f"#{person.colour}",
        "initials": person.initials,
        "is_bot": person.is_bot,
        "is_admin": person.is_admin or person.is_owner,
        "deleted": person.deleted,
        "note": person.note,
    }
