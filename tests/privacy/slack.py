"""Slack's side of a walk: what is pressed goes in as Bolt would hand it in, and what would be seen of it comes out."""

import json
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from re import Pattern
from typing import Any, cast

import pytest
from slack_bolt.async_app import AsyncApp, AsyncBoltContext
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse
from slack_sdk.webhook.async_client import AsyncWebhookClient
from slack_sdk.webhook.webhook_response import WebhookResponse

from bot.flows import register_flows
from handlers.events import Intake
from handlers.listening import Listening
from services.context import Services
from tests.services.world import PEOPLE, user_of
from views.wording import Wording

Json = dict[str, Any]
Listener = Callable[[Json, AsyncBoltContext, AsyncAck], Awaitable[None]]

OK = 200
ANY = ""


class Heard:
    """What Slack is told: each call's method and arguments, in order, and the answers to what was pressed."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, Json]] = []

    def take(self) -> list[tuple[str, Json]]:
        """What was heard since the last time."""
        taken, self.calls = self.calls, []
        return taken

    @contextmanager
    def listening(self) -> Iterator["Heard"]:
        """Hear every call instead of sending it."""
        heard = self

        async def api_call(client: AsyncWebClient, api_method: str, **arguments: Any) -> AsyncSlackResponse:  # noqa: ANN401
            said = {**(arguments.get("params") or {}), **(arguments.get("json") or {}), **(arguments.get("data") or {})}
            heard.calls.append((api_method, said))
            answer = {"ok": True, "view": {"id": "V0NEW"}, "channel": {"id": "D0NEW"}, "ts": "1.1"}
            if api_method == "users.info":
                answer["user"] = _user(str(said["user"]))
            return AsyncSlackResponse(
                client=client, http_verb="POST", api_url=api_method, req_args={}, data=answer, headers={},
                status_code=OK,
            )  # fmt: skip

        async def send_dict(webhook: AsyncWebhookClient, body: Json, headers: object = None) -> WebhookResponse:  # noqa: ARG001
            heard.calls.append(("respond", body))
            return WebhookResponse(url=webhook.url, status_code=OK, body="ok", headers={})

        async def files_upload_v2(client: AsyncWebClient, **arguments: Any) -> AsyncSlackResponse:  # noqa: ANN401
            return await api_call(client, "files.upload", params={name: str(said) for name, said in arguments.items()})

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(AsyncWebClient, "api_call", api_call)
            patch.setattr(AsyncWebClient, "files_upload_v2", files_upload_v2)
            patch.setattr(AsyncWebhookClient, "send_dict", send_dict)
            yield self


def _user(slack_id: str) -> Json:
    known = {user_of(name): (called, zone) for name, (called, zone) in PEOPLE.items()}
    called, zone = known[slack_id]
    return {"id": slack_id, "name": slack_id, "real_name": called, "tz": zone, "profile": {}}


class Doors:
    """Where Rapport listens, in the place of a Bolt app, which takes most of a walk's time to find the one listener."""

    def __init__(self) -> None:
        self.listeners: dict[tuple[str, str], Listener] = {}

    def __getattr__(self, kind: str) -> Callable[..., Callable[[Listener], None]]:
        """Note who listens to one kind of deeds: `app.command(name)(listener)`, or with a pattern for any name."""

        def named(name: str | Pattern[str], **_how: object) -> Callable[[Listener], None]:
            return lambda listener: self.listeners.update({(kind, name if isinstance(name, str) else ANY): listener})

        return named

    def listener_of(self, kind: str, name: str) -> Listener:
        """Who listens to a deed of this kind and name."""
        return self.listeners.get((kind, name)) or self.listeners[kind, ANY]


class Desk:
    """Rapport as it listens to one workspace."""

    def __init__(self, services: Services, wording: Wording, heard: Heard, workspace: str) -> None:
        self._client = AsyncWebClient(token="xoxb-test", retry_handlers=[])
        self._installed = AuthorizeResult(enterprise_id=None, team_id=workspace, bot_token="xoxb-test")
        self._doors = Doors()
        self._listening = Listening(
            cast("AsyncApp", self._doors), Intake(services.store, services.now), wording, answer_within=60
        )
        self._heard = heard
        self._workspace = workspace
        register_flows(self._listening, services, wording, self._client)

    async def hand_in(self, user: str, body: Mapping[str, Any]) -> list[tuple[str, Json]]:
        """Hand in what somebody did; all that Slack is told because of it."""
        team = {"id": self._workspace, "domain": "acme"}
        payload = {"team": team, "user": {"id": user}, "trigger_id": "1.2.3", **body}
        context = AsyncBoltContext(authorize_result=self._installed, user_id=user, client=self._client)
        ack = AsyncAck()  # type: ignore[no-untyped-call]
        await self._doors.listener_of(*_door(body))(payload, context, ack)
        answer = json.loads(ack.response.body) if ack.response and ack.response.body else {}
        return [*self._heard.take(), ("answer", answer)]


def _door(body: Mapping[str, Any]) -> tuple[str, str]:
    """Who listens to what somebody did."""
    if "command" in body:
        return "command", str(body["command"])
    if "actions" in body:
        return "block_action", str(body["actions"][0]["action_id"])
    if body["type"] == "view_submission":
        return "view_submission", str(body["view"]["callback_id"])
    return "shortcut", str(body["callback_id"])
