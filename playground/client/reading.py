"""What a person reads: messages and views as plain text, with names for ids."""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

from playground.elements import ELEMENTS, options_of
from playground.shapes import Json

_REFERENCE = re.compile(r"<([^<>]+)>")


def plain(text: str, names: Mapping[str, str]) -> str:
    """Slack's markup as a person sees it: `<@U1>` is their name, a link its label, `&lt;` a `<`."""

    def shown(found: re.Match[str]) -> str:
        target, _, label = found[1].partition("|")
        if target[0] in "@#":
            return target[0] + names.get(target[1:], label or target[1:])
        if target.startswith("!"):
            return label or f"@{target[1:]}"
        return label or target

    return _REFERENCE.sub(shown, text).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def text_of_blocks(blocks: list[Json], names: Mapping[str, str], values: Json | None = None) -> str:
    """All that blocks say, a line for each text; a button stands in square brackets.

    Args:
        blocks: The blocks.
        names: What to show for the id of a person or channel.
        values: A view's state, to show what is typed.
    """
    return "\n".join(line for block in blocks for line in _lines(block, names, values or {}))


def _lines(block: Json, names: Mapping[str, str], values: Json) -> Iterator[str]:
    for key in ("title", "label", "text", "hint"):
        if isinstance(block.get(key), dict):
            yield plain(block[key]["text"], names)
        elif isinstance(block.get(key), str):
            yield plain(block[key], names)
    for field in block.get("fields", []):
        yield plain(field["text"], names)
    if block.get("alt_text"):
        yield block["alt_text"]
    parts = [block.get("accessory"), block.get("element"), *block.get("elements", [])]
    for part in parts:
        if isinstance(part, dict):
            yield from _part(part, names, values.get(block.get("block_id", ""), {}))
    for row in block.get("rows", []):
        yield " | ".join("".join(_part_texts(cell, names)) for cell in row)
    yield from _points(block.get("chart", {}))


def _points(chart: Json) -> Iterator[str]:
    for series in chart.get("series", [{"name": "", "data": chart.get("segments", [])}]):
        for point in series["data"]:
            yield f"{series['name']} {point['label']}: {point['value']}".strip()


def _part_texts(part: Json, names: Mapping[str, str]) -> Iterator[str]:
    if part.get("type") == "user":
        yield "@" + names.get(part["user_id"], part["user_id"])
    elif part.get("type") == "emoji":
        yield f":{part['name']}:"
    elif isinstance(part.get("text"), str):
        yield plain(part["text"], names)
    elif part.get("url"):
        yield part["url"]
    for inner in part.get("elements", []):
        yield from _part_texts(inner, names)


def _part(part: Json, names: Mapping[str, str], choices: Json) -> Iterator[str]:
    kind = part.get("type", "")
    if kind == "button":
        yield f"[{part['text']['text']}]"
    elif kind in ELEMENTS:
        yield from _field(part, names, choices.get(part.get("action_id", ""), {}))
    elif kind == "image":
        yield part.get("alt_text", "")
    elif kind in {"rich_text_section", "rich_text_quote", "rich_text_preformatted"}:
        yield "".join(_part_texts(part, names))
    elif kind == "rich_text_list":
        for item in part.get("elements", []):
            yield "".join(_part_texts(item, names))
    elif isinstance(part.get("text"), str):
        yield plain(part["text"], names)


def _field(element: Json, names: Mapping[str, str], choice: Json) -> Iterator[str]:
    kind = ELEMENTS[element["type"]]
    if element["type"] in {"radio_buttons", "checkboxes", "overflow"}:
        for option in options_of(element):
            yield plain(option["text"]["text"], names)
    chosen = choice.get(kind.key)
    for one in chosen if isinstance(chosen, list) else [chosen]:
        if kind.focused_on == "instant" and isinstance(one, int):
            yield f"({datetime.fromtimestamp(one, UTC):%Y-%m-%d %H:%M} UTC)"
        elif kind.focused_on == "rich text" and isinstance(one, dict):
            yield f"({''.join(_part_texts(one, names))})"
        elif isinstance(one, dict):
            yield f"({one['name'] if kind.focused_on == 'files' else plain(one['text']['text'], names)})"
        elif one is not None:
            yield f"({names.get(str(one), one)})"
    if not chosen and isinstance(element.get("placeholder"), dict):
        yield element["placeholder"]["text"]
