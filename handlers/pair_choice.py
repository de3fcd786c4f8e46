"""Somebody in several pairs chooses another one in an open form."""

from dataclasses import replace

from handlers.call import Call
from handlers.listening import Listening
from services.bring_to_session import prepare_agenda
from services.celebrate_win import prepare_win
from services.context import Services
from services.prepare_check_in import prepare_check_in
from services.prepare_plan import prepare_plan
from services.widen_win import prepare_widening
from views.forms.agenda import agenda_form
from views.forms.checkin import check_in_form, typed_plan
from views.forms.context import decode
from views.forms.plan import plan_form
from views.forms.propose import propose_form
from views.forms.widening import widening_form
from views.forms.win import win_form
from views.ids import ActionId, FormId
from views.wording import Wording


def register(listening: Listening, services: Services, wording: Wording) -> None:
    """Listen for the choice: what depends on the pair is shown anew, what was typed stays."""

    async def change_pair(call: Call) -> None:
        about = decode(call.view)
        if about.form is FormId.WIN:
            draft_of_new = await prepare_win(
                services, call.actor, thanks=about.mentioned, pair_id=call.value, picked=about.picked
            )
            await call.redraw(win_form(draft_of_new, wording))
        elif about.form is FormId.AGENDA:
            draft_of_item = await prepare_agenda(services, call.actor, picked=about.picked, pair_id=call.value)
            await call.redraw(agenda_form(draft_of_item, wording))
        elif about.form is FormId.WIDEN_WIN and about.win_id:
            draft_of_win = await prepare_widening(services, call.actor, about.win_id, pair_id=call.value)
            await call.redraw(widening_form(draft_of_win, wording))
        elif about.form in (FormId.PLAN, FormId.PROPOSE_TIMES):
            form = plan_form if about.form is FormId.PLAN else propose_form
            await call.redraw(form(await prepare_plan(services, call.actor, pair_id=call.value), wording))
        else:
            draft = await prepare_check_in(services, call.actor, pair_id=call.value, more=about.more)
            # The day that is kept was never meant for the other pair's session.
            seen = replace(draft.seen, on=None)
            draft = replace(draft, next_at=typed_plan(call.view) or draft.next_at, seen=seen)
            await call.redraw(check_in_form(draft, wording, more=about.more))

    listening.action(ActionId.CHANGE_PAIR, change_pair)
