"""A message: its blocks, and the same in plain text for notifications and screen readers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, Self

from views.blocks import MESSAGE_BLOCKS, Block
from views.figures import words_of_table
from views.markup import Markup, escape, shorten

# What Slack advises; it cuts at ten times as much.
MESSAGE_TEXT = 4_000
# Slack refuses a message whose blocks say too much together ("msg_blocks_too_long"), whatever each may hold. Its limit
# stands in no reference: people met it at about 13,300 characters, of which each block takes at most 75 for itself.
# This leaves room for what is not counted here, such as the words on buttons.
MESSAGE_SIZE, BLOCK_FRAME = 12_000, 75


@dataclass(frozen=True)
class Message:
    """What to post.

    Attributes:
        text: All that the blocks say, in mrkdwn, at most 4,000 characters; the first line is the news itself.
        blocks: Block Kit, at most 50, and as much as Slack takes in one message.
    """

    text: Markup
    blocks: list[Block]

    @classmethod
    def of(cls, *blocks: Block) -> Self:
        """A message of these blocks; its text is theirs. What is too long for one message is shortened."""
        kept = _fitting(blocks[:MESSAGE_BLOCKS])
        return cls(text_of(kept), kept)


def size_of(blocks: Iterable[Block]) -> int:
    """How much of `MESSAGE_SIZE` blocks take."""
    return sum(BLOCK_FRAME + sum(len(text["text"]) for text in _texts(block)) for block in blocks)


def _fitting(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; if they say too much together, the longest paragraphs are all cut to one length."""
    over = size_of(blocks) - MESSAGE_SIZE
    if over <= 0:
        return list(blocks)
    lengths = sorted((len(text["text"]) for block in blocks for text in _texts(block)), reverse=True)
    # The longest is cut to the length of the next, then both to that of the third, until enough is gone.
    for many, (together, following) in enumerate(zip(accumulate(lengths), [*lengths[1:], 0], strict=True), start=1):
        if together - many * following >= over:
            most = (together - over) // many
            return [_cut(block, most) for block in blocks]
    return list(blocks)


def _cut(block: Block, most: int) -> Block:
    if block["type"] == "section":
        return {**block, "text": _shorter(block["text"], most)}
    if block["type"] == "context":
        return {**block, "elements": [_shorter(text, most) for text in block["elements"]]}
    return block


def _shorter(text: dict[str, Any], most: int) -> dict[str, Any]:
    words = Markup(text["text"]) if text["type"] == "mrkdwn" else text["text"]
    return {**text, "text": shorten(words, most)}


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
