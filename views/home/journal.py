"""The journal of wins: one's own, and those the partner shared."""

from mentoring.home import HomePicture, WinLine
from views.blocks import Block, button, context, section
from views.ids import ActionId
from views.markup import shorten
from views.messages.picked import about as about_message
from views.wording import Wording, dates

MOST_WINS, LONGEST = 5, 600


def journal(picture: HomePicture, wording: Wording) -> list[Block]:
    """The newest wins, each with whose it is, since when, and who may see it."""
    if not picture.wins:
        return []
    blocks = [section(wording.markup("home-wins"))]
    for win in picture.wins[:MOST_WINS]:
        day = dates.day(win.on, picture.locale, today=picture.now.date())
        if win.author.id == picture.me.id:
            about = wording.markup("home-win-mine", day=day, audience=win.audience.value)
        else:
            about = wording.markup("home-win-theirs", day=day, author=win.author.name)
        words = section(shorten(win.words, LONGEST), _share(win, wording))
        blocks += [words, context(about), *about_message(win.message, wording)]
    if picture.more_wins:
        blocks.append(context(wording.markup("home-more-wins", count=picture.more_wins)))
    return blocks


def _share(win: WinLine, wording: Wording) -> Block | None:
    return button(wording.say("button-widen-win"), ActionId.WIDEN_WIN, win.widen_id) if win.widen_id else None
