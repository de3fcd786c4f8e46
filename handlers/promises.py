"""Somebody accepts or refuses a promise that their partner proposed."""

from handlers.call import Call
from handlers.listening import Listening
from services.answer_promise import answer_promise
from services.context import Services
from views.ids import ActionId
from views.wording import Wording


def register(listening: Listening, services: Services, _wording: Wording) -> None:
    """Listen for both answers."""

    async def accept(call: Call) -> None:
        await answer_promise(services, call.actor, call.value, accepts=True)

    async def refuse(call: Call) -> None:
        await answer_promise(services, call.actor, call.value, accepts=False)

    listening.action(ActionId.ACCEPT_PROMISE, accept)
    listening.action(ActionId.REFUSE_PROMISE, refuse)
