"""`/mentoring goals`, and its buttons: goals of one's own, until both of a pair read what both wrote."""

from dataclasses import replace

from handlers.about_pair import about_pair
from handlers.call import Call
from handlers.listening import Listening
from mentoring.goals import GoalsDraft, GoalsRevealed, GoalWords, left_open
from mentoring.refusals import Reason, Refusal
from services.context import Services
from services.draft_goals import draft_goals, prepare_goals
from services.share_goals import prepare_list
from views.blocks import View
from views.forms.goals import goals_form, parse_goals, revealed_goals_form, saved_goals_form
from views.forms.shared_goals import goal_list_form
from views.ids import ActionId, FormId
from views.wording import Wording


async def open_goals(call: Call, services: Services, wording: Wording) -> None:
    """Open the form, or what both wrote, or their list, for the pair of the button or for one that is chosen."""

    async def show(call: Call, pair_id: str) -> None:
        draft = await prepare_goals(services, call.actor, pair_id)
        if isinstance(draft, GoalsRevealed):
            list_ = await prepare_list(services, call.actor, pair_id)
            if list_.is_made:
                await call.open(goal_list_form(list_, wording))
                return
        await call.open(_shown(draft, wording))

    await about_pair(services, wording, ActionId.OPEN_GOALS, show)(call)


def register(listening: Listening, services: Services, wording: Wording) -> None:
    """Listen for the form, for room for another goal, and for what opens it."""

    async def open_form(call: Call) -> None:
        await open_goals(call, services, wording)

    async def add(call: Call) -> None:
        values = parse_goals(call.view)
        draft = await prepare_goals(services, call.actor, values.pair_id)
        if isinstance(draft, GoalsRevealed):
            # Said above the form, in which what was typed stays.
            raise Refusal(Reason.TOO_LATE)
        draft = replace(draft, goals=(*values.goals, GoalWords()), asked=values.asked)
        await call.redraw(goals_form(draft, wording))

    async def submit(call: Call) -> None:
        values = parse_goals(call.view)
        draft = await prepare_goals(services, call.actor, values.pair_id)
        if isinstance(draft, GoalsDraft) and (asks := left_open(values, draft.goals)):
            draft = replace(draft, goals=values.goals, asks=asks, asked=len(values.goals))
            await call.redraw(goals_form(draft, wording))
            return
        state = await draft_goals(services, call.actor, values, call.form_id)
        await call.redraw(saved_goals_form(state, draft.partner.name, wording))

    listening.action(ActionId.OPEN_GOALS, open_form)
    listening.action(ActionId.ADD_GOAL, add)
    listening.submission(FormId.GOALS, submit)


def _shown(draft: GoalsDraft | GoalsRevealed, wording: Wording) -> View:
    if isinstance(draft, GoalsRevealed):
        return revealed_goals_form(draft, wording)
    return goals_form(draft, wording)
