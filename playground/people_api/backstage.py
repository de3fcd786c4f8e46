"""The part of the People API for whoever runs the playground: the app's traffic, and the faults to switch on."""

from typing import Final

from aiohttp import web

from playground.faults import MEANINGS, Faults
from playground.people_api.asking import Asking, RefusalError
from playground.shapes import Json
from playground.socket_mode import WARNED_AHEAD, Sockets
from playground.traffic import Traffic

AT_ONCE: Final = {
    "drop_sockets": "Break the app's connections off",
    "refresh_sockets": "Warn the app's connections, and end them after so many seconds",
}
"""What happens once, when it is asked for."""


class Backstage:
    """What nobody in the workspace sees.

    Args:
        asking: Reads requests.
        traffic: What went between the app and the workspace.
        faults: What is switched on.
        sockets: The app's connections.
    """

    def __init__(self, asking: Asking, traffic: Traffic, faults: Faults, sockets: Sockets) -> None:
        self._asking = asking
        self._traffic = traffic
        self._faults = faults
        self._sockets = sockets

    def add_routes(self, app: web.Application) -> None:
        """Serve these requests in `app`."""
        app.router.add_get("/people/traffic", self._show_traffic)
        app.router.add_delete("/people/traffic", self._clear_traffic)
        app.router.add_get("/people/faults", self._show_faults)
        app.router.add_post("/people/faults", self._add_fault)
        app.router.add_delete("/people/faults/{fault}", self._remove_fault)

    async def _show_traffic(self, request: web.Request) -> web.Response:
        after = request.query.get("after", "0")
        entries, latest = self._traffic.since(int(after) if after.isdigit() else 0)
        return web.json_response({"entries": [entry.shown() for entry in entries], "latest": latest})

    async def _clear_traffic(self, _request: web.Request) -> web.Response:
        self._traffic.clear()
        return web.json_response({"ok": True})

    async def _show_faults(self, _request: web.Request) -> web.Response:
        kinds = [{"kind": kind, "meaning": meaning} for kind, meaning in (*MEANINGS.items(), *AT_ONCE.items())]
        return web.json_response({"kinds": kinds, "on": [fault.shown() for fault in self._faults.on]})

    async def _add_fault(self, request: web.Request) -> web.Response:
        body = await self._asking.body(request)
        kind = str(body.get("kind"))
        if kind == "drop_sockets":
            self._sockets.drop()
        elif kind == "refresh_sockets":
            self._sockets.refresh_soon(_number(body, "seconds", WARNED_AHEAD))
        else:
            return web.json_response({"ok": True, "id": self._switched_on(kind, body)})
        return web.json_response({"ok": True})

    def _switched_on(self, kind: str, body: Json) -> int:
        times = _number(body, "count", 0)
        seconds = _number(body, "seconds", -1)
        try:
            fault = self._faults.add(
                kind,
                str(body.get("target") or "") or None,
                times=int(times) or None,
                seconds=None if seconds < 0 else seconds,
                error=str(body.get("error") or "internal_error"),
            )
        except ValueError as error:
            raise RefusalError("no_such_fault", f"This cannot be switched on: {error}.") from error
        return fault.number

    async def _remove_fault(self, request: web.Request) -> web.Response:
        number = request.match_info["fault"]
        self._faults.remove(int(number) if number.isdigit() else 0)
        return web.json_response({"ok": True})


def _number(body: Json, name: str, usual: float) -> float:
    value = body.get(name)
    if value in (None, ""):
        return usual
    if isinstance(value, bool) or not isinstance(value, int | float) or value < 0:
        raise RefusalError("no_number", f"{name} must be a number.")
    return value
