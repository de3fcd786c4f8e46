"""What is in front of somebody: messages, their App Home, and modals to fill in."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from playground.client.choosing import choice_for
from playground.client.errors import NotOfferedError
from playground.client.reading import plain, text_of_blocks
from playground.elements import ELEMENTS, elements_of, options_of
from playground.shapes import Json

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playground.client.onlooker import Onlooker


@dataclass(frozen=True)
class Pressable:
    """A button (or an option of a menu) and where it stands."""

    container: Json
    block_id: str
    element: Json
    option: Json | None = None

    @property
    def request(self) -> Json:
        """The body of the People API's `/actions`, without the state."""
        body = {"container": self.container, "block_id": self.block_id, "action_id": self.element["action_id"]}
        if self.option:
            kind = ELEMENTS[self.element["type"]]
            body[kind.key] = [self.option] if kind.many else self.option
        return body


def find_pressable(container: Json, blocks: list[Json], label: str) -> Pressable | None:
    """The button with that label or action id, or the option with that text in a menu, among blocks."""
    for block in blocks:
        for element in elements_of(block):
            if element["type"] == "button":
                if label in (element["text"]["text"], element["action_id"]):
                    return Pressable(container, block["block_id"], element)
                continue
            if block["type"] == "input":
                continue
            for option in options_of(element):
                if option["text"]["text"] == label:
                    return Pressable(container, block["block_id"], element, option)
    return None


@dataclass(frozen=True)
class SeenMessage:
    """A message as a person sees it.

    Attributes:
        conversation: The id of the conversation.
        raw: The message as the People API gives it.
        names: What to show for ids.
    """

    conversation: str
    raw: Json
    names: "Mapping[str, str]"

    @cached_property
    def text(self) -> str:
        """All that it says, in plain text, its buttons in square brackets."""
        if self.raw["blocks"]:
            return text_of_blocks(self.raw["blocks"], self.names)
        return plain(self.raw["text"], self.names)

    @property
    def ts(self) -> str:
        """Its timestamp."""
        return str(self.raw["ts"])

    @property
    def notification(self) -> str:
        """The text that a notification shows."""
        return str(self.raw["text"])

    @property
    def reactions(self) -> dict[str, int]:
        """How many people put which emoji under it."""
        return {one["name"]: one["count"] for one in self.raw.get("reactions", [])}

    @property
    def files(self) -> list[str]:
        """The titles of its files."""
        return [file["title"] for file in self.raw.get("files", [])]

    @property
    def ephemeral(self) -> bool:
        """Whether nobody else sees it."""
        return bool(self.raw["ephemeral"])

    @property
    def buttons(self) -> list[str]:
        """The labels of its buttons."""
        return labels_of_buttons(self.raw["blocks"])

    def pressable(self, label: str) -> Pressable | None:
        """The button with that label or action id."""
        container = {"type": "message", "channel": self.conversation, "ts": self.ts}
        return find_pressable(container, self.raw["blocks"], label)


@dataclass(frozen=True)
class Home:
    """Somebody's App Home, as they see it."""

    view: Json
    text: str

    @property
    def buttons(self) -> list[str]:
        """The labels of its buttons."""
        return labels_of_buttons(self.view["blocks"])

    def pressable(self, label: str) -> Pressable | None:
        """The button with that label or action id."""
        return find_pressable({"type": "home"}, self.view["blocks"], label)


def labels_of_buttons(blocks: list[Json]) -> list[str]:
    """The labels of all buttons among blocks."""
    return [one["text"]["text"] for block in blocks for one in elements_of(block) if one["type"] == "button"]


@dataclass(frozen=True)
class Submission:
    """What became of a submitted modal: `closed`, `errors`, `updated` or `pushed`; errors by the label of the field."""

    result: str
    errors: dict[str, str] = field(default_factory=dict)


class Modal:
    """The modal on top for somebody, to read, fill in and submit. It follows the app's updates.

    Args:
        actor: In front of whom it is.
        view: The view as the People API gives it.
        names: What to show for ids.
    """

    def __init__(self, actor: "Onlooker", view: Json, names: "Mapping[str, str]") -> None:
        self._actor = actor
        self._names = names
        self._typed: Json = {}
        self.view = view

    @property
    def title(self) -> str:
        """Its title."""
        return str(self.view["title"]["text"])

    @property
    def text(self) -> str:
        """All that it says, what is filled in standing in round brackets."""
        frame = [self.view[key]["text"] for key in ("title", "submit", "close") if self.view.get(key)]
        errors = list(self.view["errors"].values())
        values = {**self.view["state"]["values"]}
        for block_id, choices in self._typed.items():
            values[block_id] = {**values.get(block_id, {}), **choices}
        body = text_of_blocks(self.view["blocks"], self._names, values)
        return "\n".join([frame[0], body, *errors, *(f"[{label}]" for label in frame[1:])])

    @property
    def labels(self) -> list[str]:
        """The labels of its fields."""
        return [block["label"]["text"] for block in self.view["blocks"] if block["type"] == "input"]

    @property
    def buttons(self) -> list[str]:
        """The labels of the buttons inside it."""
        return labels_of_buttons(self.view["blocks"])

    @property
    def errors(self) -> dict[str, str]:
        """The sentence beside each field that is wrong, by the field's label."""
        return self._by_label(self.view["errors"])

    def _by_label(self, errors: dict[str, str]) -> dict[str, str]:
        labels = {block["block_id"]: block.get("label", {}).get("text") for block in self.view["blocks"]}
        return {labels.get(block_id) or block_id: sentence for block_id, sentence in errors.items()}

    def value(self, label: str) -> object:
        """What is filled in, in the form of Slack's state (an option is a mapping).

        Raises:
            NotOfferedError: There is no such field.
        """
        found = self._field(label)
        if found is None:
            raise NotOfferedError(f"there is no field {label!r} in:\n{self.text}")
        block_id, element = found
        state = self._typed.get(block_id, {}).get(element["action_id"])
        state = state or self.view["state"]["values"][block_id][element["action_id"]]
        return next((value for key, value in state.items() if key != "type"), None)

    def _field(self, label: str) -> tuple[str, Json] | None:
        for block in self.view["blocks"]:
            for element in elements_of(block):
                names = [element.get("action_id"), element.get("placeholder", {}).get("text")]
                if block["type"] != "actions":
                    names += [block["block_id"], (block.get("label") or block.get("text") or {}).get("text")]
                if element["type"] != "button" and label in names:
                    return block["block_id"], element
        return None

    async def fill(self, label: str, value: object) -> None:
        """Fill in a field, waiting until it is there.

        Args:
            label: The field's label, placeholder, block id or action id.
            value: A text, an option's text, somebody's name, a channel's `#name`, a date or an instant (also in ISO
                form), a file's name, a list of them where several can be chosen, or None for nothing.

        Raises:
            NotOfferedError: There is no such field or option.
        """
        block_id, element = await self._actor.wait_in(self, lambda: self._field(label), f"a field {label!r}")
        if ELEMENTS[element["type"]].focused_on == "suggestions" and value is not None:
            element = {**element, "options": await self._suggestions(block_id, element, value)}
        choice = await choice_for(self._actor, element, value)
        block = next(one for one in self.view["blocks"] if one["block_id"] == block_id)
        self._typed.setdefault(block_id, {})[element["action_id"]] = choice
        if block["type"] != "input" or block.get("dispatch_action"):
            container = {"type": "view", "view_id": self.view["id"]}
            await self._act({**choice, **Pressable(container, block_id, element).request})

    async def _suggestions(self, block_id: str, element: Json, value: object) -> list[Json]:
        """What the app suggests when each value is typed."""
        place = Pressable({"type": "view", "view_id": self.view["id"]}, block_id, element)
        found: list[Json] = []
        for one in value if isinstance(value, list | tuple) else [value]:
            answer = await self._actor.post("/suggestions", {**place.request, "value": str(one)})
            found += [option for option in answer["options"] if option not in found]
        return found

    def pressable(self, label: str) -> Pressable | None:
        """The button inside it with that label or action id."""
        return find_pressable({"type": "view", "view_id": self.view["id"]}, self.view["blocks"], label)

    async def press(self, label: str) -> None:
        """Press a button inside the modal, waiting until it is there.

        Raises:
            NotOfferedError: There is no such button.
            RefusedError: The app did not answer.
        """
        found = await self._actor.wait_in(self, lambda: self.pressable(label), f"a button {label!r}")
        await self._act(found.request)

    async def _act(self, request: Json) -> None:
        await self._actor.post("/actions", {**request, "state": {"values": self._typed}})
        await self.refresh()

    async def refresh(self) -> None:
        """Read it again; if it is closed meanwhile, what was last seen stays."""
        for view in await self._actor.stack():
            if view["id"] == self.view["id"]:
                self.view = view

    async def see(self, fragment: str) -> None:
        """Wait until the modal says something.

        Raises:
            NotOfferedError: It does not in time.
        """
        await self._actor.wait_in(self, lambda: fragment in self.text or None, repr(fragment))

    async def submit(self) -> Submission:
        """Submit it with what is filled in.

        Raises:
            RefusedError: The app did not answer; the person reads the message.
        """
        answer = await self._actor.post(f"/views/{self.view['id']}/submit", {"state": {"values": self._typed}})
        outcome = Submission(answer["result"], self._by_label(answer.get("errors", {})))
        await self.refresh()
        return outcome

    async def close(self) -> None:
        """Close it without submitting."""
        await self._actor.post(f"/views/{self.view['id']}/close", {})
