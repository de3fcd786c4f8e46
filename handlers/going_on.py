"""At the end of a pair: it goes on, goes on less often, or is finished."""

from functools import partial

from handlers.about_pair import about_pair
from handlers.call import Call
from handlers.listening import Listening
from services.context import Services
from services.end_pair import prepare_end
from services.finish_pair import finish_pair
from services.go_on import go_on, prepare_go_on
from views.forms.going_on import finish_form, go_on_form, parse_finish, parse_go_on
from views.ids import ActionId, FormId
from views.wording import Wording


def register(listening: Listening, services: Services, wording: Wording) -> None:
    """Listen for the forms and the buttons that open them."""

    async def show(call: Call, pair_id: str, *, less: bool) -> None:
        await call.open(go_on_form(await prepare_go_on(services, call.actor, pair_id, less=less), wording))

    async def submit(call: Call) -> None:
        await go_on(services, call.actor, parse_go_on(call.view), call.form_id)
        await call.close_all()

    async def ask_to_finish(call: Call, pair_id: str) -> None:
        await call.open(finish_form(await prepare_end(services, call.actor, pair_id), wording))

    async def finish(call: Call) -> None:
        await finish_pair(services, call.actor, parse_finish(call.view), call.form_id)
        await call.close_all()

    for action, less in ((ActionId.GO_ON, False), (ActionId.GO_ON_LESS, True)):
        listening.action(action, about_pair(services, wording, action, partial(show, less=less)))
    listening.submission(FormId.GO_ON, submit)
    listening.action(ActionId.FINISH_PAIR, about_pair(services, wording, ActionId.FINISH_PAIR, ask_to_finish))
    listening.submission(FormId.FINISH_PAIR, finish)
