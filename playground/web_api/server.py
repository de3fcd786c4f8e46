"""The HTTP side of the Web API: tokens, scopes, rates, argument encodings and envelopes."""

import json
from collections.abc import Callable
from functools import partial

from aiohttp import web

from playground.faults import Faults, go_wrong, too_many
from playground.files import Files
from playground.instants import Triggers
from playground.rates import Rates, TooManyError
from playground.shapes import Json, SlackError
from playground.socket_mode import Sockets
from playground.traffic import Entry, Traffic
from playground.web_api.call import Call
from playground.web_api.methods import METHODS, Method
from playground.workspace import Workspace


class WebApi:
    """Answers `/api/<method>`.

    Args:
        workspace: The state.
        triggers: The trigger ids that are out.
        sockets: The app's connections.
        files: The files that are being uploaded.
        rates: How often each method may be called.
        faults: What goes wrong on purpose.
        traffic: Where every call is noted.

    Attributes:
        pass_answer: What becomes of each answer on its way to the app.
    """

    def __init__(
        self,
        workspace: Workspace,
        triggers: Triggers,
        sockets: Sockets,
        files: Files,
        rates: Rates,
        faults: Faults,
        traffic: Traffic,
    ) -> None:
        self._workspace = workspace
        self._triggers = triggers
        self._sockets = sockets
        self._files = files
        self._rates = rates
        self._faults = faults
        self._traffic = traffic
        self.pass_answer: Callable[[Json], Json] = lambda answer: answer

    def add_routes(self, app: web.Application) -> None:
        """Serve the methods in `app`."""
        app.router.add_route("*", "/api/{method}", self._serve)

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        name = request.match_info["method"]
        args, unread = await _arguments(request)
        entry = self._traffic.begin("call", name, args)
        fault = self._faults.take_for_call(name)
        carry_out = partial(self._carry_out, request, args, unread, entry)
        response: web.StreamResponse
        try:
            response = await go_wrong(fault, request, carry_out) if fault else web.json_response(carry_out())
        except TooManyError as refusal:
            entry.error, response = "ratelimited", too_many(refusal.retry_after)
        if not response.prepared:
            response.headers.update(self._headers(name))
        arrives = request.transport is not None and not request.transport.is_closing()
        self._traffic.end(entry, status=response.status if arrives else None, fault=fault.trouble if fault else None)
        return response

    def _headers(self, name: str) -> dict[str, str]:
        headers = {"x-oauth-scopes": ",".join(self._workspace.granted_scopes)}
        method = METHODS.get(name)
        return headers | {"x-accepted-oauth-scopes": method.scope} if method and method.scope else headers

    def _carry_out(self, request: web.Request, args: Json, unread: SlackError | None, entry: Entry) -> Json:
        try:
            if unread:
                raise unread
            answer = {"ok": True, **self._answer(request, entry.name, args)}
        except SlackError as refusal:
            answer = refusal.answer()
        self._traffic.answered(entry, answer)
        return self.pass_answer(answer)

    def _answer(self, request: web.Request, name: str, args: Json) -> Json:
        method = METHODS.get(name)
        if method is None:
            raise SlackError("unknown_method")
        args = dict(args)
        self._authenticate(request, method, args)
        self._rates.take(name, str(args.get("channel")) if name == "chat.postMessage" else None)
        base_url = f"{request.scheme}://{request.host}"
        call = Call(self._workspace, self._triggers, self._sockets, self._files, base_url, args)
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


async def _arguments(request: web.Request) -> tuple[Json, SlackError | None]:
    """The arguments of a call, and why they cannot be read if they cannot."""
    args: Json = dict(request.query)
    if request.content_type != "application/json":
        return args | dict(await request.post()), None
    try:
        body = json.loads(await request.text() or "{}")
    except ValueError:
        return args, SlackError("invalid_json")
    if not isinstance(body, dict):
        return args, SlackError("json_not_object")
    return args | body, None
