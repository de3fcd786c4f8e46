"""Answers to a person's deed that come as a message: in the acknowledgement, or later over a `response_url`."""

import json
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from aiohttp import web

from playground.blocks import kept_blocks
from playground.conversations import Conversation
from playground.shapes import Json, SlackError
from playground.traffic import Traffic
from playground.workspace import Workspace

USES = 5
LIFE = timedelta(minutes=30)


@dataclass
class Answerable:
    """What a `response_url` answers: who did something, where, and to which message if it was a message's button."""

    person: str
    conversation: Conversation
    message_ts: str | None
    expires: datetime
    uses: int = 0


class Responses:
    """The response URLs that are out. Each can be used five times in thirty minutes of the workspace's time.

    Attributes:
        base_url: Where this server is reached; known once it has started.
    """

    def __init__(self, workspace: Workspace, traffic: Traffic) -> None:
        self._workspace = workspace
        self._traffic = traffic
        self._out: dict[str, Answerable] = {}
        self.base_url = ""

    def give(self, person: str, conversation: Conversation, message_ts: str | None = None) -> str:
        """A fresh `response_url` for what the person just did."""
        token = secrets.token_urlsafe(24)
        self._out[token] = Answerable(person, conversation, message_ts, self._workspace.now() + LIFE)
        return f"{self.base_url}/response/{token}"

    def add_routes(self, app: web.Application) -> None:
        """Serve the response URLs in `app`."""
        app.router.add_post("/response/{token}", self._serve)

    async def _serve(self, request: web.Request) -> web.Response:
        try:
            body = json.loads(await request.text())
        except ValueError:
            return web.json_response({"ok": False, "error": "invalid_payload"}, status=400)
        entry = self._traffic.begin("response_url", "response_url", body)
        status, result = 200, {"ok": True}
        try:
            answered = self._use(request.match_info["token"])
            self.answer(answered, body)
        except SlackError as refusal:
            status = 404 if refusal.code in {"expired_url", "used_url"} else 400
            result = refusal.answer()
        self._traffic.answered(entry, result)
        self._traffic.end(entry, status=status)
        return web.json_response(result, status=status)

    def _use(self, token: str) -> Answerable:
        answered = self._out.get(token)
        if answered is None or self._workspace.now() >= answered.expires:
            raise SlackError("expired_url")
        if answered.uses >= USES:
            raise SlackError("used_url")
        answered.uses += 1
        return answered

    def answer(self, answered: Answerable, body: Json) -> None:
        """Do what an answer says: a new message (to this person alone, or in the channel), or a change of the original.

        Raises:
            SlackError: There is nothing to show, or Slack would not take the blocks.
        """
        workspace, conversation = self._workspace, answered.conversation
        original = conversation.find(answered.message_ts) if answered.message_ts else None
        if original and not original.from_app:
            # A message shortcut's answer stands beside the message, which remains its author's.
            original = None
        if body.get("delete_original"):
            if original:
                workspace.delete(conversation, original)
            return
        text, blocks = body.get("text") or "", body.get("blocks") or []
        if not text and not blocks:
            raise SlackError("no_text")
        blocks = kept_blocks(workspace.ids, blocks)
        if body.get("replace_original") and original:
            workspace.edit(conversation, original, text, blocks, None)
            return
        in_channel = body.get("response_type") == "in_channel"
        workspace.post(
            conversation,
            workspace.app.bot_user_id,
            text,
            blocks=blocks,
            from_app=True,
            only_for=None if in_channel else answered.person,
        )

    def answer_now(self, person: str, conversation: Conversation, body: Json) -> None:
        """Show what came with an acknowledgement, if it says anything.

        Raises:
            SlackError: Slack would not take the blocks.
        """
        if body.get("text") or body.get("blocks"):
            self.answer(Answerable(person, conversation, None, self._workspace.now()), body)
