"""Somebody looks at their pairs, and opens one to do something about it."""

from handlers.call import Call
from handlers.listening import Listening
from services.context import Services
from services.read_pairs import read_pairs
from views.blocks import View
from views.forms.context import decode
from views.forms.pairs import pair_page, pairs_form
from views.ids import ActionId, FormId
from views.wording import Wording


def register(listening: Listening, services: Services, wording: Wording) -> None:
    """Listen for what opens all of them, or one."""

    async def open_all(call: Call) -> None:
        await _show(call, pairs_form(await read_pairs(services, call.actor), wording))

    async def open_one(call: Call) -> None:
        has_others = bool(call.in_modal and decode(call.view).form is FormId.PAIRS)
        await _show(call, pair_page(await read_pairs(services, call.actor, call.value), wording, has_others=has_others))

    listening.action(ActionId.OPEN_PAIRS, open_all)
    listening.action(ActionId.OPEN_PAIR, open_one)


async def _show(call: Call, view: View) -> None:
    # One takes the place of the other: what is opened from it still has room above.
    await (call.redraw if call.in_modal else call.open)(view)
