"""Somebody's pairs as modals: all of them, and what can be done about one."""

from mentoring.home import PairCard
from mentoring.pair_pages import PairPages
from views.blocks import View, actions, button, context, section
from views.forms.context import Context
from views.forms.modal import modal
from views.ids import ActionId, FormId
from views.markup import Markup
from views.pair_buttons import pair_buttons
from views.pair_cards import pair_card
from views.wording import Wording

MOST = 90


def pairs_form(pages: PairPages, wording: Wording) -> View:
    """Each pair with its button."""
    lines = [
        section(_card(pair, pages, wording), button(wording.say("button-pair-page"), ActionId.OPEN_PAIR, pair.pair_id))
        for pair in pages.pairs[:MOST]
    ]
    more = len(pages.pairs) - MOST
    left_out = [context(wording.markup("pairs-more", count=more))] if more > 0 else []
    title, close = wording.say("pairs-title"), wording.say("form-close")
    return modal(Context(FormId.PAIRS), title, [*lines, *left_out], close=close)


def pair_page(pages: PairPages, wording: Wording, *, has_others: bool) -> View:
    """All that can be done about the one pair; `has_others`: with the way back to all of them."""
    pair = pages.pairs[0]
    back = [actions(button(wording.say("button-all-pairs"), ActionId.OPEN_PAIRS))] if has_others else []
    blocks = [
        section(_card(pair, pages, wording)),
        actions(
            button(wording.say("button-check-in"), ActionId.LOG_CHECK_IN, pair.pair_id),
            button(wording.say("button-plan-with"), ActionId.OPEN_PLAN, pair.pair_id),
            button(wording.say("button-add-to-agenda"), ActionId.ADD_TO_AGENDA, pair.pair_id),
        ),
        actions(
            *pair_buttons(
                wording,
                pair.pair_id,
                is_paused=pair.paused_until is not None,
                comes_to_its_end=pair.ends_on is not None,
            )
        ),
        *back,
    ]
    title, close = wording.say("pair-page-title"), wording.say("form-close")
    return modal(Context(FormId.PAIR_PAGE, pair_id=pair.pair_id), title, blocks, close=close)


def _card(pair: PairCard, pages: PairPages, wording: Wording) -> Markup:
    return pair_card(pair, pages.time_zone, pages.today, pages.locale, wording)
