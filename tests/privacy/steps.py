"""What somebody can do with what is drawn for them: press, choose, type, submit."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from playground.elements import elements_of, options_of, state_of
from storage.models import (
    CheckIn,
    Clarification,
    Feedback,
    FeedbackRequest,
    Goal,
    Pair,
    Promise,
    Review,
    Session,
    Win,
)
from tests.privacy.slack import Json
from tests.services.world import user_of
from views.ids import ActionId, Command, ShortcutId, Word

# Forms upon forms upon forms: as many as Slack has room for.
DEEPEST = 3
# What somebody types into every field that is empty.
TYPED = "typed-by-hand"


# Buttons that open what somebody wrote, by what their value is the id of: most of them are offered only at times.
OLD_BUTTONS: Mapping[type[Any], tuple[ActionId, ...]] = {
    Pair: (
        ActionId.OPEN_HORIZON, ActionId.SHARE_GOALS, ActionId.REVISIT_GOALS, ActionId.THANK_PARTNER, ActionId.GO_ON,
        ActionId.REVIEW_HALF_WAY, ActionId.REVIEW_END, ActionId.REVIEW_ECHO, ActionId.AGREEMENT_HISTORY,
    ),
    Goal: (ActionId.CHANGE_GOAL, ActionId.REVIEW_GOAL),
    Review: (ActionId.OPEN_REVIEW, ActionId.SHARE_REVIEW),
    Feedback: (ActionId.ASK_MEANING, ActionId.FOLLOW_UP_FEEDBACK),
    FeedbackRequest: (ActionId.ANSWER_REQUEST,),
    Clarification: (ActionId.REPLY_MEANING,),
    CheckIn: (ActionId.EDIT_CHECK_IN,),
    Promise: (ActionId.OPEN_PROMISE_DATE,),
    Session: (ActionId.OPEN_PULSE, ActionId.SHARE_PULSE, ActionId.ADD_MY_SIDE),
    Win: (ActionId.WIDEN_WIN,),
}  # fmt: skip
# And those of a Home with more on it than it has room for.
OF_A_FULL_HOME = (ActionId.OPEN_PAIRS, ActionId.OPEN_PARTNER_PROMISES, ActionId.OPEN_WINS, ActionId.OPEN_REVIEWS)


@dataclass(frozen=True)
class Step:
    """Something that can be done: pressed, typed, chosen or submitted. `name` tells it from all others."""

    name: str
    body: Json = field(hash=False, compare=False)
    depth: int = field(default=0, compare=False)

    @property
    def is_submit(self) -> bool:
        return bool(self.body.get("type") == "view_submission")


@dataclass
class Seen:
    """What somebody came to see: as text, by where; the steps that they could take, and those that showed them more.

    `kept` is what of it Slack keeps: messages and files. Home and forms it does not. What can be done to one of those
    that are `alike`, by their ids, counts as done to all of them.
    """

    alike: frozenset[str] = frozenset()

    drawn: dict[str, str] = field(default_factory=dict)
    kept: dict[str, str] = field(default_factory=dict)
    steps: dict[str, Step] = field(default_factory=dict)
    showed: list[Step] = field(default_factory=list)
    shown: set[str] = field(default_factory=set)

    @property
    def text(self) -> str:
        return "\n".join(self.drawn.values())


def typed() -> Iterator[Step]:
    """What can be typed and chosen anywhere."""
    response = {"response_url": "https://hooks.slack.com/x", "channel_id": "C0TALK"}
    for command in Command:
        words = ("", *Word, TYPED) if command is Command.MENTORING else ("", TYPED)
        for word in words:
            yield Step(f"{command} {word}", {"command": command, "text": word, **response})
    message = {"user": user_of("leo"), "text": "Something in a channel", "ts": "1700000000.000100"}
    for shortcut in ShortcutId:
        on_message = shortcut in (ShortcutId.CELEBRATE_THIS, ShortcutId.BRING_TO_SESSION)
        place = {"message": message, "message_ts": message["ts"], "channel": {"id": "C0HALL"}} if on_message else {}
        kind = "message_action" if on_message else "shortcut"
        yield Step(f"shortcut {shortcut}", {"type": kind, "callback_id": shortcut, **place})


def views_in(told: list[tuple[str, Json]]) -> Iterator[Json]:
    """The forms that are shown, and the messages that have blocks."""
    for _, said in told:
        if "view" in said:
            yield said["view"]
        elif said.get("blocks"):
            yield said


def note(drawn: Json, place: str, view: Json | None, depth: int, seen: Seen, said: str = "") -> None:
    """Note the steps that something drawn offers; of a message, what is `said` in it, and to whom."""
    blocks = drawn["blocks"]
    is_modal = drawn.get("type") == "modal"
    if is_modal:
        if depth > DEEPEST:
            return
        view = _as_sent_back(drawn)
    where: Json = {"view": view, "container": {"type": "view"}} if view else _IN_MESSAGE
    for block in blocks:
        for element in elements_of(block):
            if element.get("action_id") in _ACTIONS:
                for chosen in _choices(element):
                    value = chosen.get("value") or chosen.get("selected_option", {}).get("value") or ""
                    name = f"press {element['action_id']} {_about(value, place, said, seen.alike)}"
                    action = {"type": element["type"], "action_id": element["action_id"], "block_id": "b", **chosen}
                    step = Step(name, {"type": "block_actions", "actions": [action], **where}, depth)
                    seen.steps.setdefault(name, step)
    if is_modal and "submit" in drawn:
        name = f"submit {place}"
        seen.steps.setdefault(name, Step(name, {"type": "view_submission", "view": view}, depth))


def pressed(action_id: str, value: str) -> Step:
    """A button of a message, as it is pressed."""
    action = {"type": "button", "action_id": action_id, "block_id": "b", "value": value}
    return Step(f"press {action_id} {value}", {"type": "block_actions", "actions": [action], **_IN_MESSAGE})


def _about(value: str, place: str, said: str, alike: frozenset[str]) -> str:
    """What tells a step from another with the same button."""
    if _ID.search(value):
        # About one thing it does the same wherever it stands.
        return _ID.sub(lambda id_: "another" if id_[0] in alike else id_[0], value)
    # A nudge has a number, and every nudge of a kind the same menu.
    return f"{_NUMBER.sub('#', value)} in {said}" if said and _NUMBER.search(value) else f"{value} in {place}"


_ACTIONS = frozenset(ActionId)
_ID = re.compile("[0-9a-f]{32}")
_NUMBER = re.compile("[0-9]+")
_IN_MESSAGE: Json = {
    "channel": {"id": "D0"},
    "container": {"type": "message", "message_ts": "1.5", "channel_id": "D0"},
    "response_url": "https://hooks.slack.com/x",
}


def _choices(element: Json) -> Iterator[dict[str, Any]]:
    """The ways in which an element can be used."""
    options = options_of(element)
    for option in options:
        yield {"selected_option": option}
    if not options:
        yield {"value": element["value"]} if "value" in element else {}


def _as_sent_back(modal: Json) -> Json:
    """A form as Slack sends it back: as it was opened, and with something typed into every empty field."""
    blocks = [{"block_id": f"block-{number}", **block} for number, block in enumerate(modal["blocks"])]
    values: Json = state_of(blocks, {})
    for fields in values.values():
        for state in fields.values():
            if state["type"] == "plain_text_input" and not state.get("value"):
                state["value"] = TYPED
    return {**modal, "id": "V0FORM", "hash": "1.abc", "blocks": blocks, "state": {"values": values}}
