"""Several notices in one message."""

from collections.abc import Sequence

from views.blocks import MESSAGE_BLOCKS, Block, divider, section
from views.markup import Markup
from views.messages.message import Message
from views.wording import Wording


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
        blocks += [divider(), *(message.blocks if fits else [section(Markup(message.text))])]
    return Message.of(*blocks)
