"""`/mentoring horizon`, its nudge's button and its form; and a card of it that is brought to the next session."""

from handlers.about_pair import about_pair
from handlers.call import Call
from handlers.listening import Listening
from services.bring_horizon_card import bring_horizon_card
from services.check_horizon import answer_horizon, prepare_horizon
from services.context import Services
from views.forms.horizon import horizon_form, parse_horizon, saved_horizon_form
from views.ids import ActionId, FormId
from views.messages.horizon import agenda_words
from views.wording import Wording


async def open_horizon(call: Call, services: Services, wording: Wording) -> None:
    """Open the check, for the pair of the button or for one that is chosen."""

    async def show(call: Call, pair_id: str) -> None:
        await call.open(horizon_form(await prepare_horizon(services, call.actor, pair_id), wording))

    await about_pair(services, wording, ActionId.OPEN_HORIZON, show)(call)


def register(listening: Listening, services: Services, wording: Wording) -> None:
    """Listen for the form, for what opens it, and for the button of a card."""

    async def open_form(call: Call) -> None:
        await open_horizon(call, services, wording)

    async def submit(call: Call) -> None:
        values = parse_horizon(call.view)
        await answer_horizon(services, call.actor, values, call.form_id)
        draft = await prepare_horizon(services, call.actor, values.pair_id)
        await call.redraw(saved_horizon_form(draft, wording))

    async def bring(call: Call) -> None:
        await bring_horizon_card(services, call.actor, call.value, agenda_words(wording))

    listening.action(ActionId.OPEN_HORIZON, open_form)
    listening.submission(FormId.HORIZON, submit)
    listening.action(ActionId.BRING_HORIZON_CARD, bring)
