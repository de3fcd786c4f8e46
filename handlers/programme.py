"""`/mentoring programme`: an organiser changes how their programme runs, and who organises it."""

from asyncio import gather

from handlers.call import Call
from handlers.celebrations_channel import look_into_channel
from handlers.clashes import fields_changed_meanwhile
from handlers.listening import Listening
from handlers.profiles import chosen_profile, profile_of
from mentoring.programmes import ProgrammeDraft, shown_again
from mentoring.refusals import Refusals
from services.become_organiser import become_organiser
from services.change_programme import change_programme
from services.context import Services
from services.prepare_forms import prepare_programme
from views.forms.context import decode
from views.forms.programme import parse_programme, programme_form
from views.forms.rhythm import picked_rhythm
from views.ids import ActionId, FormId
from views.wording import Wording


async def open_programme_form(call: Call, services: Services, wording: Wording) -> None:
    """Open the programme's settings; the first owner or admin who does becomes organiser."""
    workspace = call.actor.workspace
    await become_organiser(services, workspace, await profile_of(call.client, workspace, call.actor.user))
    draft = ProgrammeDraft.of(await prepare_programme(services, call.actor))
    await call.open(programme_form(draft, wording))


def register(listening: Listening, services: Services, wording: Wording) -> None:
    """Listen for what opens and submits the form."""

    async def open_form(call: Call) -> None:
        await open_programme_form(call, services, wording)

    async def submit(call: Call) -> None:
        values, seen = parse_programme(call.view), decode(call.view).fingerprints
        organisers = (await prepare_programme(services, call.actor)).organisers
        new = [user for user in values.organisers if user not in organisers]
        named = await gather(*(chosen_profile(call, user, "organisers") for user in new))
        try:
            await change_programme(services, call.actor, values, call.form_id, seen=seen, named=named)
        except Refusals as refused:
            clashes = fields_changed_meanwhile(refused)
            current = await prepare_programme(services, call.actor)
            again = shown_again(values, seen, current, clashes)
            await call.redraw(programme_form(again, wording, picked_rhythm(call.view)))
            return
        if values.channel:
            await call.acknowledge()
            await look_into_channel(call, services, values.channel)

    listening.action(ActionId.OPEN_PROGRAMME, open_form)
    listening.submission(FormId.PROGRAMME, submit)
