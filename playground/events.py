"""The Events API: the app is told what its manifest subscribes to, and told again if it does not answer."""

import asyncio
from asyncio import Task
from typing import Final

from playground.faults import Faults
from playground.shapes import Json
from playground.socket_mode import Sockets, UnacknowledgedError
from playground.workspace import Workspace

SCOPES: Final = {
    "member_joined_channel": ("channels:read", "groups:read"),
    "message.channels": ("channels:history",),
    "message.groups": ("groups:history",),
    "message.im": ("im:history",),
    "message.mpim": ("mpim:history",),
    "reaction_added": ("reactions:read",),
    "reaction_removed": ("reactions:read",),
    "user_change": ("users:read",),
}
"""The scopes of which an event asks for one; one that is not named asks for none."""

RETRY_AFTER = (0.0, 60.0, 300.0)
"""Seconds from a failed delivery to the next try, as Slack waits."""


class Events:
    """Sends events to the app.

    Args:
        workspace: Whose events these are.
        sockets: The app's connections.
        faults: What goes wrong on purpose: an event may come twice.
        retry_after: Seconds to wait before each further try.
    """

    def __init__(
        self, workspace: Workspace, sockets: Sockets, faults: Faults, retry_after: tuple[float, ...] = RETRY_AFTER
    ) -> None:
        self._workspace = workspace
        self._faults = faults
        self._sockets = sockets
        self._retry_after = retry_after
        self._running: set[Task[None]] = set()

    def send(self, name: str, event: Json) -> None:
        """Send an event if the manifest subscribes to `name` and has a scope for it; the caller need not wait."""
        workspace, scopes = self._workspace, SCOPES.get(name)
        if name not in workspace.manifest.events or not workspace.installed:
            return
        if scopes and not set(scopes).intersection(workspace.granted_scopes):
            return
        payload = self._envelope(event)
        for _ in range(2 if self._faults.take_for_event(event["type"]) else 1):
            task = asyncio.get_running_loop().create_task(self._deliver(payload))
            self._running.add(task)
            task.add_done_callback(self._running.discard)

    def _envelope(self, event: Json) -> Json:
        workspace = self._workspace
        event_id = workspace.ids.next("Ev")
        return {
            "token": "playground",
            "team_id": workspace.team_id,
            "context_team_id": workspace.team_id,
            "context_enterprise_id": None,
            "api_app_id": workspace.app.id,
            "event": event,
            "type": "event_callback",
            "event_id": event_id,
            "event_time": int(workspace.now().timestamp()),
            "authorizations": [
                {
                    "enterprise_id": None,
                    "team_id": workspace.team_id,
                    "user_id": workspace.app.bot_user_id,
                    "is_bot": True,
                    "is_enterprise_install": False,
                }
            ],
            "is_ext_shared_channel": False,
            "event_context": f"4-{event_id}",
        }

    async def _deliver(self, payload: Json) -> None:
        retry: Json = {"retry_attempt": 0, "retry_reason": ""}
        for attempt, wait in enumerate((*self._retry_after, None), start=1):
            try:
                await self._sockets.deliver("events_api", payload, wants_answer=False, retry=retry)
            except UnacknowledgedError as failure:
                if wait is None:
                    return
                await asyncio.sleep(wait)
                reason = "timeout" if failure.code == "operation_timeout" else "connection_failed"
                retry = {"retry_attempt": attempt, "retry_reason": reason}
            else:
                return

    async def stop(self) -> None:
        """Give up what is still on its way."""
        for task in self._running:
            task.cancel()
        await asyncio.gather(*self._running, return_exceptions=True)
