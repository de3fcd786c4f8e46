"""Blocks and views on their way in: refused where Slack would refuse them, else completed with ids as Slack does."""

import json
from collections.abc import Callable
from typing import Final

from playground import limits
from playground.data_blocks import inspect_chart, inspect_table
from playground.element_rules import IN_ACTIONS, IN_INPUTS, IN_SECTIONS, inspect_element
from playground.elements import elements_of
from playground.inspection import Inspection
from playground.instants import Ids
from playground.shapes import Json, SlackError

EVERYWHERE: Final = {"section", "divider", "header", "context", "actions", "input", "image", "rich_text", "video"}
MESSAGES_ONLY: Final = {"file", "markdown", "table", "data_visualization", "context_actions"}
MODALS_ONLY: Final = {"alert"}
ALERT_LEVELS: Final = ("default", "info", "warning", "error", "success")
RICH_PARTS: Final = {"text": "text", "link": "url", "user": "user_id", "channel": "channel_id", "emoji": "name"}
"""The parts of rich text, and what each cannot do without."""
RICH_TEXTS: Final = ("rich_text_section", "rich_text_list", "rich_text_preformatted", "rich_text_quote")


def kept_blocks(ids: Ids, blocks: object) -> list[Json]:
    """The blocks of a message, as Slack keeps them: with every id filled in.

    Raises:
        SlackError: `invalid_blocks`, with the places.
    """
    inspection = Inspection("message")
    inspect_blocks(inspection, blocks, "", at_most=limits.MESSAGE_BLOCKS)
    if inspection.messages or not isinstance(blocks, list):
        raise SlackError("invalid_blocks", messages=inspection.messages)
    return [_kept_block(ids, block) for block in blocks]


def size_of(blocks: list[Json]) -> int:
    """How much of `MESSAGE_SIZE` blocks take."""
    return limits.BLOCK_FRAME * len(blocks) + _letters(blocks)


def _letters(value: object) -> int:
    if isinstance(value, list):
        return sum(map(_letters, value))
    if not isinstance(value, dict):
        return 0
    return sum(len(one) if key == "text" and isinstance(one, str) else _letters(one) for key, one in value.items())


def kept_view(ids: Ids, view: Json) -> Json:
    """A view, as Slack keeps it: with every id filled in.

    Raises:
        SlackError: `invalid_arguments` with the places, or `view_too_large`.
    """
    if len(json.dumps(view, ensure_ascii=False).encode()) > limits.VIEW_BYTES:
        raise SlackError("view_too_large")
    surface = str(view.get("type"))
    inspection = Inspection(surface)
    if surface not in ("modal", "home"):
        inspection.fail("/view/type", "must be modal or home")
    else:
        _frame(inspection, view)
        inspect_blocks(inspection, view.get("blocks"), "/view", at_most=limits.VIEW_BLOCKS)
    if inspection.messages:
        raise SlackError("invalid_arguments", messages=inspection.messages)
    kept = _kept(view)
    return kept | {"blocks": [_kept_block(ids, block) for block in view["blocks"]]}


def _frame(inspection: Inspection, view: Json) -> None:
    inspection.string(view, "callback_id", "/view", at_most=limits.ID)
    inspection.string(view, "external_id", "/view", at_most=limits.ID)
    inspection.string(view, "private_metadata", "/view", at_most=limits.PRIVATE_METADATA)
    if view["type"] == "home":
        return
    for key in ("title", "submit", "close"):
        required = key == "title"
        inspection.text(view, key, "/view", at_most=limits.VIEW_FRAME_TEXT, required=required, plain=True)
    blocks = view.get("blocks")
    has_input = isinstance(blocks, list) and any(isinstance(one, dict) and one.get("type") == "input" for one in blocks)
    if has_input and not view.get("submit"):
        inspection.fail("/view", "missing required field: submit")


def inspect_blocks(inspection: Inspection, blocks: object, path: str, *, at_most: int) -> None:
    """Look over the blocks of a message or a view.

    Args:
        inspection: Notes what is wrong.
        blocks: The list of blocks.
        path: Where the list's owner stands.
        at_most: How many blocks it can have.
    """
    seen: set[str] = set()
    for place, block in inspection.items({"blocks": blocks}, "blocks", path, at_most=at_most, at_least=0):
        _block(inspection, block, place)
        block_id = str(block.get("block_id") or "")
        if block_id in seen:
            inspection.fail(f"{place}/block_id", f"block_id {block_id} already exists")
        if block_id:
            seen.add(block_id)
    if not isinstance(blocks, list):
        inspection.fail(f"{path}/blocks", "must be an array of blocks")
        return
    focused = (one for block in blocks if isinstance(block, dict) for one in elements_of(block))
    if sum(one.get("focus_on_load") is True for one in focused) > 1:
        inspection.fail(f"{path}/blocks", "only one element can have focus_on_load")
    for kind, most in (("table", limits.TABLES), ("data_visualization", limits.CHARTS)):
        if sum(1 for block in blocks if isinstance(block, dict) and block.get("type") == kind) > most:
            inspection.fail(f"{path}/blocks", f"no more than {most} {kind} blocks allowed")


def _block(inspection: Inspection, block: Json, path: str) -> None:
    kind = str(block.get("type"))
    further = {"message": MESSAGES_ONLY, "modal": MODALS_ONLY}.get(inspection.surface, set())
    if kind not in EVERYWHERE | further:
        inspection.fail(f"{path}/type", f"unsupported type: {kind}")
        return
    inspection.string(block, "block_id", path, at_most=limits.ID)
    if rule := _RULES.get(kind):
        rule(inspection, block, path)
    action_ids = [str(one["action_id"]) for one in elements_of(block) if one.get("action_id")]
    if len(set(action_ids)) < len(action_ids):
        inspection.fail(path, "action_id must be unique within its block")


def _section(inspection: Inspection, block: Json, path: str) -> None:
    if not block.get("text") and not block.get("fields"):
        inspection.fail(path, "missing required field: text or fields")
    inspection.text(block, "text", path, at_most=limits.SECTION_TEXT)
    for place, field in inspection.items(block, "fields", path, at_most=limits.FIELDS, at_least=0):
        inspection.text_object(field, place, at_most=limits.FIELD_TEXT)
    if "accessory" in block:
        inspect_element(inspection, block["accessory"], f"{path}/accessory", IN_SECTIONS)


def _header(inspection: Inspection, block: Json, path: str) -> None:
    inspection.text(block, "text", path, at_most=limits.HEADER_TEXT, required=True, plain=True)


def _context(inspection: Inspection, block: Json, path: str) -> None:
    for place, element in inspection.items(block, "elements", path, at_most=limits.CONTEXT_ELEMENTS):
        if element.get("type") == "image":
            inspect_element(inspection, element, place, {"image"})
        else:
            inspection.text_object(element, place, at_most=limits.SECTION_TEXT)


def _actions(inspection: Inspection, block: Json, path: str) -> None:
    for place, element in inspection.items(block, "elements", path, at_most=limits.ACTIONS_ELEMENTS):
        inspect_element(inspection, element, place, IN_ACTIONS)


def _input(inspection: Inspection, block: Json, path: str) -> None:
    inspection.text(block, "label", path, at_most=limits.LABEL_TEXT, required=True, plain=True)
    inspection.text(block, "hint", path, at_most=limits.LABEL_TEXT, plain=True)
    if "element" in block:
        inspect_element(inspection, block["element"], f"{path}/element", IN_INPUTS)
    else:
        inspection.fail(path, "missing required field: element")


def _image(inspection: Inspection, block: Json, path: str) -> None:
    inspect_element(inspection, block, path, {"image"})
    inspection.text(block, "title", path, at_most=limits.TITLE_TEXT, plain=True)


def _markdown(inspection: Inspection, block: Json, path: str) -> None:
    inspection.string(block, "text", path, at_most=limits.MARKDOWN_TEXT, required=True)


def _alert(inspection: Inspection, block: Json, path: str) -> None:
    inspection.text(block, "text", path, at_most=limits.SECTION_TEXT, required=True)
    if block.get("level") not in (None, *ALERT_LEVELS):
        inspection.fail(f"{path}/level", f"must be one of {', '.join(ALERT_LEVELS)}")


def _rich_text(inspection: Inspection, block: Json, path: str) -> None:
    for place, element in inspection.items(block, "elements", path, at_most=limits.RICH_TEXT_ELEMENTS):
        if element.get("type") not in RICH_TEXTS:
            inspection.fail(f"{place}/type", f"unsupported type: {element.get('type')}")
        for inner_place, inner in inspection.items(element, "elements", place, at_most=limits.RICH_TEXT_ELEMENTS):
            _rich_part(inspection, inner, inner_place)


def _rich_part(inspection: Inspection, part: Json, path: str) -> None:
    kind = part.get("type")
    if not isinstance(kind, str):
        inspection.fail(path, "missing required field: type")
    elif kind in RICH_TEXTS:
        # The lines of a list.
        for place, inner in inspection.items(part, "elements", path, at_most=limits.RICH_TEXT_ELEMENTS):
            _rich_part(inspection, inner, place)
    elif needed := RICH_PARTS.get(kind):
        inspection.string(part, needed, path, at_most=limits.MESSAGE_TEXT_CUT, required=True)


def _video(inspection: Inspection, block: Json, path: str) -> None:
    inspection.string(block, "alt_text", path, at_most=limits.ALT_TEXT, required=True)
    inspection.text(block, "title", path, at_most=limits.VIDEO_TITLE, required=True, plain=True)
    for key in ("thumbnail_url", "video_url"):
        inspection.string(block, key, path, at_most=limits.URL, required=True)


_RULES: dict[str, Callable[[Inspection, Json, str], None]] = {
    "section": _section,
    "header": _header,
    "context": _context,
    "actions": _actions,
    "input": _input,
    "image": _image,
    "markdown": _markdown,
    "alert": _alert,
    "rich_text": _rich_text,
    "video": _video,
    "table": inspect_table,
    "data_visualization": inspect_chart,
}


def _kept_block(ids: Ids, block: Json) -> Json:
    kept = _kept(block)
    kept["block_id"] = kept.get("block_id") or ids.next("b")
    for element in elements_of(kept):
        element["action_id"] = element.get("action_id") or ids.next("a")
    return kept


def _kept(value: Json) -> Json:
    """A copy without nulls, in which text objects say all that Slack says of them."""
    kept: Json = {}
    for key, inner in value.items():
        if isinstance(inner, dict):
            kept[key] = _kept(inner)
        elif isinstance(inner, list):
            kept[key] = [_kept(one) if isinstance(one, dict) else one for one in inner]
        elif inner is not None:
            kept[key] = inner
    if kept.get("type") == "plain_text":
        kept.setdefault("emoji", True)
    elif kept.get("type") == "mrkdwn":
        kept.setdefault("verbatim", False)
    return kept
