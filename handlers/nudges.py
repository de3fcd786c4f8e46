"""Nudges are answered where they stand: by their menu, in one tap, or by sharing something."""

from handlers.call import Call
from handlers.listening import Listening
from mentoring.refusals import Reason, Refusal
from services.answer_nudge import ask_how_it_goes, ask_later, turn_kind_off, turn_kind_on
from services.context import Services
from services.read_nudge import read_nudge
from services.share_something import prepare_sharing, share_something
from views.forms.sharing import parse_sharing, sharing_form
from views.forms.why_nudged import why_form
from views.ids import ActionId, FormId, NudgeChoice
from views.wording import Wording


def register(listening: Listening, services: Services, wording: Wording) -> None:
    """Listen for the menu, for the answers in one tap, and for the form with which something is shared."""

    async def choose(call: Call) -> None:
        choice, _, notice_id = call.value.partition(" ")
        match choice:
            case NudgeChoice.WHY:
                await call.open(why_form(await read_nudge(services, call.actor, notice_id), wording))
            case NudgeChoice.LATER:
                await ask_later(services, call.actor, notice_id)
            case NudgeChoice.NO_MORE:
                await turn_kind_off(services, call.actor, notice_id)
            case _:
                raise Refusal(Reason.OUT_OF_DATE)

    async def turn_on(call: Call) -> None:
        await turn_kind_on(services, call.actor, call.value)

    async def ask(call: Call) -> None:
        await ask_how_it_goes(services, call.actor, call.value)

    async def open_sharing(call: Call) -> None:
        await call.open(sharing_form(await prepare_sharing(services, call.actor, call.value), wording))

    async def submit_sharing(call: Call) -> None:
        await share_something(services, call.actor, parse_sharing(call.view), call.form_id)

    listening.action(ActionId.NUDGE_MENU, choose)
    listening.action(ActionId.KIND_ON_AGAIN, turn_on)
    listening.action(ActionId.ASK_HOW_IT_GOES, ask)
    listening.action(ActionId.OPEN_SHARING, open_sharing)
    listening.submission(FormId.SHARING, submit_sharing)
