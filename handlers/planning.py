"""The next session: somebody plans it, moves it, or proposes times for it."""

from dataclasses import replace

from handlers.call import Call
from handlers.clashes import fields_changed_meanwhile
from handlers.listening import Listening
from handlers.no_pair import say_how_to_get_a_pair
from mentoring.planning import PlanDraft, PlanValues
from mentoring.refusals import Reason, Refusal, Refusals
from services.context import Services
from services.plan_session import plan_session
from services.prepare_plan import prepare_plan
from services.propose_times import propose_times
from views.forms.context import decode
from views.forms.plan import parse_plan, plan_form
from views.forms.propose import parse_propose, propose_form
from views.ids import ActionId, FormId
from views.wording import Wording

# What both can change: a field of the form, and where what it showed is kept.
SEEN = {"at": "next_at", "kind": "kind", "minutes": "minutes"}


async def open_plan(call: Call, services: Services, wording: Wording) -> None:
    """Open the form that plans a session with a pair, or the first; somebody in no pair is told how to get one."""
    try:
        draft = await prepare_plan(services, call.actor, pair_id=call.value or None)
    except Refusal as refusal:
        if refusal.reason is not Reason.NO_PAIR:
            raise
        await say_how_to_get_a_pair(call, services, wording)
        return
    await call.open(plan_form(draft, wording))


def register(listening: Listening, services: Services, wording: Wording) -> None:
    """Listen for both forms, and for what opens them."""

    async def plan(call: Call) -> None:
        await open_plan(call, services, wording)

    async def propose(call: Call) -> None:
        await call.open(propose_form(await prepare_plan(services, call.actor, pair_id=call.value), wording))

    async def reschedule(call: Call) -> None:
        await call.open(plan_form(await prepare_plan(services, call.actor, session_id=call.value), wording))

    async def no_time_fits(call: Call) -> None:
        await call.open(propose_form(await prepare_plan(services, call.actor, offer_id=call.value), wording))

    async def propose_instead(call: Call) -> None:
        await call.redraw(propose_form(await _as_it_stands(call, services), wording))

    async def plan_instead(call: Call) -> None:
        await call.redraw(plan_form(await _as_it_stands(call, services), wording))

    async def submit_plan(call: Call) -> None:
        values = parse_plan(call.view)
        try:
            await plan_session(services, call.actor, values, call.form_id)
        except Refusals as refused:
            draft = await _with_clashes(call, services, values, fields_changed_meanwhile(refused))
            await call.redraw(plan_form(draft, wording))

    async def submit_offer(call: Call) -> None:
        await _offer(call, services, wording)

    listening.action(ActionId.OPEN_PLAN, plan)
    listening.action(ActionId.PROPOSE_TIMES, propose)
    listening.action(ActionId.PROPOSE_INSTEAD, propose_instead)
    listening.action(ActionId.PLAN_INSTEAD, plan_instead)
    listening.submission(FormId.PLAN, submit_plan)
    listening.submission(FormId.PROPOSE_TIMES, submit_offer)
    listening.action(ActionId.NO_TIME_FITS, no_time_fits)
    listening.action(ActionId.RESCHEDULE, reschedule)


async def _offer(call: Call, services: Services, wording: Wording) -> None:
    """Propose times; who has not seen what the partner proposed meanwhile sees it first."""
    try:
        await propose_times(services, call.actor, parse_propose(call.view), call.form_id)
    except Refusals as refused:
        clashes = fields_changed_meanwhile(refused)
        # Slack keeps what was entered: the fields keep their ids.
        await call.redraw(propose_form(replace(await _as_it_stands(call, services), clashes=clashes), wording))


async def _as_it_stands(call: Call, services: Services) -> PlanDraft:
    """The draft of an open form: with the times that it suggests, and what it showed."""
    about = decode(call.view)
    draft = await prepare_plan(services, call.actor, pair_id=about.pair_id, session_id=about.session_id)
    return replace(draft, times=about.times, seen=about.seen)


async def _with_clashes(call: Call, services: Services, values: PlanValues, clashes: frozenset[str]) -> PlanDraft:
    """What the form shows now: what was entered, beside what the partner has. Saved again, what was entered stands.

    What was left alone stays left alone: only of what clashed the partner's value counts as seen.
    """
    about = decode(call.view)
    draft = await prepare_plan(services, call.actor, pair_id=values.pair_id, session_id=about.session_id)
    theirs = {name: getattr(draft.seen, name) for field, name in SEEN.items() if field in clashes}
    seen = replace(about.seen, **theirs) if draft.planned_at else draft.seen
    return replace(
        draft, times=about.times, chosen=values.at, kind=values.kind, minutes=values.minutes, clashes=clashes, seen=seen
    )
