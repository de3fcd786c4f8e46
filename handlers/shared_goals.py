"""The list of goals that a pair has in common."""

from dataclasses import replace

from handlers.call import Call
from handlers.clashes import fields_changed_meanwhile
from handlers.listening import Listening
from mentoring.refusals import Refusals
from mentoring.shared_goals import GoalListValues
from services.context import Services
from services.share_goals import prepare_list, save_list
from views.forms.shared_goals import parse_shared_goals, shared_goals_form
from views.ids import ActionId, FormId
from views.wording import Wording


def register(listening: Listening, services: Services, wording: Wording) -> None:
    """Listen for the form, and for what opens it."""

    async def open_form(call: Call) -> None:
        await call.open(shared_goals_form(await prepare_list(services, call.actor, call.value), wording))

    async def submit(call: Call) -> None:
        values = parse_shared_goals(call.view)
        try:
            await save_list(services, call.actor, values, call.form_id)
        except Refusals as refused:
            fields_changed_meanwhile(refused)
            await show_again(call, values)
            return
        await call.close_all()

    async def show_again(call: Call, values: GoalListValues) -> None:
        """What was typed, beside the list as the partner has it; what has left the list is not brought back."""
        current = await prepare_list(services, call.actor, values.pair_id)
        there = {goal.id for goal in current.goals}
        typed = tuple(goal for goal in values.goals if goal.id is None or goal.id in there)
        await call.redraw(shared_goals_form(replace(current, goals=typed, meanwhile=current.goals), wording))

    listening.action(ActionId.SHARE_GOALS, open_form)
    listening.submission(FormId.SHARED_GOALS, submit)
