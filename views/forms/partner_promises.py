"""What one's partners promised as a modal: each promise whole, a page at a time."""

from mentoring.promises import PartnerPromise, PromisePage, PromiseState
from views.blocks import Block, View, actions, button, context, section
from views.forms.context import Context
from views.forms.modal import modal
from views.ids import ActionId, FormId
from views.wording import Wording, dates


def partner_promises_form(page: PromisePage, wording: Wording) -> View:
    """A page, with the way to the newer and the older ones."""
    blocks = [
        context(wording.markup("partner-promises-intro")),
        *(block for each in page.promises for block in _promise(each, page, wording)),
        *_pages(page, wording),
    ]
    title, close = wording.say("partner-promises-title"), wording.say("form-close")
    return modal(Context(FormId.PARTNER_PROMISES, skipped=page.skipped), title, blocks, close=close)


def _promise(each: PartnerPromise, page: PromisePage, wording: Wording) -> list[Block]:
    promise, partner = each.promise, each.partner.name
    day = dates.day(promise.due_on, page.locale, today=page.today) if promise.due_on else ""
    state = "suggested" if promise.state is PromiseState.PROPOSED else "open_by" if day else "open"
    about = wording.markup("partner-promises-about", partner=partner, state=state, day=day)
    return [section(promise.words), context(about)]


def _pages(page: PromisePage, wording: Wording) -> list[Block]:
    buttons = [
        *([button(wording.say("button-newer-promises"), ActionId.NEWER_PARTNER_PROMISES)] if page.skipped else []),
        *([button(wording.say("button-older-promises"), ActionId.OLDER_PARTNER_PROMISES)] if page.left > 0 else []),
    ]
    if not buttons:
        return []
    first, last = page.skipped + 1, page.skipped + len(page.promises)
    return [
        context(wording.markup("partner-promises-range", first=first, last=last, count=page.count)),
        actions(*buttons),
    ]
