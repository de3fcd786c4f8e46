"""The frame of every modal."""

from collections.abc import Sequence
from functools import cache

from slack_sdk.models.blocks import DividerBlock, PlainTextObject
from slack_sdk.models.views import View as SlackView

from views.blocks import VIEW_BLOCKS, Block, View
from views.forms.context import Context
from views.ids import FormId
from views.markup import shorten

FRAME_TEXT = 24


def modal(
    context: Context,
    title: str,
    blocks: Sequence[Block],
    *,
    close: str,
    submit: str | None = None,
    tells_closing: bool = False,
) -> View:
    """A modal; without `submit` there is nothing to send, only to read. `tells_closing`: Slack says if it is closed."""
    frame = _frame(context.form, title, close, submit, tells_closing=tells_closing)
    return {**frame, "private_metadata": context.encode(), "blocks": list(blocks[:VIEW_BLOCKS])}


@cache
def _frame(form: FormId, title: str, close: str, submit: str | None, *, tells_closing: bool) -> View:
    return SlackView(
        type="modal",
        callback_id=form.value,
        title=_plain(title),
        submit=_plain(submit) if submit else None,
        close=_plain(close),
        notify_on_close=tells_closing or None,
        blocks=[DividerBlock()],
    ).to_dict()


def _plain(words: str) -> PlainTextObject:
    return PlainTextObject(text=shorten(words, FRAME_TEXT), emoji=True)
