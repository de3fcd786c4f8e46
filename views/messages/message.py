"""A message: its blocks, and the same in plain text for notifications and screen readers."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Self

from views.blocks import MESSAGE_BLOCKS, Block
from views.figures import words_of_table
from views.markup import Markup, escape

# What Slack advises; it cuts at ten times as much.
MESSAGE_TEXT = 4_000


@dataclass(frozen=True)
class Message:
    """What to post.

    Attributes:
        text: All that the blocks say, in mrkdwn, at most 4,000 characters; the first line is the news itself.
        blocks: Block Kit, at most 50.
    """

    text: Markup
    blocks: list[Block]

    @classmethod
    def of(cls, *blocks: Block) -> Self:
        """A message of these blocks; its text is theirs."""
        kept = list(blocks[:MESSAGE_BLOCKS])
        return cls(text_of(kept), kept)


def text_of(blocks: Iterable[Block]) -> Markup:
    """All that blocks say, a line for each paragraph, in mrkdwn."""
    said = [_markup(text) for block in blocks for text in _texts(block)]
    return Markup("\n".join(said)).shortened(MESSAGE_TEXT)


def _texts(block: Block) -> list[dict[str, Any]]:
    if block["type"] == "context":
        return list(block["elements"])
    if block["type"] == "table":
        return [{"type": "plain_text", "text": words} for words in words_of_table(block)]
    # A chart draws figures that are in words beside it.
    return [block["text"]] if "text" in block else []


def _markup(text: dict[str, Any]) -> Markup:
    return Markup(text["text"]) if text["type"] == "mrkdwn" else escape(text["text"])
