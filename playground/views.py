"""Modals and App Homes: what is open for whom, with what each person typed so far."""

import secrets
from dataclasses import dataclass, field

from playground.elements import find_element, read_choice, state_of
from playground.instants import Ids
from playground.limits import VIEW_STACK
from playground.seed import AppIdentity
from playground.shapes import Json, SlackError


@dataclass
class View:
    """A modal that is open, or somebody's App Home.

    `source` is what the app sent (its blocks with ids filled in), `values` the state, `errors` sentences by block id.
    """

    id: str
    person: str
    source: Json
    root_id: str
    previous_id: str | None
    hash: str = ""
    values: Json = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)

    @property
    def blocks(self) -> list[Json]:
        """The view's blocks."""
        blocks: list[Json] = self.source["blocks"]
        return blocks

    def replace(self, source: Json) -> None:
        """Show something else in its place. What was typed stays where the same block and action still stand."""
        self.source = source
        self.values = state_of(source["blocks"], self.values)
        self.errors = {}
        self.hash = f"{secrets.randbelow(10**10)}.{secrets.token_hex(4)}"

    def type_in(self, values: Json) -> None:
        """Take over what the person has typed or chosen so far.

        Raises:
            BadChoiceError: An element does not offer what was chosen.
        """
        for block_id, choices in values.items():
            for action_id, given in choices.items():
                # A page may still send fields of the view it showed a moment ago: what is gone is nobody's any more.
                if action_id in self.values.get(block_id, {}):
                    element = find_element(self.blocks, block_id, action_id)
                    self.values[block_id][action_id] = read_choice(element, given) if element else given


class Views:
    """All open modals, a stack for each person, and the App Homes."""

    def __init__(self, ids: Ids, app: AppIdentity, team_id: str) -> None:
        self._ids = ids
        self._app = app
        self._team_id = team_id
        self._stacks: dict[str, list[View]] = {}
        self.homes: dict[str, View] = {}

    def payload(self, view: View) -> Json:
        """The view as Slack sends it to the app."""
        source = view.source
        return {
            "id": view.id,
            "team_id": self._team_id,
            "type": source["type"],
            "blocks": view.blocks,
            "private_metadata": source.get("private_metadata") or "",
            "callback_id": source.get("callback_id") or "",
            "state": {"values": view.values},
            "hash": view.hash,
            "title": source.get("title") or {"type": "plain_text", "text": "View Title", "emoji": True},
            "clear_on_close": bool(source.get("clear_on_close")),
            "notify_on_close": bool(source.get("notify_on_close")),
            "close": source.get("close"),
            "submit": source.get("submit"),
            "previous_view_id": view.previous_id,
            "root_view_id": view.root_id,
            "app_id": self._app.id,
            "external_id": source.get("external_id") or "",
            "app_installed_team_id": self._team_id,
            "bot_id": self._app.bot_id,
        }

    def stack(self, person: str) -> list[View]:
        """The person's open modals, the visible one last."""
        return self._stacks.setdefault(person, [])

    def open(self, person: str, source: Json) -> View:
        """Open a modal; whatever was open gives way to it."""
        self._refuse_duplicate(source)
        self._stacks[person] = []
        return self._add(person, source)

    def push(self, person: str, source: Json) -> View:
        """Lay a modal on the person's open ones.

        Raises:
            SlackError: Nothing is open, or three already are.
        """
        self._refuse_duplicate(source)
        if not self.stack(person):
            raise SlackError("not_found")
        if len(self.stack(person)) >= VIEW_STACK:
            raise SlackError("push_limit_reached")
        return self._add(person, source)

    def _add(self, person: str, source: Json) -> View:
        stack = self.stack(person)
        view_id = self._ids.next("V")
        root = stack[0].id if stack else view_id
        view = View(view_id, person, {}, root, stack[-1].id if stack else None)
        view.replace(source)
        stack.append(view)
        return view

    def publish(self, person: str, source: Json, known_hash: str | None) -> View:
        """Show a person's App Home.

        Raises:
            SlackError: The app knew another version than the one that is shown.
        """
        view = self.homes.get(person)
        if view is None:
            view_id = self._ids.next("V")
            view = self.homes[person] = View(view_id, person, {}, view_id, None)
        elif known_hash and known_hash != view.hash:
            raise SlackError("hash_conflict")
        view.replace(source)
        return view

    def update(self, view: View, source: Json, known_hash: str | None) -> None:
        """Replace what an open modal shows.

        Raises:
            SlackError: The app knew another version than the one that is shown.
        """
        if known_hash and known_hash != view.hash:
            raise SlackError("hash_conflict")
        self._refuse_duplicate(source, besides=view)
        view.replace(source)

    def _refuse_duplicate(self, source: Json, besides: View | None = None) -> None:
        external = source.get("external_id")
        if external and any(one.source.get("external_id") == external for one in self._open() if one is not besides):
            raise SlackError("duplicate_external_id")

    def _open(self) -> list[View]:
        return [view for stack in self._stacks.values() for view in stack]

    def find(self, view_id: str | None = None, external_id: str | None = None) -> View:
        """An open modal, by its id or the app's own id for it.

        Raises:
            SlackError: It is not open (any more).
        """
        for view in self._open():
            if view.id == view_id or (external_id and view.source.get("external_id") == external_id):
                return view
        raise SlackError("not_found")

    def drop(self, view: View) -> None:
        """Take one modal away; the one beneath shows again."""
        self.stack(view.person).remove(view)

    def clear(self, person: str) -> None:
        """Take all of a person's modals away."""
        self.stack(person).clear()
