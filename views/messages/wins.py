"""Wins: what happens next for their author, and what the partner reads."""

from mentoring.celebrations import NotPosted, WinSaved, WinShared
from mentoring.consent import ShoutOutState
from mentoring.notices import Reader
from mentoring.widening import Widening
from views.blocks import Block, actions, button, section
from views.ids import ActionId
from views.markup import Markup, channel
from views.messages.message import Message
from views.messages.picked import about
from views.wording import Wording, dates
from views.wording.lists import names


def win_saved(content: WinSaved, reader: Reader, wording: Wording) -> Message:
    """To the author: who reads it, and what happens next. A win for the author alone is not repeated."""
    buttons = _widening(content.widening, wording) if content.widening else []
    if content.words is None:
        return Message.of(section(wording.markup("win-kept")), *buttons)
    said = section(_what_next(content, reader, wording))
    return Message.of(said, section(content.words), *about(content.message, wording), *buttons)


def win_shared(content: WinShared, _reader: Reader, wording: Wording) -> Message:
    """To the partner: the win."""
    news = wording.markup("win-shared", author=content.author.name)
    return Message.of(section(news), section(content.words), *about(content.message, wording))


def not_posted(content: NotPosted, _reader: Reader, wording: Wording) -> Message:
    """To the author: it was not posted. Why is nobody's business."""
    return Message.of(section(wording.markup("win-not-posted")), section(content.words))


def _widening(widening: Widening, wording: Wording) -> list[Block]:
    share = wording.say("button-share-win", partner=widening.partner.name) if widening.partner else None
    return [
        actions(
            *([button(share, ActionId.SHARE_WIN, widening.win_id)] if share else []),
            *(
                [button(wording.say("button-post-win"), ActionId.POST_WIN, widening.win_id)]
                if widening.to_channel
                else []
            ),
        )
    ]


def _what_next(content: WinSaved, reader: Reader, wording: Wording) -> Markup:
    if content.state is None:
        readers = [content.partner] if content.partner else []
        return wording.markup("win-saved-partner", partner=names(readers))
    place = channel(content.channel) if content.channel else wording.markup("the-channel")
    if content.state is ShoutOutState.ASKING and content.asked:
        return wording.markup("win-saved-asking", people=names(content.asked), channel=place)
    if content.waits_until:
        return wording.markup("win-saved-digest", channel=place, day=dates.day_of(content.waits_until, reader))
    return wording.markup("win-saved-channel", state=content.state.name.lower(), channel=place)
