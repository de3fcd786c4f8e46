"""A conversation card for one of a pair: what it is about, the card itself, and what to do with it."""

from mentoring.question_bank import SITUATIONS, Card, CardDraft, Stage
from mentoring.refusals import Reason, Refusal
from views.blocks import View, actions, button, context, section
from views.cards import card_begin, card_question, card_subject
from views.forms.context import Context, decode
from views.forms.modal import modal
from views.ids import ActionId, FormId
from views.wording import Wording


def card_form(draft: CardDraft, wording: Wording) -> View:
    """The card; without one, the choice what it is to be about."""
    return _card(draft, draft.card, wording) if draft.card else _choice(draft, wording)


def _choice(draft: CardDraft, wording: Wording) -> View:
    partner = draft.pair.partner.name
    lines = [
        section(
            wording.markup(f"situation-{stage.address}"),
            button(wording.say(f"situation-{stage.address}.button"), ActionId.CARD_ABOUT, stage.value),
        )
        for stage in SITUATIONS
    ]
    return modal(
        Context(FormId.CARD, pair_id=draft.pair.id),
        wording.say("card-title"),
        [section(wording.markup("card-about")), *lines, context(wording.markup("card-about-readers", partner=partner))],
        close=wording.say("form-close"),
    )


def _card(draft: CardDraft, card: Card, wording: Wording) -> View:
    partner = draft.pair.partner.name
    return modal(
        Context(FormId.CARD, pair_id=draft.pair.id, card=card),
        wording.say("card-title"),
        [
            context(card_subject(card, wording)),
            section(wording.markup("card-shown", question=card_question(card, wording))),
            section(wording.markup("card-shown-begin", begin=card_begin(card, wording))),
            actions(
                button(wording.say("card-another"), ActionId.ANOTHER_CARD),
                button(wording.say("card-about-else"), ActionId.CARD_ABOUT_ELSE),
            ),
            context(wording.markup("card-readers", partner=partner)),
        ],
        submit=wording.say("card-bring"),
        close=wording.say("card-keep"),
        tells_closing=True,
    )


def stage_chosen(value: str) -> Stage:
    """What somebody wants a card about.

    Raises:
        Refusal: `OUT_OF_DATE`.
    """
    if value not in SITUATIONS:
        raise Refusal(Reason.OUT_OF_DATE)
    return Stage(value)


def card_shown(view: View) -> tuple[str, Card]:
    """The pair that a form is about, and the card that it shows.

    Raises:
        Refusal: `OUT_OF_DATE`.
    """
    form = decode(view)
    if form.pair_id is None or form.card is None:
        raise Refusal(Reason.OUT_OF_DATE)
    return form.pair_id, form.card
