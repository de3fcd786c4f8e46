"""Slack's side of the desk: payloads go in through Bolt, what is said comes out at a real HTTP server."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web
from slack_bolt.async_app import AsyncApp
from slack_bolt.request.async_request import AsyncBoltRequest

TEAM, USER, BOT_USER, BOT = "T0HOME", "U0MAYA", "U0RAPPORT", "B0RAPPORT"

Json = dict[str, Any]


class Slack:
    """A server that notes every call of its Web API and of its response URLs, and agrees to all.

    Attributes:
        calls: Method and arguments, in order; what came to a response URL is called `respond`.
        refusals: Methods to refuse, with Slack's word for why.
        takes_charts: Whether a response URL takes a message with a chart.
    """

    def __init__(self) -> None:
        self.calls: list[tuple[str, Json]] = []
        self.refusals: dict[str, str] = {}
        self.takes_charts = True
        self._runner: web.AppRunner | None = None
        self.url = ""

    async def start(self) -> None:
        app = web.Application()
        app.router.add_route("*", "/api/{method}", self._answer)
        app.router.add_post("/respond", self._note_response)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"

    async def stop(self) -> None:
        if self._runner:
            await self._runner.cleanup()

    async def _answer(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        arguments = await request.json() if request.content_type == "application/json" else dict(await request.post())
        self.calls.append((method, arguments))
        if method in self.refusals:
            return web.json_response({"ok": False, "error": self.refusals[method]})
        return web.json_response({"ok": True, "view": {"id": "V0NEW"}})

    async def _note_response(self, request: web.Request) -> web.Response:
        message = await request.json()
        self.calls.append(("respond", message))
        has_chart = any(block["type"] == "data_visualization" for block in message.get("blocks", ()))
        refused = has_chart and not self.takes_charts
        return web.Response(status=400, text="invalid_blocks") if refused else web.Response(text="ok")


@dataclass(frozen=True)
class Ack:
    """What Slack hears at once: an HTTP status, and an answer in it. Over a socket only status 200 is an answer."""

    status: int
    answer: Json = field(default_factory=dict)


class Desk:
    """Hands payloads to a Bolt app, shaped as Slack shapes them."""

    def __init__(self, app: AsyncApp, slack: Slack) -> None:
        self._app = app
        self._slack = slack

    async def hand_in(self, body: Mapping[str, Any]) -> Ack:
        """Hand a payload in, and wait for its answer."""
        response = await self._app.async_dispatch(AsyncBoltRequest(mode="socket_mode", body=dict(body)))
        text = response.body or ""
        return Ack(response.status, json.loads(text) if text.startswith("{") else {"text": text} if text else {})

    async def command(self, name: str, words: str = "") -> Ack:
        """Type a command in a channel."""
        return await self.hand_in(
            {
                "command": name,
                "text": words,
                "team_id": TEAM,
                "user_id": USER,
                "channel_id": "C0TALK",
                "trigger_id": "1.2.3",
                "response_url": f"{self._slack.url}/respond",
            }
        )

    async def press(self, action_id: str, value: str = "", **place: object) -> Ack:
        """Press a button; `place` says where, a message in a channel unless it is given."""
        in_message = {
            "channel": {"id": "D0MAYA"},
            "container": {"type": "message", "message_ts": "1.5", "channel_id": "D0MAYA"},
            "response_url": f"{self._slack.url}/respond",
        }
        action = {"type": "button", "action_id": action_id, "block_id": "b", "value": value}
        return await self.hand_in(_interaction("block_actions", actions=[action], **(place or in_message)))

    async def submit(self, callback_id: str, view_id: str = "V0FORM", blocks: list[Json] | None = None) -> Ack:
        """Submit a form of two fields and a text between them, unless blocks are given."""
        return await self.hand_in(_interaction("view_submission", view=view(callback_id, view_id, blocks)))

    async def close(self, callback_id: str) -> Ack:
        """Close a form without submitting it."""
        return await self.hand_in(_interaction("view_closed", view=view(callback_id), trigger_id=None))

    async def shortcut(self, callback_id: str) -> Ack:
        """Choose a global shortcut."""
        return await self.hand_in(_interaction("shortcut", callback_id=callback_id))

    async def event(self, kind: str, event_id: str = "Ev1", **facts: object) -> Ack:
        """Let something happen in the workspace."""
        event = {"type": kind, **facts}
        return await self.hand_in({"type": "event_callback", "team_id": TEAM, "event_id": event_id, "event": event})


def view(callback_id: str, view_id: str = "V0FORM", blocks: list[Json] | None = None) -> Json:
    """A modal as Slack sends it back."""
    fields = [
        {"type": "input", "block_id": "when", "label": {}, "element": {}},
        {"type": "section", "block_id": "text", "text": {}},
        {"type": "input", "block_id": "notes", "label": {}, "element": {}},
    ]
    return {
        "id": view_id,
        "type": "modal",
        "callback_id": callback_id,
        "hash": "1.abc",
        "blocks": fields if blocks is None else blocks,
        "state": {"values": {}},
    }


def _interaction(kind: str, **parts: object) -> Json:
    body = {"type": kind, "team": {"id": TEAM}, "user": {"id": USER, "team_id": TEAM}, "trigger_id": "1.2.3", **parts}
    return {name: part for name, part in body.items() if part is not None}
