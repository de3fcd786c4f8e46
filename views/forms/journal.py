"""The journal of wins as a modal: each win whole, a page at a time."""

from mentoring.journal import JournalPage
from views.blocks import Block, View, actions, button, context
from views.forms.context import Context
from views.forms.modal import modal
from views.home.journal import entry
from views.ids import ActionId, FormId
from views.wording import Wording


def journal_form(page: JournalPage, wording: Wording) -> View:
    """A page, with the way to the newer and the older ones."""
    blocks = [
        context(wording.markup("journal-intro")),
        *(block for win in page.wins for block in entry(win, page.me, page.today, page.locale, wording)),
        *_pages(page, wording),
    ]
    title, close = wording.say("journal-title"), wording.say("form-close")
    return modal(Context(FormId.JOURNAL, skipped=page.skipped), title, blocks, close=close)


def _pages(page: JournalPage, wording: Wording) -> list[Block]:
    buttons = [
        *([button(wording.say("button-newer-wins"), ActionId.NEWER_WINS)] if page.skipped else []),
        *([button(wording.say("button-older-wins"), ActionId.OLDER_WINS)] if page.left > 0 else []),
    ]
    if not buttons:
        return []
    first, last = page.skipped + 1, page.skipped + len(page.wins)
    return [context(wording.markup("journal-range", first=first, last=last, count=page.count)), actions(*buttons)]
