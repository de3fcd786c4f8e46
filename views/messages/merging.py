"""Several notices in one message."""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from views.blocks import MESSAGE_BLOCKS, Block, divider, section
from views.ids import ActionId
from views.messages.message import BLOCK_FRAME, MESSAGE_SIZE, Message, size_of
from views.wording import Wording

# A pictograph and the space after it, as the wording has them at the start of a message.
OPENING_EMOJI = re.compile("[\u2600-\u27bf\U0001f300-\U0001faff] ")


# So many blocks, and so much of a message's size, are left free for greeting and foot and for what a redrawing may add.
ROOM_TO_GROW, SIZE_TO_GROW = 8, 2_000

# A row of a message's that is left out first: it is one of many, and all of them are in App Home.
ONE_OF_MANY = {ActionId.ACCEPT_PROMISE.value, ActionId.REFUSE_PROMISE.value}


def how_many_fit(messages: Sequence[Message]) -> int:
    """How many of these, from the first on, can be merged whole; always one."""
    blocks = accumulate(1 + len(message.blocks) for message in messages)
    sizes = accumulate(BLOCK_FRAME + size_of(message.blocks) for message in messages)
    fit = (
        many <= MESSAGE_BLOCKS - ROOM_TO_GROW - 1 and size <= MESSAGE_SIZE - SIZE_TO_GROW
        for many, size in zip(blocks, sizes, strict=True)
    )
    return max(1, sum(fit))


def merge(messages: Sequence[Message], wording: Wording, foot: Sequence[Block] = ()) -> Message:
    """Join messages under one greeting; one alone needs none. `foot` is the one foot of all: what asks has one.

    What several would say in the same words is said once. What has grown since it was sent and does not fit any more is
    there in words, with the buttons that end it.
    """
    messages = [message for at, message in enumerate(messages) if message not in messages[:at]]
    if len(messages) == 1:
        return Message.of(*messages[0].blocks, *foot) if foot else messages[0]
    blocks: list[Block] = [section(wording.markup("nudges-greeting" if foot else "merged-greeting"))]
    for left, message in zip(range(len(messages), 0, -1), messages, strict=True):
        # Each message still to come needs room for a divider, its words and its buttons.
        room = MESSAGE_BLOCKS - len(foot) - len(blocks) - 2 - 3 * (left - 1)
        blocks += [divider(), *(message.blocks if len(message.blocks) <= room else _in_short(message))]
    return Message.of(*_with_one_emoji(blocks), *([divider(), *foot] if foot else []))


def _in_short(message: Message) -> list[Block]:
    rows = [block for block in message.blocks if block["type"] == "actions"]
    whole = [row for row in rows if not ONE_OF_MANY & {each["action_id"] for each in row["elements"]}]
    return [section(message.text), *whole[-1:]]


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
