"""`/mentoring programme`: an organiser changes how their programme runs."""

from handlers.call import Call
from handlers.celebrations_channel import look_into_channel
from handlers.listening import Listening
from handlers.profiles import profile_of
from services.become_organiser import become_organiser
from services.change_programme import change_programme
from services.context import Services
from services.prepare_forms import prepare_programme
from views.forms.programme import parse_programme, programme_form
from views.ids import ActionId, FormId
from views.wording import Wording


async def open_programme_form(call: Call, services: Services, wording: Wording) -> None:
    """Open the programme's settings; the first owner or admin who does becomes organiser."""
    workspace = call.actor.workspace
    await become_organiser(services, workspace, await profile_of(call.client, workspace, call.actor.user))
    await call.open(programme_form(await prepare_programme(services, call.actor), wording))


def register(listening: Listening, services: Services, wording: Wording) -> None:
    """Listen for what opens and submits the form."""

    async def open_form(call: Call) -> None:
        await open_programme_form(call, services, wording)

    async def submit(call: Call) -> None:
        values = parse_programme(call.view)
        await change_programme(services, call.actor, values, call.form_id)
        if values.channel:
            await call.acknowledge()
            await look_into_channel(call, services, values.channel)

    listening.action(ActionId.OPEN_PROGRAMME, open_form)
    listening.submission(FormId.PROGRAMME, submit)
