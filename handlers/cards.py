"""Somebody looks for a conversation card about what is on their mind, and brings it to a session or keeps it."""

from handlers.about_pair import about_pair
from handlers.call import Call
from handlers.listening import Listening
from mentoring.question_bank import Stage
from mentoring.refusals import Reason, Refusal
from services.context import Services
from services.draw_card import bring_question, pass_card, prepare_card
from views.cards import card_question
from views.forms.card import card_form, card_shown, stage_chosen
from views.forms.context import decode
from views.ids import ActionId, FormId
from views.wording import Wording


def register(listening: Listening, services: Services, wording: Wording) -> None:
    """Listen for what opens the card, for the choice, and for what can be done with it."""

    async def show(call: Call, pair_id: str) -> None:
        await call.open(card_form(await prepare_card(services, call.actor, pair_id), wording))

    async def lighter(call: Call) -> None:
        await call.open(card_form(await prepare_card(services, call.actor, call.value, Stage.LIGHT), wording))

    async def about(call: Call) -> None:
        await redraw(call, _pair_of(call), stage_chosen(call.value))

    async def another(call: Call) -> None:
        pair_id, card = card_shown(call.view)
        await pass_card(services, call.actor, pair_id, card)
        await redraw(call, pair_id, card.stage)

    async def about_else(call: Call) -> None:
        await redraw(call, _pair_of(call), None)

    async def redraw(call: Call, pair_id: str, stage: Stage | None) -> None:
        await call.redraw(card_form(await prepare_card(services, call.actor, pair_id, stage), wording))

    async def submit(call: Call) -> None:
        pair_id, card = card_shown(call.view)
        await bring_question(services, call.actor, pair_id, card, card_question(card, wording), call.form_id)
        # Beneath it there may still be the question for which pair.
        await call.close_all()

    async def closed(call: Call) -> None:
        pair_id, card = card_shown(call.view)
        await pass_card(services, call.actor, pair_id, card)

    listening.action(ActionId.OPEN_CARD, about_pair(services, wording, ActionId.OPEN_CARD, show))
    listening.action(ActionId.LIGHTER_SESSION, lighter)
    listening.action(ActionId.CARD_ABOUT, about)
    listening.action(ActionId.ANOTHER_CARD, another)
    listening.action(ActionId.CARD_ABOUT_ELSE, about_else)
    listening.submission(FormId.CARD, submit)
    listening.closed(FormId.CARD, closed)


def _pair_of(call: Call) -> str:
    """The pair that an open form is about.

    Raises:
        Refusal: `OUT_OF_DATE`.
    """
    pair_id = decode(call.view).pair_id
    if pair_id is None:
        raise Refusal(Reason.OUT_OF_DATE)
    return pair_id
