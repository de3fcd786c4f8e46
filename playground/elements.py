"""The interactive elements of Block Kit: what each keeps as its state, and how a person's choice is read."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time

from playground.shapes import Json


class BadChoiceError(ValueError):
    """A person's choice that the element does not offer."""


@dataclass(frozen=True)
class Element:
    """How one type of element carries what a person chose.

    Attributes:
        key: The field of the choice in `state.values` and in an action, such as `selected_option`.
        initial: The field with which an app prefills it; None where it cannot be.
        keeps_state: Whether the choice is part of a view's state; a button's and an overflow's is not.
        many: Whether the choice is a list.
        focused_on: What a person picks from: `text`, `rich text`, `options`, `suggestions` (options that the app serves
            while somebody types), `ids`, `date`, `time`, `instant`, `files` or `nothing`.
    """

    key: str
    initial: str | None
    keeps_state: bool = True
    many: bool = False
    focused_on: str = "text"


ELEMENTS: dict[str, Element] = {
    "button": Element("value", None, keeps_state=False, focused_on="nothing"),
    "overflow": Element("selected_option", None, keeps_state=False, focused_on="options"),
    "static_select": Element("selected_option", "initial_option", focused_on="options"),
    "radio_buttons": Element("selected_option", "initial_option", focused_on="options"),
    "checkboxes": Element("selected_options", "initial_options", many=True, focused_on="options"),
    "multi_static_select": Element("selected_options", "initial_options", many=True, focused_on="options"),
    "users_select": Element("selected_user", "initial_user", focused_on="ids"),
    "multi_users_select": Element("selected_users", "initial_users", many=True, focused_on="ids"),
    "channels_select": Element("selected_channel", "initial_channel", focused_on="ids"),
    "multi_channels_select": Element("selected_channels", "initial_channels", many=True, focused_on="ids"),
    "conversations_select": Element("selected_conversation", "initial_conversation", focused_on="ids"),
    "multi_conversations_select": Element(
        "selected_conversations", "initial_conversations", many=True, focused_on="ids"
    ),
    "datepicker": Element("selected_date", "initial_date", focused_on="date"),
    "timepicker": Element("selected_time", "initial_time", focused_on="time"),
    "datetimepicker": Element("selected_date_time", "initial_date_time", focused_on="instant"),
    "plain_text_input": Element("value", "initial_value"),
    "email_text_input": Element("value", "initial_value"),
    "url_text_input": Element("value", "initial_value"),
    "number_input": Element("value", "initial_value"),
    "rich_text_input": Element("rich_text_value", "initial_value", focused_on="rich text"),
    "external_select": Element("selected_option", "initial_option", focused_on="suggestions"),
    "multi_external_select": Element("selected_options", "initial_options", many=True, focused_on="suggestions"),
    "file_input": Element("files", None, many=True, focused_on="files"),
}


def elements_of(block: Json) -> Iterator[Json]:
    """The interactive elements of one block, in order."""
    several = block.get("elements")
    candidates = [*(several if isinstance(several, list) else []), block.get("accessory"), block.get("element")]
    if block.get("type") in ("section", "actions", "input"):
        yield from (one for one in candidates if isinstance(one, dict) and str(one.get("type")) in ELEMENTS)


def find_element(blocks: list[Json], block_id: str, action_id: str) -> Json | None:
    """The element with these ids, if it is there."""
    for block in blocks:
        if block.get("block_id") == block_id:
            return next((one for one in elements_of(block) if one.get("action_id") == action_id), None)
    return None


def options_of(element: Json) -> list[Json]:
    """All options of an element, those of its groups included."""
    grouped = [option for group in element.get("option_groups", []) for option in group["options"]]
    return [*element.get("options", []), *grouped]


def initial_state(element: Json) -> Json:
    """The element's entry in `state.values` before anybody touched it."""
    kind = ELEMENTS[element["type"]]
    empty: list[str] | None = [] if kind.many else None
    initial = element.get(kind.initial, empty) if kind.initial else empty
    return {"type": element["type"], kind.key: initial}


def read_choice(element: Json, given: Json) -> Json:
    """A person's choice for an element, in the form of Slack's state: `{"type": …, "selected_option": {…}}`.

    Args:
        element: The element as the app sent it.
        given: What the page says, with the element's own field; of options the `value` is enough.

    Raises:
        BadChoiceError: The element does not offer that.
    """
    kind = ELEMENTS[element["type"]]
    value = given.get(kind.key)
    if kind.many:
        chosen: object = [_one(element, kind, item) for item in value or []]
    else:
        chosen = None if value in (None, "") else _one(element, kind, value)
    return {"type": element["type"], kind.key: chosen}


def _one(element: Json, kind: Element, value: object) -> object:
    if kind.focused_on == "options":
        return _option(element, value)
    if kind.focused_on in _SHAPES:
        return _shaped(kind, value)
    if kind.focused_on == "instant":
        if isinstance(value, bool) or not isinstance(value, int):
            raise BadChoiceError(f"{value!r} is no instant in seconds")
        return value
    if not isinstance(value, str):
        raise BadChoiceError(f"{value!r} is no text")
    try:
        if kind.focused_on == "date":
            date.fromisoformat(value)
        elif kind.focused_on == "time":
            time.fromisoformat(value)
    except ValueError as error:
        raise BadChoiceError(f"{value!r} is no {kind.focused_on}") from error
    return value


_SHAPES: dict[str, tuple[str, ...]] = {
    "suggestions": ("text", "value"),
    "rich text": ("type", "elements"),
    "files": ("id", "name"),
}
"""What a choice that is an object cannot do without."""


def _shaped(kind: Element, value: object) -> object:
    if not isinstance(value, dict) or any(key not in value for key in _SHAPES[kind.focused_on]):
        raise BadChoiceError(f"{value!r} is none of the {kind.focused_on}")
    return value


def _option(element: Json, value: object) -> Json:
    wanted = value.get("value") if isinstance(value, dict) else value
    for option in options_of(element):
        if option.get("value") == wanted:
            return option
    raise BadChoiceError(f"there is no option {wanted!r}")


def state_of(blocks: list[Json], typed: Json) -> Json:
    """The `values` of a view's state.

    What was typed stays where the same block, action and type still stand; else it is what the app prefilled.

    Args:
        blocks: The view's blocks, each with its ids.
        typed: The `values` from before, or from the page.
    """
    values: Json = {}
    for block in blocks:
        for element in elements_of(block):
            if not ELEMENTS[element["type"]].keeps_state:
                continue
            state = initial_state(element)
            before = typed.get(block["block_id"], {}).get(element["action_id"])
            if before is not None and before.get("type", element["type"]) == element["type"]:
                state = _still_offered(element, before) or state
            values.setdefault(block["block_id"], {})[element["action_id"]] = state
    return values


def _still_offered(element: Json, before: Json) -> Json | None:
    try:
        return read_choice(element, before)
    except BadChoiceError:
        return None
