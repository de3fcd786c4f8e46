"""The newest wins of the journal: one's own, and those the partner shared."""

from dataclasses import replace
from datetime import date

from mentoring.home import HomePicture, WinLine
from mentoring.people import Person
from views.blocks import Block, actions, button, context, section
from views.ids import ActionId
from views.markup import Markup, shorten
from views.messages.picked import about_message
from views.wording import Wording, dates

LONGEST = 600


def journal(picture: HomePicture, wording: Wording) -> list[Block]:
    """The newest wins, shortened; all of them, and whole, are behind a button, and so is all else of the story."""
    if not picture.wins:
        return _begins(picture, wording)
    blocks = [section(wording.markup("home-wins"))]
    for win in picture.wins:
        short = replace(win, words=shorten(win.words, LONGEST))
        blocks += entry(short, picture.me, picture.now.date(), picture.locale, wording)
    if picture.more_wins:
        blocks.append(context(wording.markup("home-more-wins", count=picture.more_wins)))
    is_all = not picture.more_wins and all(len(win.words) <= LONGEST for win in picture.wins)
    all_wins = [] if is_all else [button(wording.say("button-wins"), ActionId.OPEN_WINS)]
    return [*blocks, actions(*all_wins, button(wording.say("button-journal"), ActionId.OPEN_STORY))]


def _begins(picture: HomePicture, wording: Wording) -> list[Block]:
    """Before the first win: that there is a place for it; somebody in no pair is told elsewhere."""
    return [context(wording.markup("home-wins-empty"))] if picture.pairs else []


def entry(win: WinLine, me: Person | None, today: date, locale: str | None, wording: Wording) -> list[Block]:
    """A win with whose it is, since when, and who may see it; its author can have more people see it."""
    day = dates.day(win.on, locale, today=today)
    if me and win.author.id == me.id:
        seen_by = f"channel-{win.post.name.lower()}" if win.post else win.audience.value
        about = wording.markup("home-win-mine", day=day, audience=seen_by)
    else:
        about = wording.markup("home-win-theirs", day=day, author=win.author.name)
    if win.message:
        about += Markup(" · ") + about_message(win.message, wording)
    return [section(win.words, _share(win, wording)), context(about)]


def _share(win: WinLine, wording: Wording) -> Block | None:
    return button(wording.say("button-widen-win"), ActionId.WIDEN_WIN, win.widen_id) if win.widen_id else None
