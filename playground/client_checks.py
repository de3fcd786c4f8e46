"""What Slack's own client checks in a form before it sends it to the app."""

from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import Final
from urllib.parse import urlparse

from playground.elements import ELEMENTS
from playground.limits import FILES, INPUT_TEXT
from playground.shapes import Json

REQUIRED: Final = "Please complete this required field."


def complaints(blocks: list[Json], values: Json) -> dict[str, str]:
    """What Slack's client says of each input before it sends a form: block id to sentence."""
    found: dict[str, str] = {}
    for block in blocks:
        element = block.get("element")
        if block.get("type") != "input" or not element or element.get("type") not in ELEMENTS:
            continue
        choice = values[block["block_id"]][element["action_id"]][ELEMENTS[element["type"]].key]
        if choice in (None, "", []):
            sentence = None if block.get("optional") else REQUIRED
        else:
            sentence = _CHECKS.get(element["type"], _nothing)(element, choice)
        if sentence:
            found[block["block_id"]] = sentence
    return found


def _nothing(_element: Json, _choice: object) -> str | None:
    return None


def _text_length(element: Json, choice: str) -> str | None:
    least, most = element.get("min_length"), element.get("max_length", INPUT_TEXT)
    if least is not None and len(choice) < least:
        return f"Please enter at least {least} characters."
    return f"Please enter at most {most} characters." if len(choice) > most else None


def _number(element: Json, choice: str) -> str | None:
    try:
        number = Decimal(choice)
    except InvalidOperation:
        return "Please enter a number."
    if not number.is_finite() or (not element.get("is_decimal_allowed") and number != number.to_integral_value()):
        return "Please enter a whole number."
    least, most = element.get("min_value"), element.get("max_value")
    if least is not None and number < Decimal(least):
        return f"Please enter a number of at least {least}."
    return f"Please enter a number of at most {most}." if most is not None and number > Decimal(most) else None


def _email(_element: Json, choice: str) -> str | None:
    name, at, domain = choice.partition("@")
    return None if name and at and "." in domain and " " not in choice else "Please enter an email address."


def _url(_element: Json, choice: str) -> str | None:
    parts = urlparse(choice)
    return None if parts.scheme in {"http", "https"} and parts.netloc else "Please enter a web address."


def _selection_size(element: Json, choice: list[object]) -> str | None:
    most = element.get("max_selected_items")
    return f"Please choose at most {most}." if most is not None and len(choice) > most else None


def _number_of_files(element: Json, choice: list[object]) -> str | None:
    most = element.get("max_files", FILES)
    return f"Please choose at most {most}." if len(choice) > most else None


_CHECKS: dict[str, Callable[..., str | None]] = {
    "plain_text_input": _text_length,
    "number_input": _number,
    "email_text_input": _email,
    "url_text_input": _url,
    "multi_static_select": _selection_size,
    "multi_external_select": _selection_size,
    "file_input": _number_of_files,
    "multi_users_select": _selection_size,
    "multi_channels_select": _selection_size,
    "multi_conversations_select": _selection_size,
}
