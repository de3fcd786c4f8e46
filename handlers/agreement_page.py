"""An agreement is answered in one tap, from a message or where it is read; and how it came about is read."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial

from handlers.call import Call
from handlers.listening import Listening
from mentoring.agreements import VERSIONS_A_PAGE
from mentoring.people import Actor
from mentoring.refusals import Reason, Refusal
from services.answer_agreement import agree, say_still_right, withdraw_agreement
from services.context import Services
from services.read_agreement import read_agreement, read_agreement_history
from views.forms.agreement_page import agreement_history, agreement_page
from views.forms.context import decode
from views.ids import ActionId
from views.wording import Wording

# What one tap does about a version; it says whose it is, by the id of the pair.
Deed = Callable[[Services, Actor, str], Awaitable[str]]


def register(listening: Listening, services: Services, wording: Wording) -> None:
    """Listen for the answers, and for the history and its pages."""

    async def answer(call: Call, deed: Deed) -> None:
        in_page = call.view.get("type") == "modal"
        try:
            pair_id = await deed(services, call.actor, call.value)
        except Refusal as refusal:
            if not in_page or refusal.reason is not Reason.TOO_LATE:
                raise
            # It is not as it was when this page was drawn: here is how it is.
            page = await read_agreement(services, call.actor, decode(call.view).pair_id or "")
            await call.redraw(agreement_page(replace(page, has_changed=True), wording))
            return
        if in_page:
            await call.redraw(agreement_page(await read_agreement(services, call.actor, pair_id), wording))

    async def open_history(call: Call) -> None:
        await call.open(agreement_history(await read_agreement_history(services, call.actor, call.value), wording))

    async def turn(call: Call, by: int) -> None:
        about = decode(call.view)
        history = await read_agreement_history(services, call.actor, about.pair_id or "", about.skipped + by)
        await call.redraw(agreement_history(history, wording))

    listening.action(ActionId.AGREE, partial(answer, deed=agree))
    listening.action(ActionId.WITHDRAW_AGREEMENT, partial(answer, deed=withdraw_agreement))
    listening.action(ActionId.STILL_RIGHT, partial(answer, deed=say_still_right))
    listening.action(ActionId.AGREEMENT_HISTORY, open_history)
    listening.action(ActionId.OLDER_VERSIONS, partial(turn, by=VERSIONS_A_PAGE))
    listening.action(ActionId.NEWER_VERSIONS, partial(turn, by=-VERSIONS_A_PAGE))
