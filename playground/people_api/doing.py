"""The part of the People API that acts: writing, inviting, pressing, submitting, running commands and shortcuts."""

from base64 import b64decode
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from aiohttp import web

from playground.conversations import Conversation, Kind
from playground.events import Events
from playground.files import Files
from playground.interactions import GoneError, Interactions, Posted
from playground.people_api.asking import Asking, RefusalError
from playground.reactions import add_reaction, remove_reaction
from playground.seed import Person
from playground.shapes import Json
from playground.submissions import Submissions
from playground.typed import as_message
from playground.views import View

DONE: Final[Json] = {"ok": True}


class Doing:
    """What a person can do.

    Args:
        asking: Reads requests.
        events: Tells the app what happened.
        interactions: Brings deeds to the app.
        submissions: Brings modals to the app.
        files: Keeps what people upload.
    """

    def __init__(
        self, asking: Asking, events: Events, interactions: Interactions, submissions: Submissions, files: Files
    ) -> None:
        self._asking = asking
        self._workspace = asking.workspace
        self._events = events
        self._interactions = interactions
        self._submissions = submissions
        self._files = files

    def add_routes(self, app: web.Application) -> None:
        """Serve the acting half of the API in `app`."""
        at = "/people/{as}/conversations/{conversation}"
        app.router.add_post("/people/{as}/conversations", self._open_conversation)
        app.router.add_post(f"{at}/messages", self._say)
        app.router.add_post(f"{at}/read", self._read)
        app.router.add_post(f"{at}/members", self._invite)
        app.router.add_post("/people/{as}/home/opened", self._open_home)
        app.router.add_post("/people/{as}/actions", self._act)
        app.router.add_post("/people/{as}/suggestions", self._suggest)
        app.router.add_post("/people/{as}/files", self._upload)
        app.router.add_post("/people/{as}/reactions", self._react)
        app.router.add_post("/people/{as}/views/{view}/submit", self._submit)
        app.router.add_post("/people/{as}/views/{view}/close", self._close)
        app.router.add_post("/people/{as}/shortcuts", self._run_shortcut)
        app.router.add_patch("/people/{as}/profile", self._change_profile)

    async def _open_conversation(self, request: web.Request) -> web.Response:
        person, body = self._asking.actor(request), await self._asking.body(request)
        others = [str(self._workspace.person(one).id) for one in body.get("users", [])]
        if not others:
            raise RefusalError("no_users", "Choose somebody to write to.")
        return web.json_response({"id": self._workspace.direct([person.id, *others]).id})

    async def _say(self, request: web.Request) -> web.Response:
        person, body = self._asking.actor(request), await self._asking.body(request)
        conversation = self._asking.conversation(request, person)
        text = str(body.get("text", "")).strip()
        if not text:
            raise RefusalError("no_text", "Write something first.")
        thread = str(body.get("thread_ts") or "")
        if text.startswith("/"):
            if thread:
                raise RefusalError("not_in_threads", f"{text.split()[0]} is not supported in threads. Sorry!")
            await self._command(person, conversation, text)
            return web.json_response({"ok": True, "command": True})
        self._refuse_silent(person, conversation)
        if thread and conversation.find(thread) not in conversation.visible_to(person.id):
            raise GoneError("That message is no longer there.")
        said = as_message(self._workspace, text)
        message = self._workspace.post(conversation, person.id, said, thread_ts=thread or None)
        return web.json_response({"ok": True, "ts": message.ts})

    def _refuse_silent(self, person: Person, conversation: Conversation) -> None:
        if person.id not in conversation.members:
            raise RefusalError("not_in_channel", f"{person.real_name} has not joined #{conversation.name}.")
        manifest = self._workspace.manifest
        with_app = conversation.kind is Kind.DIRECT and self._workspace.app.bot_user_id in conversation.members
        if with_app and (not manifest.messages_tab or manifest.messages_tab_read_only):
            raise RefusalError("messages_tab_disabled", "Sending messages to this app has been turned off.")

    async def _command(self, person: Person, conversation: Conversation, typed: str) -> None:
        name, _, text = typed.partition(" ")
        if name == "/invite":
            self._let_in(person, conversation, self._mentioned(text.strip()))
            return
        command = self._workspace.manifest.command(name.lower())
        if command is None:
            sentence = f"{name} is not a valid command."
            self._workspace.slackbot_says(conversation, person.id, sentence)
            raise RefusalError("unknown_command", sentence)
        await self._interactions.command(person, conversation, command, text.strip())

    def _mentioned(self, text: str) -> str:
        name = text.removeprefix("@").lower()
        for person in self._workspace.people.values():
            if name in (person.name.lower(), person.real_name.lower(), person.id.lower()):
                return person.id
        raise RefusalError("user_not_found", f"There is nobody called {text}.")

    async def _invite(self, request: web.Request) -> web.Response:
        person, body = self._asking.actor(request), await self._asking.body(request)
        self._let_in(person, self._asking.conversation(request, person), str(body.get("user", "")))
        return web.json_response(DONE)

    def _let_in(self, person: Person, conversation: Conversation, invited: str) -> None:
        if conversation.kind not in (Kind.CHANNEL, Kind.PRIVATE):
            raise RefusalError("method_not_supported_for_channel_type", "People can be invited to channels only.")
        if self._workspace.person(invited).deleted:
            raise RefusalError("user_is_deactivated", "That account is deactivated.")
        # Whoever invites themselves to a public channel joins it.
        if person.id not in conversation.members and person.id != invited:
            raise RefusalError("not_in_channel", f"{person.real_name} has not joined #{conversation.name}.")
        if invited in conversation.members:
            raise RefusalError("already_in_channel", "They are here already.")
        self._workspace.join(conversation, invited, person.id)

    async def _read(self, request: web.Request) -> web.Response:
        person = self._asking.actor(request)
        conversation = self._asking.conversation(request, person)
        seen = conversation.visible_to(person.id)
        if seen:
            conversation.read[person.id] = seen[-1].ts
            self._workspace.feed.tell([person.id], {"type": "conversations"})
        return web.json_response(DONE)

    async def _open_home(self, request: web.Request) -> web.Response:
        person, body = self._asking.actor(request), await self._asking.body(request)
        tab = body.get("tab", "home")
        if tab not in ("home", "messages"):
            raise RefusalError("no_such_tab", "The app has a home and a messages tab.")
        workspace = self._workspace
        if not (workspace.manifest.home_tab if tab == "home" else workspace.manifest.messages_tab):
            raise RefusalError("not_enabled", f"The app has no {tab} tab.")
        event: Json = {
            "type": "app_home_opened",
            "user": person.id,
            "channel": workspace.direct([person.id, workspace.app.bot_user_id]).id,
            "tab": tab,
            "event_ts": workspace.next_ts(),
        }
        home = workspace.views.homes.get(person.id)
        if home and tab == "home":
            event["view"] = workspace.views.payload(home)
        self._events.send("app_home_opened", event)
        return web.json_response(DONE)

    async def _act(self, request: web.Request) -> web.Response:
        person, body = self._asking.actor(request), await self._asking.body(request)
        await self._interactions.action(person, self._place(request, person, body.get("container") or {}), body)
        return web.json_response(DONE)

    async def _suggest(self, request: web.Request) -> web.Response:
        person, body = self._asking.actor(request), await self._asking.body(request)
        place = self._place(request, person, body.get("container") or {})
        return web.json_response({"options": await self._interactions.suggestions(person, place, body)})

    async def _upload(self, request: web.Request) -> web.Response:
        person, body = self._asking.actor(request), await self._asking.body(request)
        given = body.get("base64")
        content = str(body.get("content", "")).encode() if given is None else _decoded(given)
        file = self._files.keep(str(body.get("name") or "file"), content, person.id)
        return web.json_response({"ok": True, "file": self._files.payload(file)})

    def _place(self, request: web.Request, person: Person, container: Json) -> Posted | View:
        kind = container.get("type")
        if kind == "message":
            return self._posted(request, person, container)
        if kind == "home" and person.id in self._workspace.views.homes:
            return self._workspace.views.homes[person.id]
        if kind == "view":
            return self._top_view(person, str(container.get("view_id")))
        raise GoneError("There is nothing there to act on.")

    async def _react(self, request: web.Request) -> web.Response:
        person, body = self._asking.actor(request), await self._asking.body(request)
        place, name = self._posted(request, person, body.get("message") or {}), str(body.get("name"))
        took_away = person.id in place.message.reactions.get(name, [])
        change = remove_reaction if took_away else add_reaction
        change(self._workspace, place.conversation, place.message, person.id, name)
        return web.json_response(DONE)

    def _posted(self, request: web.Request, person: Person, where: Json) -> Posted:
        conversation = self._asking.conversation(request, person, str(where.get("channel")))
        message = conversation.find(str(where.get("ts")))
        if message is None or message not in conversation.visible_to(person.id):
            raise GoneError("That message is no longer there.")
        return Posted(conversation, message)

    def _top_view(self, person: Person, view_id: str) -> View:
        home = self._workspace.views.homes.get(person.id)
        if home and home.id == view_id:
            return home
        stack = self._workspace.views.stack(person.id)
        if not stack or stack[-1].id != view_id:
            raise GoneError("That form is no longer open.")
        return stack[-1]

    async def _submit(self, request: web.Request) -> web.Response:
        person, body = self._asking.actor(request), await self._asking.body(request)
        view = self._top_view(person, request.match_info["view"])
        values = (body.get("state") or {}).get("values") or {}
        outcome = await self._submissions.submit(person, view, values)
        answer: Json = {"ok": outcome.result != "failed", "result": outcome.result}
        if outcome.errors:
            answer["errors"] = outcome.errors
        if outcome.message:
            answer |= {"error": "dispatch_failed", "message": outcome.message}
        return web.json_response(answer, status=424 if outcome.result == "failed" else 200)

    async def _close(self, request: web.Request) -> web.Response:
        person = self._asking.actor(request)
        await self._submissions.close(person, self._top_view(person, request.match_info["view"]))
        return web.json_response(DONE)

    async def _run_shortcut(self, request: web.Request) -> web.Response:
        person, body = self._asking.actor(request), await self._asking.body(request)
        shortcut = self._workspace.manifest.shortcut(str(body.get("callback_id")))
        on = body.get("message")
        if shortcut is None or shortcut.type != ("message" if on else "global"):
            raise RefusalError("unknown_shortcut", "The app has no such shortcut.")
        if on:
            place = self._posted(request, person, on)
            if place.message.only_for:
                raise RefusalError("message_not_found", "A message that only you see has no shortcuts.")
            await self._interactions.message_shortcut(person, shortcut, place)
        else:
            await self._interactions.shortcut(person, shortcut)
        return web.json_response(DONE)

    async def _change_profile(self, request: web.Request) -> web.Response:
        person, body = self._asking.person(request), await self._asking.body(request)
        changes: dict[str, str | bool] = {}
        if "tz" in body:
            changes["tz"] = _time_zone(str(body["tz"]))
        if body.get("name"):
            changes["real_name"] = str(body["name"])
        if isinstance(body.get("deleted"), bool):
            changes["deleted"] = body["deleted"]
        self._workspace.change_profile(person.id, **changes)
        return web.json_response(DONE)


def _decoded(given: object) -> bytes:
    try:
        return b64decode(str(given), validate=True)
    except ValueError as error:
        raise RefusalError("invalid_content", "That is no file.") from error


def _time_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise RefusalError("no_such_time_zone", f"There is no time zone {name}.") from error
    return name
