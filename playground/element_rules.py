"""What Slack asks of each interactive element."""

from collections.abc import Callable
from typing import Final

from playground import limits
from playground.elements import ELEMENTS, options_of
from playground.inspection import Inspection
from playground.shapes import Json

MODALS_ONLY: Final = {"email_text_input", "url_text_input", "number_input", "file_input"}
NOT_AT_HOME: Final = {"datetimepicker"}

IN_ACTIONS: Final = {one for one, kind in ELEMENTS.items() if not one.endswith("_input")}
IN_SECTIONS: Final = IN_ACTIONS | {"image"}
IN_INPUTS: Final = set(ELEMENTS) - {"button", "overflow"} | {"rich_text_input", "file_input"}


def inspect_element(inspection: Inspection, element: object, path: str, allowed: set[str]) -> None:
    """Look over one element.

    Args:
        inspection: Notes what is wrong.
        element: The element.
        path: Where it stands.
        allowed: The types that its block can hold.
    """
    if not isinstance(element, dict):
        inspection.fail(path, "must be an object")
        return
    kind = str(element.get("type"))
    if kind not in allowed:
        inspection.fail(f"{path}/type", f"unsupported type: {kind}")
        return
    if (kind in MODALS_ONLY and inspection.surface != "modal") or (
        kind in NOT_AT_HOME and inspection.surface == "home"
    ):
        inspection.fail(f"{path}/type", f"unsupported type: {kind} in a {inspection.surface}")
    inspection.string(element, "action_id", path, at_most=limits.ID)
    inspection.text(element, "placeholder", path, at_most=limits.PLACEHOLDER_TEXT, plain=True)
    if "confirm" in element:
        _confirm(inspection, element["confirm"], f"{path}/confirm")
    if rule := _RULES.get(kind):
        rule(inspection, element, path)


def _confirm(inspection: Inspection, confirm: object, path: str) -> None:
    if not isinstance(confirm, dict):
        inspection.fail(path, "must be an object")
        return
    inspection.text(confirm, "title", path, at_most=limits.CONFIRM_TITLE, required=True, plain=True)
    inspection.text(confirm, "text", path, at_most=limits.CONFIRM_TEXT, required=True)
    inspection.text(confirm, "confirm", path, at_most=limits.CONFIRM_BUTTON, required=True, plain=True)
    inspection.text(confirm, "deny", path, at_most=limits.CONFIRM_BUTTON, required=True, plain=True)


def _button(inspection: Inspection, element: Json, path: str) -> None:
    inspection.text(element, "text", path, at_most=limits.BUTTON_TEXT, required=True, plain=True)
    inspection.string(element, "value", path, at_most=limits.BUTTON_VALUE)
    inspection.string(element, "url", path, at_most=limits.URL)
    if element.get("style") not in (None, "primary", "danger"):
        inspection.fail(f"{path}/style", "must be primary or danger")


def _select(inspection: Inspection, element: Json, path: str) -> None:
    if "option_groups" in element:
        for place, group in inspection.items(element, "option_groups", path, at_most=limits.OPTION_GROUPS):
            inspection.text(group, "label", place, at_most=limits.OPTION_TEXT, required=True, plain=True)
            _options(inspection, group, place, at_most=limits.OPTIONS)
    else:
        _options(inspection, element, path, at_most=limits.OPTIONS)
    _initial(inspection, element, path)


def _overflow(inspection: Inspection, element: Json, path: str) -> None:
    _options(inspection, element, path, at_most=limits.OVERFLOW_OPTIONS)


def _boxes(inspection: Inspection, element: Json, path: str) -> None:
    _options(inspection, element, path, at_most=limits.BOXES)
    _initial(inspection, element, path)


def _options(inspection: Inspection, owner: Json, path: str, *, at_most: int) -> None:
    values = []
    for place, option in inspection.items(owner, "options", path, at_most=at_most):
        inspection.text(option, "text", place, at_most=limits.OPTION_TEXT, required=True)
        inspection.text(option, "description", place, at_most=limits.OPTION_TEXT)
        # An overflow's option may be a link; every other one is known by its value.
        inspection.string(option, "value", place, at_most=limits.OPTION_VALUE, required="url" not in option)
        values.append(str(option.get("value")))
    if len(set(values)) < len(values):
        inspection.fail(f"{path}/options", "the values of options must be unique")


def _initial(inspection: Inspection, element: Json, path: str) -> None:
    key = ELEMENTS[element["type"]].initial
    if key is None or key not in element or inspection.messages:
        return
    given = element[key] if isinstance(element[key], list) else [element[key]]
    if not given or any(one not in options_of(element) for one in given):
        inspection.fail(f"{path}/{key}", "must be among the options")


def _typed(inspection: Inspection, element: Json, path: str) -> None:
    inspection.string(element, "initial_value", path, at_most=limits.INPUT_TEXT)
    for key, least in (("min_length", 0), ("max_length", 1)):
        value = element.get(key)
        if value is not None and not (isinstance(value, int) and least <= value <= limits.INPUT_TEXT):
            inspection.fail(f"{path}/{key}", f"must be a number from {least} to {limits.INPUT_TEXT}")


def _number(inspection: Inspection, element: Json, path: str) -> None:
    if not isinstance(element.get("is_decimal_allowed"), bool):
        inspection.fail(path, "missing required field: is_decimal_allowed")


def _image(inspection: Inspection, element: Json, path: str) -> None:
    inspection.string(element, "alt_text", path, at_most=limits.ALT_TEXT, required=True)
    if "slack_file" not in element:
        inspection.string(element, "image_url", path, at_most=limits.URL, required=True)


_RULES: dict[str, Callable[[Inspection, Json, str], None]] = {
    "button": _button,
    "overflow": _overflow,
    "static_select": _select,
    "multi_static_select": _select,
    "radio_buttons": _boxes,
    "checkboxes": _boxes,
    "plain_text_input": _typed,
    "number_input": _number,
    "image": _image,
}
