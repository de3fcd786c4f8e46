"""The fields of forms: an input with its label and a hint that says who reads it.

An input's action id is its field's name. So is its block id, unless what it offers depends on another choice in the
same form: Slack keeps what was typed in a block that stays, so such a block is renamed with the choice.

slack_sdk's models are slow to turn into JSON, so what is fixed about a field is built once, and what it starts with is
filled in.
"""

from collections.abc import Collection, Sequence
from datetime import date, datetime, time
from functools import lru_cache
from typing import Any, NamedTuple

from slack_sdk.models.blocks import (
    CheckboxesElement,
    ConversationFilter,
    ConversationSelectElement,
    DatePickerElement,
    DateTimePickerElement,
    InputBlock,
    NumberInputElement,
    Option,
    OptionGroup,
    PlainTextInputElement,
    PlainTextObject,
    RadioButtonsElement,
    StaticSelectElement,
    TimePickerElement,
    UserMultiSelectElement,
    UserSelectElement,
)
from slack_sdk.models.blocks.block_elements import InputInteractiveElement

from views.blocks import Block
from views.ids import ActionId
from views.markup import shorten
from views.wording import FieldWords

LONGEST_TEXT = 3_000
LABEL_TEXT, PLACEHOLDER_TEXT, OPTION_TEXT = 2_000, 150, 75
MOST_RADIOS, MOST_OPTIONS = 10, 100


class Choice(NamedTuple):
    """Something to choose: what comes back, what people read, and perhaps a line beneath it."""

    value: str
    words: str
    more: str = ""


class Group(NamedTuple):
    """Choices under a title."""

    title: str
    choices: tuple[Choice, ...]


def text_field(
    name: str,
    words: FieldWords,
    *,
    initial: str | None = None,
    lines: bool = False,
    required: bool = False,
    most: int = LONGEST_TEXT,
) -> Block:
    """A field for words, of one line or several."""
    fixed = _fixed(PlainTextInputElement, name, words, required=required, multiline=lines, max_length=most)
    return _filled(fixed, "initial_value", shorten(initial, most) if initial else None)


def number_field(name: str, words: FieldWords, *, initial: int | None, least: int, most: int) -> Block:
    """A field for a whole number; it may stay empty."""
    limits = {"is_decimal_allowed": False, "min_value": str(least), "max_value": str(most)}
    return _filled(
        _fixed(NumberInputElement, name, words, **limits), "initial_value", None if initial is None else str(initial)
    )


def date_field(name: str, words: FieldWords, initial: date | None, *, required: bool = True) -> Block:
    """A field for a day."""
    fixed = _fixed(DatePickerElement, name, words, required=required)
    return _filled(fixed, "initial_date", initial.isoformat() if initial else None)


def time_field(name: str, words: FieldWords, initial: time) -> Block:
    """A field for a time of day."""
    return _filled(_fixed(TimePickerElement, name, words, required=True), "initial_time", initial.strftime("%H:%M"))


def instant_field(
    name: str, words: FieldWords, initial: datetime | None = None, *, block_id: str | None = None
) -> Block:
    """A field for a day and a time, which Slack shows in the person's own zone; it may stay empty."""
    fixed = _fixed(DateTimePickerElement, name, words, block_id=block_id)
    return _filled(fixed, "initial_date_time", None if initial is None else int(initial.timestamp()))


def person_field(name: str, words: FieldWords, initial: str | None = None) -> Block:
    """A field for one person of the workspace."""
    return _filled(_fixed(UserSelectElement, name, words, required=True), "initial_user", initial)


def people_field(
    name: str, words: FieldWords, initial: Sequence[str] = (), *, most: int, required: bool = False
) -> Block:
    """A field for people of the workspace."""
    fixed = _fixed(UserMultiSelectElement, name, words, required=required, max_selected_items=most)
    return _filled(fixed, "initial_users", list(initial[:most]) or None)


def channel_field(name: str, words: FieldWords, initial: str | None = None) -> Block:
    """A field for a channel, public or private; it may stay empty."""
    return _filled(_fixed(ConversationSelectElement, name, words), "initial_conversation", initial)


def select_field(
    name: str,
    words: FieldWords,
    choices: Sequence[Choice],
    chosen: str | None,
    *,
    required: bool = False,
    at_once: ActionId | None = None,
) -> Block:
    """A field to choose one of up to 100.

    Args:
        name: The field.
        words: Its words.
        choices: What there is to choose.
        chosen: The value of the one that is chosen at the start.
        required: Whether it may not stay empty.
        at_once: The action with which a choice is told at once; the action id then.
    """
    offered = tuple(choices[:MOST_OPTIONS])
    fixed = _fixed(StaticSelectElement, name, words, required=required, at_once=at_once, options=offered)
    return _filled(fixed, "initial_option", _initial(fixed, chosen))


def grouped_select_field(name: str, words: FieldWords, groups: tuple[Group, ...], chosen: str | None) -> Block:
    """A field to choose one of many, in up to 100 groups; it may stay empty."""
    fixed = _fixed(StaticSelectElement, name, words, option_groups=groups)
    return _filled(fixed, "initial_option", _initial(fixed, chosen))


def radio_field(
    name: str,
    words: FieldWords,
    choices: Sequence[Choice],
    chosen: str | None,
    *,
    required: bool = True,
    block_id: str | None = None,
) -> Block:
    """A field to choose one of up to 10, all in sight."""
    offered = tuple(choices[:MOST_RADIOS])
    fixed = _fixed(RadioButtonsElement, name, words, required=required, block_id=block_id, options=offered)
    return _filled(fixed, "initial_option", _initial(fixed, chosen))


def tick_field(name: str, words: FieldWords, choice: Choice) -> Block:
    """A field with one box to tick; it may stay empty."""
    return _fixed(CheckboxesElement, name, words, options=(choice,))


def ticks_field(
    name: str,
    words: FieldWords,
    choices: Sequence[Choice],
    chosen: Collection[str],
    *,
    required: bool = False,
    block_id: str | None = None,
) -> Block:
    """A field to choose any of up to 10, all in sight."""
    offered = tuple(choices[:MOST_RADIOS])
    fixed = _fixed(CheckboxesElement, name, words, required=required, block_id=block_id, options=offered)
    ticked = [option for option in fixed["element"]["options"] if option["value"] in chosen]
    return _filled(fixed, "initial_options", ticked or None)


def named(block: Block, name: str, label: str) -> Block:
    """The same field under another name and label, for a form that asks the same of many things."""
    return {
        **block,
        "block_id": name,
        "label": {**block["label"], "text": shorten(label, LABEL_TEXT)},
        "element": {**block["element"], "action_id": name},
    }


@lru_cache(maxsize=1_000)
def _fixed(
    kind: type[InputInteractiveElement],
    name: str,
    words: FieldWords,
    *,
    required: bool = False,
    block_id: str | None = None,
    at_once: ActionId | None = None,
    **traits: Any,  # noqa: ANN401 - each kind of element has its own
) -> Block:
    """An input before anything is filled in. It is shared: never to be changed."""
    if words.placeholder:
        traits["placeholder"] = _plain(words.placeholder, PLACEHOLDER_TEXT)
    if kind is ConversationSelectElement:
        traits["filter"] = ConversationFilter(include=["public", "private"], exclude_bot_users=True)
    if "options" in traits:
        traits["options"] = _options(traits["options"])
    if "option_groups" in traits:
        traits["option_groups"] = [
            OptionGroup(label=_plain(group.title, OPTION_TEXT), options=_options(group.choices))
            for group in traits["option_groups"]
        ]
    return InputBlock(
        block_id=block_id or name,
        label=_plain(words.label, LABEL_TEXT),
        hint=_plain(words.hint, LABEL_TEXT) if words.hint else None,
        element=kind(action_id=at_once.value if at_once else name, **traits),
        optional=not required,
        dispatch_action=True if at_once else None,
    ).to_dict()


def _filled(block: Block, key: str, value: object) -> Block:
    return block if value is None else {**block, "element": {**block["element"], key: value}}


def _initial(block: Block, chosen: str | None) -> dict[str, Any] | None:
    element = block["element"]
    groups = element.get("option_groups") or [element]
    return next((option for group in groups for option in group["options"] if option["value"] == chosen), None)


def _options(choices: Sequence[Choice]) -> list[Option]:
    return [
        Option(
            value=choice.value,
            text=_plain(choice.words, OPTION_TEXT),
            description=_plain(choice.more, OPTION_TEXT) if choice.more else None,
        )
        for choice in choices
    ]


def _plain(words: str, most: int) -> PlainTextObject:
    return PlainTextObject(text=shorten(words, most), emoji=True)
