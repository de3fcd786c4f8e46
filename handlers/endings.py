"""One of a pair ends it, or an organiser takes a proposed one back."""

from handlers.about_pair import about_pair
from handlers.call import Call
from handlers.listening import Listening
from services.context import Services
from services.end_pair import end_pair, prepare_end
from services.withdraw_proposal import withdraw_proposal
from views.forms.end_pair import end_form, parse_end
from views.ids import ActionId, FormId
from views.wording import Wording


def register(listening: Listening, services: Services, wording: Wording) -> None:
    """Listen for the form that ends a pair, and for the board's button."""

    async def show(call: Call, pair_id: str) -> None:
        await call.open(end_form(await prepare_end(services, call.actor, pair_id), wording))

    async def submit(call: Call) -> None:
        await end_pair(services, call.actor, parse_end(call.view), call.form_id)
        await call.close_all()

    async def withdraw(call: Call) -> None:
        await withdraw_proposal(services, call.actor, call.value)

    listening.action(ActionId.END_PAIR, about_pair(services, wording, ActionId.END_PAIR, show))
    listening.submission(FormId.END_PAIR, submit)
    listening.action(ActionId.WITHDRAW_PROPOSAL, withdraw)
