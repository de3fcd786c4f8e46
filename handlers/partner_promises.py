"""Somebody reads what their partners promised, where App Home has no room for all of it."""

from handlers.call import Call
from handlers.errors import Listener
from handlers.listening import Listening
from mentoring.promises import PROMISES_A_PAGE
from services.context import Services
from services.read_partner_promises import read_partner_promises
from views.forms.context import decode
from views.forms.partner_promises import partner_promises_form
from views.ids import ActionId
from views.wording import Wording


def register(listening: Listening, services: Services, wording: Wording) -> None:
    """Listen for what opens them and turns their pages."""

    async def open_first(call: Call) -> None:
        await call.open(partner_promises_form(await read_partner_promises(services, call.actor), wording))

    def turning(by: int) -> Listener:
        async def listen(call: Call) -> None:
            skip = max(0, decode(call.view).skipped + by)
            page = await read_partner_promises(services, call.actor, skip=skip)
            await call.redraw(partner_promises_form(page, wording))

        return listen

    listening.action(ActionId.OPEN_PARTNER_PROMISES, open_first)
    listening.action(ActionId.NEWER_PARTNER_PROMISES, turning(-PROMISES_A_PAGE))
    listening.action(ActionId.OLDER_PARTNER_PROMISES, turning(PROMISES_A_PAGE))
