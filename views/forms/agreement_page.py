"""An agreement to read, with what can be done about it; and how it came about."""

from mentoring.agreements import AgreementHistory, AgreementPage, Version
from views.agreements import changes, terms_in_full
from views.blocks import Block, View, actions, button, context, divider, section
from views.forms.context import Context
from views.forms.modal import modal
from views.ids import ActionId, FormId
from views.wording import Wording, dates


def agreement_page(page: AgreementPage, wording: Wording) -> View:
    """What waits, and else what holds."""
    if page.waiting and not (page.is_over and page.agreed):
        blocks = _waiting(page, page.waiting, wording)
    elif page.agreed:
        blocks = _agreed(page, page.agreed, wording)
    else:
        blocks = [section(wording.markup("agreement-nothing", partner=page.partner.name))]
    return modal(
        Context(FormId.SHOWN_AGREEMENT, pair_id=page.pair_id),
        wording.say("agreement-title"),
        [
            *([section(wording.markup("agreement-has-changed"))] if page.has_changed else []),
            *blocks,
            *_buttons(page, wording),
            context(wording.markup("agreement-readers", partner=page.partner.name)),
        ],
        close=wording.say("form-close"),
    )


def agreement_history(history: AgreementHistory, wording: Wording) -> View:
    """Who proposed and changed what, and when, a page at a time."""
    return modal(
        Context(FormId.AGREEMENT_HISTORY, pair_id=history.pair_id, skipped=history.skipped),
        wording.say("agreement-history-title"),
        [
            *(block for version in history.versions for block in _version(version, history, wording)),
            *_pages(history, wording),
        ],
        close=wording.say("form-close"),
    )


def _waiting(page: AgreementPage, version: Version, wording: Wording) -> list[Block]:
    partner, day = page.partner.name, dates.day(version.on, page.locale)
    kind = "change" if page.agreed else "answer" if version.answers else "new"
    if page.is_over:
        said = wording.markup("agreement-never-held", partner=partner, day=day)
    elif version.by_me:
        said = wording.markup("agreement-waits-for-partner", partner=partner, day=day, kind=kind)
    else:
        said = wording.markup("agreement-waits-for-me", partner=partner, day=day, kind=kind)
    in_full = terms_in_full(version.terms, page.rhythm_days, wording)
    new = changes(version, wording)
    if not new:
        return [section(said), *in_full, *_holds_meanwhile(page, wording)]
    by = "me" if version.by_me else "partner"
    title = section(wording.markup("agreement-new", by=by, partner=partner))
    # What holds and what is to change in it say all together.
    is_all_said = page.agreed is not None and not version.answers
    all_of_it = [divider(), section(wording.markup("agreement-in-full")), *in_full]
    return [section(said), title, *new, *([] if is_all_said else all_of_it), *_holds_meanwhile(page, wording)]


def _holds_meanwhile(page: AgreementPage, wording: Wording) -> list[Block]:
    if page.agreed is None:
        return []
    title = section(wording.markup("agreement-holds-meanwhile"))
    return [divider(), title, *_terms_that_hold(page, page.agreed, wording)]


def _agreed(page: AgreementPage, version: Version, wording: Wording) -> list[Block]:
    partner, day = page.partner.name, dates.day(version.settled_on or version.on, page.locale)
    since = wording.markup("agreement-held" if page.is_over else "agreement-holds", partner=partner, day=day)
    said = [section(since)]
    if confirmed := page.confirmed:
        by, on = "me" if confirmed.by_me else "partner", dates.day(confirmed.on, page.locale)
        said.append(context(wording.markup("agreement-confirmed", by=by, partner=partner, day=on)))
    return [*said, *_terms_that_hold(page, version, wording)]


def _terms_that_hold(page: AgreementPage, version: Version, wording: Wording) -> list[Block]:
    terms = terms_in_full(version.terms, version.terms.rhythm_days, wording)
    if version.terms.rhythm_days == page.rhythm_days:
        return terms
    rhythm = wording.say("rhythm-in-a-sentence", days=page.rhythm_days)
    return [*terms, context(wording.markup("agreement-rhythm-since", rhythm=rhythm))]


def _buttons(page: AgreementPage, wording: Wording) -> list[Block]:
    history = button(wording.say("button-agreement-history"), ActionId.AGREEMENT_HISTORY, page.pair_id)
    buttons = [*([] if page.is_over else _deeds(page, wording)), *([history] if page.has_history else [])]
    return [actions(*buttons)] if buttons else []


def _deeds(page: AgreementPage, wording: Wording) -> list[Block]:
    change = button(wording.say("button-change-agreement"), ActionId.CHANGE_AGREEMENT, page.pair_id)
    if page.waiting and page.waiting.by_me:
        withdraw = wording.say("button-withdraw-agreement")
        return [change, button(withdraw, ActionId.WITHDRAW_AGREEMENT, page.waiting.id)]
    if page.waiting:
        return [button(wording.say("button-agree"), ActionId.AGREE, page.waiting.id, primary=True), change]
    if page.agreed:
        right = button(wording.say("button-still-right"), ActionId.STILL_RIGHT, page.agreed.id)
        return [*([right] if page.may_confirm else []), change]
    return [button(wording.say("button-propose-agreement"), ActionId.CHANGE_AGREEMENT, page.pair_id, primary=True)]


def _version(version: Version, history: AgreementHistory, wording: Wording) -> list[Block]:
    by, partner = "me" if version.by_me else "partner", history.partner.name
    on = dates.day_and_year(version.on, history.locale)
    settled = dates.day_and_year(version.settled_on, history.locale) if version.settled_on else on
    said = changes(version, wording) or terms_in_full(version.terms, version.terms.rhythm_days, wording)
    return [
        section(wording.markup("agreement-version", by=by, partner=partner, day=on)),
        *said,
        context(
            wording.markup(
                "agreement-version-state", state=version.state.value, by=by, partner=partner, settled=settled
            )
        ),
        divider(),
    ]


def _pages(history: AgreementHistory, wording: Wording) -> list[Block]:
    buttons = [
        *([button(wording.say("button-newer-versions"), ActionId.NEWER_VERSIONS)] if history.skipped else []),
        *([button(wording.say("button-older-versions"), ActionId.OLDER_VERSIONS)] if history.left > 0 else []),
    ]
    readers = context(wording.markup("agreement-readers", partner=history.partner.name))
    if not buttons:
        return [readers]
    first, last = history.skipped + 1, history.skipped + len(history.versions)
    return [
        context(wording.markup("agreement-range", first=first, last=last, count=history.count)),
        actions(*buttons),
        readers,
    ]
