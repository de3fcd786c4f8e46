"""The blocks that messages and App Home are made of, each shortened to what Slack takes.

Slack's limits: https://docs.slack.dev/reference/block-kit
"""

from collections.abc import Iterable
from typing import Any

from slack_sdk.models.blocks import (
    ActionsBlock,
    ButtonElement,
    ConfirmObject,
    ContextBlock,
    DividerBlock,
    HeaderBlock,
    MarkdownTextObject,
    PlainTextObject,
    SectionBlock,
    TextObject,
)

from views.ids import ActionId
from views.markup import Markup, shorten

Block = dict[str, Any]
View = dict[str, Any]

SECTION_TEXT, HEADER_TEXT, BUTTON_TEXT = 3_000, 150, 75
CONFIRM_TITLE, CONFIRM_TEXT, CONFIRM_BUTTON = 100, 300, 30
MESSAGE_BLOCKS, VIEW_BLOCKS = 50, 100


def text_object(text: str, most: int = SECTION_TEXT) -> TextObject:
    """Markup to be interpreted, anything else as it was typed."""
    short = shorten(text, most)
    if isinstance(text, Markup):
        return MarkdownTextObject(text=short)
    return PlainTextObject(text=short, emoji=True)


def section(text: str, button: ButtonElement | None = None) -> Block:
    """A paragraph, with a button beside it if given."""
    return SectionBlock(text=text_object(text), accessory=button).to_dict()


def header(words: str) -> Block:
    """A title."""
    return HeaderBlock(text=PlainTextObject(text=shorten(words, HEADER_TEXT), emoji=True)).to_dict()


def context(text: str) -> Block:
    """A line in small print."""
    return ContextBlock(elements=[text_object(text)]).to_dict()


def divider() -> Block:
    """A line between two subjects."""
    return DividerBlock().to_dict()


def actions(*buttons: ButtonElement) -> Block:
    """Buttons in a row."""
    return ActionsBlock(elements=list(buttons)).to_dict()


def button(
    words: str,
    action: ActionId,
    value: str | None = None,
    *,
    primary: bool = False,
    confirm: ConfirmObject | None = None,
) -> ButtonElement:
    """A button.

    Args:
        words: What it says.
        action: What it does.
        value: The one opaque id it is about.
        primary: Whether it is the likeliest choice; at most one of a group.
        confirm: A question to ask before.
    """
    return ButtonElement(
        text=PlainTextObject(text=shorten(words, BUTTON_TEXT), emoji=True),
        action_id=action.value,
        value=value,
        style="primary" if primary else None,
        confirm=confirm,
    )


def confirmation(title: str, text: str, yes: str, no: str) -> ConfirmObject:
    """A question before something that cannot be taken back."""
    return ConfirmObject(
        title=PlainTextObject(text=shorten(title, CONFIRM_TITLE)),
        text=PlainTextObject(text=shorten(text, CONFIRM_TEXT)),
        confirm=PlainTextObject(text=shorten(yes, CONFIRM_BUTTON)),
        deny=PlainTextObject(text=shorten(no, CONFIRM_BUTTON)),
    )


def joined(*groups: Iterable[Block]) -> list[Block]:
    """Groups of blocks, a divider between any two that are not empty."""
    filled = [list(group) for group in groups]
    blocks: list[Block] = []
    for group in filter(None, filled):
        blocks += [divider(), *group] if blocks else group
    return blocks
