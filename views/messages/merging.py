"""Several notices in one message."""

import re
from collections.abc import Iterator, Sequence

from views.blocks import MESSAGE_BLOCKS, Block, divider, section
from views.messages.message import Message
from views.wording import Wording

# A pictograph and the space after it, as the wording has them at the start of a message.
OPENING_EMOJI = re.compile("[\U0001f300-\U0001faff] ")


def merge(messages: Sequence[Message], wording: Wording) -> Message:
    """Join messages under one greeting; one alone stays as it is.

    What does not fit with its buttons is there in words, since its buttons are in App Home too.
    """
    if len(messages) == 1:
        return messages[0]
    blocks: list[Block] = [section(wording.markup("merged-greeting"))]
    for left, message in zip(range(len(messages), 0, -1), messages, strict=True):
        # Each message still to come needs room for a divider and at least one block.
        room = MESSAGE_BLOCKS - len(blocks) - 1 - 2 * (left - 1)
        if room < 1:
            break
        fits = len(message.blocks) <= room
        blocks += [divider(), *(message.blocks if fits else [section(message.text)])]
    return Message.of(*_with_one_emoji(blocks))


def _with_one_emoji(blocks: Sequence[Block]) -> Iterator[Block]:
    """One emoji a message is enough: those that open a later paragraph go. What people typed is left as it is."""
    seen = False
    for block in blocks:
        text = block.get("text", {})
        if text.get("type") != "mrkdwn" or not (opening := OPENING_EMOJI.match(text["text"])):
            yield block
            continue
        yield {**block, "text": {**text, "text": text["text"][opening.end() :]}} if seen else block
        seen = True
