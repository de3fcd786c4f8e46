"""What Slack asks of each interactive element."""

from collections.abc import Callable
from typing import Final

from playground import limits
from playground.elements import ELEMENTS, BadChoiceError, options_of, read_choice
from playground.inspection import Inspection
from playground.shapes import Json, SlackError

MODALS_ONLY: Final = {"email_text_input", "url_text_input", "number_input", "file_input"}
NOT_AT_HOME: Final = {"datetimepicker"}
NOT_IN_MESSAGES: Final = {"rich_text_input"}

IN_ACTIONS: Final = {one for one, kind in ELEMENTS.items() if not one.endswith("_input")}
IN_SECTIONS: Final = IN_ACTIONS - {"datetimepicker"} | {"image"}
IN_INPUTS: Final = set(ELEMENTS) - {"button", "overflow"}


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
    surface = inspection.surface
    misplaced = {"modal": set(), "home": MODALS_ONLY | NOT_AT_HOME, "message": MODALS_ONLY | NOT_IN_MESSAGES}
    if kind in misplaced[surface]:
        inspection.fail(f"{path}/type", f"unsupported type: {kind} in a {surface}")
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
    _options(inspection, element, path, at_most=limits.BOXES, plain=False)
    _initial(inspection, element, path)


def _options(inspection: Inspection, owner: Json, path: str, *, at_most: int, plain: bool = True) -> None:
    is_menu = owner.get("type") == "overflow"
    values = []
    for place, option in inspection.items(owner, "options", path, at_most=at_most):
        inspection.text(option, "text", place, at_most=limits.OPTION_TEXT, required=True, plain=plain)
        inspection.text(option, "description", place, at_most=limits.OPTION_TEXT, plain=plain)
        # An overflow's option may be a link; every other one is known by its value.
        inspection.string(option, "url", place, at_most=limits.URL)
        if "url" in option and not is_menu:
            inspection.fail(f"{place}/url", "unsupported field: url")
        inspection.string(option, "value", place, at_most=limits.OPTION_VALUE, required="url" not in option)
        values.append(str(option.get("value")))
    if len(set(values)) < len(values):
        inspection.fail(f"{path}/options", "the values of options must be unique")


def _external(inspection: Inspection, element: Json, path: str) -> None:
    least = element.get("min_query_length")
    if least is not None and not (isinstance(least, int) and least >= 0):
        inspection.fail(f"{path}/min_query_length", "must be a number of at least 0")
    given = [element["initial_option"]] if "initial_option" in element else element.get("initial_options", [])
    if not isinstance(given, list):
        inspection.fail(f"{path}/initial_options", "must be an array of options")
    elif given:
        _options(inspection, {"options": given}, path, at_most=limits.OPTIONS)


def suggested(answer: Json) -> list[Json]:
    """The options that an app serves for an external select, in groups or not.

    Raises:
        SlackError: `invalid_arguments`: Slack would not take them.
    """
    inspection = Inspection("modal")
    if "option_groups" in answer:
        _select(inspection, {"type": "external_select", "option_groups": answer["option_groups"]}, "")
    else:
        for place, option in inspection.items(answer, "options", "", at_most=limits.OPTIONS, at_least=0):
            _options(inspection, {"options": [option]}, place, at_most=1)
    if inspection.messages:
        raise SlackError("invalid_arguments", messages=inspection.messages)
    return options_of(answer)


def _file(inspection: Inspection, element: Json, path: str) -> None:
    most = element.get("max_files", limits.FILES)
    if not (isinstance(most, int) and 1 <= most <= limits.FILES):
        inspection.fail(f"{path}/max_files", f"must be a number from 1 to {limits.FILES}")


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


def _picker(inspection: Inspection, element: Json, path: str) -> None:
    key = ELEMENTS[element["type"]].initial or ""
    if element.get(key) is None:
        return
    try:
        read_choice(element, {ELEMENTS[element["type"]].key: element[key]})
    except BadChoiceError as bad:
        inspection.fail(f"{path}/{key}", str(bad))


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
    "datepicker": _picker,
    "timepicker": _picker,
    "datetimepicker": _picker,
    "plain_text_input": _typed,
    "number_input": _number,
    "external_select": _external,
    "multi_external_select": _external,
    "file_input": _file,
    "image": _image,
}
