"""The HTTP side of the Web API: tokens, scopes, argument encodings and envelopes."""

import json

from aiohttp import web

from playground.instants import Triggers
from playground.shapes import Json, SlackError
from playground.socket_mode import Sockets
from playground.web_api.call import Call
from playground.web_api.methods import METHODS, Method
from playground.workspace import Workspace


class WebApi:
    """Answers `/api/<method>`.

    Args:
        workspace: The state.
        triggers: The trigger ids that are out.
        sockets: The app's connections.
    """

    def __init__(self, workspace: Workspace, triggers: Triggers, sockets: Sockets) -> None:
        self._workspace = workspace
        self._triggers = triggers
        self._sockets = sockets

    def add_routes(self, app: web.Application) -> None:
        """Serve the methods in `app`."""
        app.router.add_route("*", "/api/{method}", self._serve)

    async def _serve(self, request: web.Request) -> web.Response:
        granted = self._workspace.granted_scopes
        headers = {"x-oauth-scopes": ",".join(granted)}
        method = METHODS.get(request.match_info["method"])
        if method is None:
            return web.json_response(SlackError("unknown_method").answer(), headers=headers)
        if method.scope:
            headers["x-accepted-oauth-scopes"] = method.scope
        try:
            answer = {"ok": True, **await self._answer(request, method)}
        except SlackError as refusal:
            answer = refusal.answer()
        return web.json_response(answer, headers=headers)

    async def _answer(self, request: web.Request, method: Method) -> Json:
        args = await _arguments(request)
        self._authenticate(request, method, args)
        base_url = f"{request.scheme}://{request.host}"
        call = Call(self._workspace, self._triggers, self._sockets, base_url, args)
        if method.scope:
            call.need(method.scope)
        return method.answer(call)

    def _authenticate(self, request: web.Request, method: Method, args: Json) -> None:
        if method.caller == "anybody":
            return
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        given = args.pop("token", None) or (token.strip() if scheme.lower() == "bearer" else None)
        app = self._workspace.app
        if not given:
            raise SlackError("not_authed")
        if given not in (app.bot_token, app.app_token):
            raise SlackError("invalid_auth")
        if not self._workspace.installed:
            raise SlackError("account_inactive")
        if (given == app.app_token) != (method.caller == "app"):
            raise SlackError("not_allowed_token_type")


async def _arguments(request: web.Request) -> Json:
    args: Json = dict(request.query)
    if request.content_type == "application/json":
        try:
            body = json.loads(await request.text() or "{}")
        except ValueError as error:
            raise SlackError("invalid_json") from error
        if not isinstance(body, dict):
            raise SlackError("json_not_object")
        return args | body
    return args | dict(await request.post())
