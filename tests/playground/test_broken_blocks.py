"""Whatever an app sends as blocks, however broken, is refused or can be shown: nothing makes the playground stumble."""

from collections.abc import Iterator

import pytest

from playground.blocks import kept_blocks
from playground.client.reading import text_of_blocks
from playground.client_checks import complaints
from playground.elements import state_of
from playground.instants import Ids
from playground.shapes import Json, SlackError
from tests.playground.test_blocks import (
    actions,
    button,
    confirm,
    element,
    field,
    lines,
    markup,
    options,
    pie,
    plain,
    section,
)

SOUND: list[Json] = [
    section(block_id="b", fields=[markup()], accessory=button(value="v", style="primary", confirm=confirm())),
    actions(button(), element("overflow", action_id="o", options=options(2))),
    {"type": "context", "elements": [markup(), {"type": "image", "image_url": "https://a.b/c.png", "alt_text": "x"}]},
    {"type": "header", "text": plain()},
    {"type": "table", "rows": [[{"type": "raw_text", "text": "x"}]]},
    field(
        element("static_select", options=options(2), initial_option=options(2)[0], placeholder=plain()), hint=plain()
    ),
    field(element("static_select", option_groups=[{"label": plain(), "options": options(2)}])),
    field(element("checkboxes", options=options(2), initial_options=options(1))),
    field(element("plain_text_input", initial_value="x", min_length=1, max_length=9)),
    pie(),
    lines(x_label="x"),
    {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": [{"type": "text", "text": "x"}]}]},
]
JUNK: list[object] = [None, 7, True, "", "x", [], {}, [None], [[]], {"type": []}, {"type": "plain_text", "text": 7}]


def spoilt(value: object) -> Iterator[object]:
    """The value with each of its parts in turn replaced by each kind of junk."""
    yield from JUNK
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from ({**value, key: other} for other in spoilt(inner))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from ([*value[:index], other, *value[index + 1 :]] for other in spoilt(inner))


@pytest.mark.parametrize("block", SOUND, ids=[one["type"] for one in SOUND])
def test_whatever_an_app_sends_is_refused_or_can_be_shown(block: Json) -> None:
    assert kept_blocks(Ids(), [block])
    refused = 0
    for broken in spoilt(block):
        try:
            kept = kept_blocks(Ids(), [broken])
        except SlackError:
            refused += 1
        else:
            complaints(kept, state_of(kept, {}))
            text_of_blocks(kept, {})
    assert refused > len(JUNK)
