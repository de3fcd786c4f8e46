"""Forms as somebody fills them in, and what can be read on them."""

import json
from typing import Any

from playground.blocks import kept_view
from playground.elements import state_of
from playground.instants import Ids
from views.blocks import View


def submitted(view: View, **entered: dict[str, Any]) -> View:
    """The view as Slack sends it back: with its initial state, and over that what was entered, by action id."""
    sent = json.loads(json.dumps(kept_view(Ids(), view)))
    values = state_of(sent["blocks"], {})
    for block in values.values():
        for action_id, state in block.items():
            state.update(entered.pop(action_id, {}))
    assert not entered, "the form has no such field"
    return {**sent, "id": "V1", "state": {"values": values}}


def typed(words: str) -> dict[str, Any]:
    return {"value": words}


def chosen(value: str) -> dict[str, Any]:
    return {"selected_option": {"value": value}}


def option_texts(view: View, action_id: str) -> list[str]:
    elements = (block["element"] for block in view["blocks"] if block["type"] == "input")
    return [option["text"]["text"] for each in elements if each["action_id"] == action_id for option in each["options"]]


def labels(view: View) -> dict[str, str]:
    return {block["block_id"]: block["label"]["text"] for block in view["blocks"] if block["type"] == "input"}
