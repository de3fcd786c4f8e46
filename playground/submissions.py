"""What people do with modals: submit and close them, and what the app's answer to that makes of them."""

from dataclasses import dataclass, field

from playground.blocks import kept_view
from playground.client_checks import complaints
from playground.elements import ELEMENTS, elements_of
from playground.interactions import TROUBLE, Interactions
from playground.responses import Responses
from playground.seed import Person
from playground.shapes import Json, SlackError
from playground.socket_mode import Sockets, UnacknowledgedError
from playground.views import View
from playground.workspace import Workspace


@dataclass(frozen=True)
class Outcome:
    """What became of a submission: `closed`, `errors`, `updated`, `pushed` or `failed`."""

    result: str
    errors: dict[str, str] = field(default_factory=dict)
    message: str = ""


class Submissions:
    """Sends modals to the app and does what it answers.

    Args:
        workspace: The state.
        sockets: The app's connections.
        interactions: Shapes the payloads.
        responses: Gives out response URLs.
    """

    def __init__(
        self, workspace: Workspace, sockets: Sockets, interactions: Interactions, responses: Responses
    ) -> None:
        self._workspace = workspace
        self._sockets = sockets
        self._interactions = interactions
        self._responses = responses

    async def submit(self, person: Person, view: View, values: Json) -> Outcome:
        """Submit a modal with what is typed in it.

        Raises:
            BadChoiceError: An element does not offer what was chosen.
        """
        view.type_in(values)
        view.errors = complaints(view.blocks, view.values)
        if view.errors:
            self._workspace.views_changed(person.id)
            return Outcome("errors", view.errors)
        payload = self._interactions.envelope("view_submission", person)
        payload |= {"view": self._workspace.views.payload(view), "response_urls": self._response_urls(person, view)}
        try:
            answer = await self._sockets.deliver("interactive", payload)
            return self._apply(person, view, answer)
        except (UnacknowledgedError, SlackError):
            return Outcome("failed", message=TROUBLE)
        finally:
            self._workspace.views_changed(person.id)

    def _response_urls(self, person: Person, view: View) -> list[Json]:
        urls = []
        for block in view.blocks:
            for element in elements_of(block):
                if element.get("response_url_enabled"):
                    place = {"block_id": block["block_id"], "action_id": element["action_id"]}
                    chosen = view.values[place["block_id"]][place["action_id"]][ELEMENTS[element["type"]].key]
                    if chosen:
                        conversation = self._workspace.conversation(chosen)
                        url = self._responses.give(person.id, conversation)
                        urls.append({**place, "channel_id": chosen, "response_url": url})
        return urls

    def _apply(self, person: Person, view: View, answer: Json) -> Outcome:
        views, action = self._workspace.views, answer.get("response_action")
        if action == "errors":
            return self._show_errors(view, answer.get("errors") or {})
        if action in ("update", "push"):
            source = kept_view(self._workspace.ids, answer.get("view") or {})
            if action == "update":
                views.update(view, source, None)
                return Outcome("updated")
            views.push(person.id, source)
            return Outcome("pushed")
        if action == "clear":
            views.clear(person.id)
        elif action is not None:
            raise SlackError("invalid_arguments")
        # The app may have replaced or closed it in the meantime.
        elif view in views.stack(person.id):
            views.drop(view)
        return Outcome("closed")

    def _show_errors(self, view: View, errors: dict[str, str]) -> Outcome:
        inputs = {block["block_id"] for block in view.blocks if block["type"] == "input"}
        if not errors or not inputs.issuperset(errors):
            raise SlackError("invalid_arguments")
        view.errors = errors
        return Outcome("errors", errors)

    async def close(self, person: Person, view: View) -> None:
        """Close a modal without submitting it; the app hears of it if it asked to.

        Raises:
            UnacknowledgedError: The app did not answer. The modal is closed all the same.
        """
        views = self._workspace.views
        cleared = bool(view.source.get("clear_on_close"))
        closed = [*reversed(views.stack(person.id))] if cleared else [view]
        for one in closed:
            views.drop(one)
        self._workspace.views_changed(person.id)
        for one in closed:
            if one.source.get("notify_on_close"):
                payload = self._interactions.envelope("view_closed", person)
                del payload["trigger_id"]
                payload |= {"view": views.payload(one), "is_cleared": cleared}
                await self._sockets.deliver("interactive", payload)
