"""The blocks that messages and App Home are made of, each shortened to what Slack takes.

slack_sdk's models are slow to turn into JSON, so each block is built with them once, and what changes is filled in.

Slack's limits: https://docs.slack.dev/reference/block-kit
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from slack_sdk.models.blocks import (
    ActionsBlock,
    ButtonElement,
    ConfirmObject,
    ContextBlock,
    DividerBlock,
    HeaderBlock,
    MarkdownTextObject,
    Option,
    OverflowMenuElement,
    PlainTextObject,
    SectionBlock,
    StaticSelectElement,
)
from slack_sdk.models.views import View as SlackView

from views.ids import ActionId, FormId
from views.markup import Markup, shorten

Block = dict[str, Any]
View = dict[str, Any]

SECTION_TEXT, HEADER_TEXT, BUTTON_TEXT, OPTION_TEXT = 3_000, 150, 75, 75
CONFIRM_TITLE, CONFIRM_TEXT, CONFIRM_BUTTON = 100, 300, 30
MESSAGE_BLOCKS, VIEW_BLOCKS = 50, 100

_PLAIN = PlainTextObject(text="…", emoji=True).to_dict()
_MARKUP = MarkdownTextObject(text="…").to_dict()
_SECTION = SectionBlock(text="…").to_dict()
_HEADER = HeaderBlock(text="…").to_dict()
_CONTEXT = ContextBlock(elements=[MarkdownTextObject(text="…")]).to_dict()
_DIVIDER = DividerBlock().to_dict()
_ACTIONS = ActionsBlock(elements=[ButtonElement(text="…", action_id="…")]).to_dict()
_HOME = SlackView(type="home", callback_id=FormId.HOME.value, blocks=[DividerBlock()]).to_dict()


class Confirmation(NamedTuple):
    """A question before something that cannot be taken back."""

    title: str
    text: str
    yes: str
    no: str


class MenuOption(NamedTuple):
    """One of a menu: what comes back, and what people read."""

    value: str
    words: str


def section(text: str, accessory: Block | None = None) -> Block:
    """A paragraph, with a button or a menu beside it if given: markup is interpreted, anything else as it was typed."""
    block = {**_SECTION, "text": _text(text)}
    return {**block, "accessory": accessory} if accessory else block


def header(words: str) -> Block:
    """A title."""
    return {**_HEADER, "text": {**_PLAIN, "text": shorten(words, HEADER_TEXT)}}


def context(text: str) -> Block:
    """A line in small print."""
    return {**_CONTEXT, "elements": [_text(text)]}


def divider() -> Block:
    """A line between two subjects."""
    return dict(_DIVIDER)


def actions(*buttons: Block) -> Block:
    """Buttons in a row."""
    return {**_ACTIONS, "elements": list(buttons)}


def button(
    words: str,
    action: ActionId,
    value: str | None = None,
    *,
    primary: bool = False,
    confirm: Confirmation | None = None,
) -> Block:
    """A button.

    Args:
        words: What it says.
        action: What it does.
        value: The one opaque id it is about.
        primary: Whether it is the likeliest choice; at most one of a group.
        confirm: A question to ask before.
    """
    fixed = _button(words, action, primary=primary, confirm=confirm)
    return {**fixed, "value": value} if value else fixed


def menu(action: ActionId, options: Iterable[MenuOption]) -> Block:
    """Up to five things to choose behind three dots."""
    offered = [Option(value=value, text=_plain(words, OPTION_TEXT)) for value, words in options]
    return OverflowMenuElement(action_id=action.value, options=offered).to_dict()


def select(action: ActionId, options: Sequence[MenuOption], chosen: str) -> Block:
    """One of up to 100 to choose from, where what is chosen is told at once."""
    offered = [Option(value=value, text=_plain(words, OPTION_TEXT)) for value, words in options]
    initial = next((option for option in offered if option.value == chosen), None)
    return StaticSelectElement(action_id=action.value, options=offered, initial_option=initial).to_dict()


def home_view(blocks: Sequence[Block]) -> View:
    """App Home."""
    return {**_HOME, "blocks": list(blocks[:VIEW_BLOCKS])}


def joined(*groups: Iterable[Block]) -> list[Block]:
    """Groups of blocks, a divider between any two that are not empty."""
    filled = [list(group) for group in groups]
    blocks: list[Block] = []
    for group in filter(None, filled):
        blocks += [divider(), *group] if blocks else group
    return blocks


def _text(text: str) -> dict[str, Any]:
    return {**(_MARKUP if isinstance(text, Markup) else _PLAIN), "text": shorten(text, SECTION_TEXT)}


@lru_cache(maxsize=500)
def _button(words: str, action: ActionId, *, primary: bool, confirm: Confirmation | None) -> Block:
    """A button without its value. It is shared: never to be changed."""
    return ButtonElement(
        text=_plain(words, BUTTON_TEXT),
        action_id=action.value,
        style="primary" if primary else None,
        confirm=ConfirmObject(
            title=_plain(confirm.title, CONFIRM_TITLE),
            text=_plain(confirm.text, CONFIRM_TEXT),
            confirm=_plain(confirm.yes, CONFIRM_BUTTON),
            deny=_plain(confirm.no, CONFIRM_BUTTON),
        )
        if confirm
        else None,
    ).to_dict()


def _plain(words: str, most: int) -> PlainTextObject:
    return PlainTextObject(text=shorten(words, most), emoji=True)
