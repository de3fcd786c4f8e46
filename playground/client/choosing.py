"""Turns what a test says ("Every week", "tom", "2030-05-01") into the choice that an element takes."""

from datetime import date, datetime, time
from typing import TYPE_CHECKING

from playground.client.errors import NotOfferedError
from playground.elements import ELEMENTS, options_of
from playground.shapes import Json

if TYPE_CHECKING:
    from playground.client.onlooker import Onlooker


async def choice_for(actor: "Onlooker", element: Json, value: object) -> Json:
    """The choice in the form of Slack's state.

    Raises:
        NotOfferedError: There is no such option.
        RefusedError: There is nobody, or no conversation, of that name.
    """
    kind = ELEMENTS[element["type"]]
    if kind.many:
        several = value if isinstance(value, list | tuple | set) else [] if value is None else [value]
        return {"type": element["type"], kind.key: [await _one(actor, element, one) for one in several]}
    return {"type": element["type"], kind.key: None if value is None else await _one(actor, element, value)}


async def _one(actor: "Onlooker", element: Json, value: object) -> object:
    kind = element["type"]
    match ELEMENTS[kind].focused_on:
        case "options" | "suggestions":
            return _option(element, str(value))
        case "ids":
            return await _id(actor, kind, str(value))
        case "rich text":
            section = {"type": "rich_text_section", "elements": [{"type": "text", "text": str(value)}]}
            return {"type": "rich_text", "elements": [section]}
        case "files":
            return await actor.upload(str(value))
        case "instant":
            instant = datetime.fromisoformat(value) if isinstance(value, str) else value
            return int(instant.timestamp()) if isinstance(instant, datetime) else instant
        case "time":
            return value.strftime("%H:%M") if isinstance(value, time) else str(value)
        case _:
            return value.isoformat() if isinstance(value, date) else str(value)


def _option(element: Json, wanted: str) -> Json:
    for option in options_of(element):
        if wanted in (option["text"]["text"], option.get("value")):
            return option
    offered = ", ".join(repr(option["text"]["text"]) for option in options_of(element))
    raise NotOfferedError(f"there is no option {wanted!r}, but {offered}")


async def _id(actor: "Onlooker", kind: str, value: str) -> str:
    if "users" in kind:
        return await actor.people.find(value)
    return await actor.conversation(value)
