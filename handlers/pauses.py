"""`/mentoring pause` and `/mentoring resume`, and their buttons; and how often a pair means to meet."""

from dataclasses import replace

from handlers.about_pair import about_pair
from handlers.call import Call
from handlers.clashes import fields_changed_meanwhile
from handlers.listening import Listening
from handlers.no_pair import say_how_to_get_a_pair
from mentoring.refusals import Refusals
from services.change_rhythm import change_rhythm, prepare_rhythm
from services.choose_pair import resting_pairs
from services.context import Services
from services.pause_pair import pause_pair, prepare_pause
from services.read_menu import read_menu
from services.resume_pair import resume_pair
from views.forms.meet_less import meet_less_form, parse_meet_less
from views.forms.pause import parse_pause, pause_form, resumed_form
from views.forms.rhythm import picked_rhythm
from views.forms.which_pair import which_pair_form
from views.ids import ActionId, FormId
from views.messages.pauses import nothing_rests
from views.wording import Wording


async def open_pause(call: Call, services: Services, wording: Wording) -> None:
    """Open the form, for the pair of the button or for one that is chosen."""

    async def show(call: Call, pair_id: str) -> None:
        await call.open(pause_form(await prepare_pause(services, call.actor, pair_id), wording))

    await about_pair(services, wording, ActionId.OPEN_PAUSE, show)(call)


async def resume(call: Call, services: Services, wording: Wording) -> None:
    """Have a pair go on: that of the button, or the only one that rests, or one that is chosen."""
    pair_id = call.value
    if not pair_id:
        pairs = await resting_pairs(services, call.actor)
        if not pairs:
            await _say_that_nothing_rests(call, services, wording)
            return
        if len(pairs) > 1:
            await call.open(which_pair_form(pairs, ActionId.RESUME_PAIR, wording))
            return
        pair_id = pairs[0].id
    await resume_pair(services, call.actor, pair_id)
    if call.view.get("type") == "modal":
        await call.redraw(resumed_form(wording))


async def _say_that_nothing_rests(call: Call, services: Services, wording: Wording) -> None:
    if not (await read_menu(services, call.actor)).has_pair:
        await say_how_to_get_a_pair(call, services, wording)
        return
    answer = nothing_rests(wording)
    await call.say_privately(answer.text, answer.blocks)


def register(listening: Listening, services: Services, wording: Wording) -> None:
    """Listen for the forms and the buttons that open them."""

    async def open_form(call: Call) -> None:
        await open_pause(call, services, wording)

    async def submit(call: Call) -> None:
        values = parse_pause(call.view)
        try:
            await pause_pair(services, call.actor, values, call.form_id)
        except Refusals as refused:
            fields_changed_meanwhile(refused)
            draft = await prepare_pause(services, call.actor, values.pair_id)
            await call.redraw(pause_form(replace(draft, until=values.until, has_clashed=True), wording))
            return
        await call.close_all()

    async def by_button(call: Call) -> None:
        await resume(call, services, wording)

    async def show_rhythm(call: Call, pair_id: str) -> None:
        await call.open(meet_less_form(await prepare_rhythm(services, call.actor, pair_id), wording))

    async def submit_rhythm(call: Call) -> None:
        values = parse_meet_less(call.view)
        try:
            await change_rhythm(services, call.actor, values, call.form_id)
        except Refusals as refused:
            fields_changed_meanwhile(refused)
            draft = await prepare_rhythm(services, call.actor, values.pair_id)
            draft = replace(draft, suggested=values.rhythm_days, has_clashed=True)
            await call.redraw(meet_less_form(draft, wording, picked_rhythm(call.view)))
            return
        await call.close_all()

    listening.action(ActionId.OPEN_PAUSE, open_form)
    listening.submission(FormId.PAUSE, submit)
    listening.action(ActionId.RESUME_PAIR, by_button)
    listening.action(ActionId.MEET_LESS, about_pair(services, wording, ActionId.MEET_LESS, show_rhythm))
    listening.submission(FormId.RHYTHM, submit_rhythm)
