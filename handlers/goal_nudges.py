"""Nudges about goals are answered: in one tap of a goal, or, half-way, in one short form for all of them."""

from dataclasses import replace

from handlers.call import Call
from handlers.clashes import fields_changed_meanwhile
from handlers.listening import Listening
from mentoring.refusals import Refusals
from mentoring.shared_goals import GoalState
from services.answer_goal import keep_goal, settle_goal
from services.context import Services
from services.revisit_goals import prepare_revisit, revisit_goals
from services.share_goals import prepare_some_goals
from views.forms.revisit_goals import parse_revisit, revisit_form
from views.forms.shared_goals import shared_goals_form
from views.ids import ActionId, FormId
from views.wording import Wording


def register(listening: Listening, services: Services, wording: Wording) -> None:
    """Listen for the taps, and for the form; what is to be changed has its own form, in the place of that one."""

    async def reached(call: Call) -> None:
        await settle_goal(services, call.actor, call.value, GoalState.REACHED)

    async def drop(call: Call) -> None:
        await settle_goal(services, call.actor, call.value, GoalState.DROPPED)

    async def keep(call: Call) -> None:
        await keep_goal(services, call.actor, call.value)

    async def open_form(call: Call) -> None:
        await call.open(revisit_form(await prepare_revisit(services, call.actor, call.value), wording))

    async def submit(call: Call) -> None:
        values = parse_revisit(call.view)
        try:
            # The form that takes its place keeps Slack's id, and is submitted as well.
            await revisit_goals(services, call.actor, values, f"{call.form_id} {FormId.REVISIT_GOALS}")
        except Refusals as refused:
            fields_changed_meanwhile(refused)
            draft = await prepare_revisit(services, call.actor, values.pair_id)
            await call.redraw(revisit_form(replace(draft, chosen=values.chosen, is_changed=True), wording))
            return
        if not values.to_change:
            await call.close_all()
            return
        goals = await prepare_some_goals(services, call.actor, values.pair_id, values.to_change)
        await call.redraw(shared_goals_form(goals, wording))

    listening.action(ActionId.GOAL_REACHED, reached)
    listening.action(ActionId.DROP_GOAL, drop)
    listening.action(ActionId.KEEP_GOAL, keep)
    listening.action(ActionId.REVISIT_GOALS, open_form)
    listening.submission(FormId.REVISIT_GOALS, submit)
