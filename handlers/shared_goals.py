"""The list of goals that a pair has in common: to read it, and to write what is on it."""

from dataclasses import replace

from handlers.call import Call
from handlers.clashes import fields_changed_meanwhile
from handlers.listening import Listening
from mentoring.checkpoints import recognised, ticked_off
from mentoring.goals import GoalsValues, left_open
from mentoring.refusals import Refusals
from mentoring.shared_goals import GoalList, GoalListValues, SharedGoal
from services.context import Services
from services.share_goals import prepare_goal, prepare_list, prepare_new_goal, prepare_some_goals, save_list
from views.forms.shared_goals import goal_list_form, parse_shared_goals, shared_goals_form
from views.ids import ActionId, FormId
from views.wording import Wording


def register(listening: Listening, services: Services, wording: Wording) -> None:
    """Listen for the form, and for what opens it: for both drafts, for one goal, for a new one."""

    async def open_first(call: Call) -> None:
        list_ = await prepare_list(services, call.actor, call.value)
        # The button stays in the message about both drafts, also once there is a list.
        await call.open((goal_list_form if list_.is_made else shared_goals_form)(list_, wording))

    async def open_goal(call: Call) -> None:
        await call.open(shared_goals_form(await prepare_goal(services, call.actor, call.value), wording))

    async def open_new(call: Call) -> None:
        await call.open(shared_goals_form(await prepare_new_goal(services, call.actor, call.value), wording))

    async def submit(call: Call) -> None:
        values = parse_shared_goals(call.view, services.now().date())
        if asks := _left_open(values):
            draft = await _as_typed(call, values)
            asked = len(values.goals)
            await call.redraw(shared_goals_form(replace(draft, asks=asks, asked=asked, seen=values.seen), wording))
            return
        try:
            await save_list(services, call.actor, values, call.form_id)
        except Refusals as refused:
            fields_changed_meanwhile(refused)
            draft = await _as_typed(call, values)
            await call.redraw(shared_goals_form(replace(draft, asked=values.asked), wording))
            return
        await call.close_all()

    async def _as_typed(call: Call, values: GoalListValues) -> GoalList:
        """What was typed, in the place of how it is; that stands beside it where it has changed since."""
        ids = [goal.id for goal in values.goals if goal.id]
        if ids:
            current = await prepare_some_goals(services, call.actor, values.pair_id, ids)
            there = {goal.id: goal for goal in current.goals}
            typed = tuple(_over(there[goal.id], goal, values) for goal in values.goals)
            return replace(current, goals=typed, meanwhile=None if current.seen == values.seen else current.goals)
        if values.seen is None:
            return replace(await prepare_new_goal(services, call.actor, values.pair_id), goals=values.goals)
        current = await prepare_list(services, call.actor, values.pair_id)
        meanwhile = None if current.seen == values.seen else current.goals
        return replace(current, goals=values.goals, meanwhile=meanwhile)

    listening.action(ActionId.SHARE_GOALS, open_first)
    listening.action(ActionId.CHANGE_GOAL, open_goal)
    listening.action(ActionId.NEW_GOAL, open_new)
    listening.submission(FormId.SHARED_GOALS, submit)


def _left_open(values: GoalListValues) -> frozenset[str]:
    words = tuple(goal.words for goal in values.goals)
    return left_open(GoalsValues(values.pair_id, words, asked=values.asked), ())


def _over(current: SharedGoal, typed: SharedGoal, values: GoalListValues) -> SharedGoal:
    """A goal as it was typed, its checkpoints recognised, with the boxes as they were ticked."""
    lines = recognised(typed.checkpoints, current.checkpoints)
    return replace(typed, checkpoints=ticked_off(lines, values.ticked, values.unticked))
