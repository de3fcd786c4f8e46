"""What is planned or proposed: a time is taken, a session is cancelled, or was missed."""

from handlers.call import Call
from handlers.listening import Listening
from services.cancel_session import cancel_session
from services.context import Services
from services.miss_session import miss_session
from services.take_time import take_time
from views.ids import ActionId
from views.wording import Wording


def register(listening: Listening, services: Services, _wording: Wording) -> None:
    """Listen for the buttons that need no form."""

    async def take(call: Call) -> None:
        await take_time(services, call.actor, call.value)

    async def cancel(call: Call) -> None:
        await cancel_session(services, call.actor, call.value)

    async def missed(call: Call) -> None:
        await miss_session(services, call.actor, call.value)

    listening.action(ActionId.TAKE_TIME, take)
    listening.action(ActionId.CANCEL_SESSION, cancel)
    listening.action(ActionId.MISSED_SESSION, missed)
