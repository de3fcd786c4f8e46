"""`/mentoring settings`: somebody sets their own hours and celebrations."""

from handlers.call import Call
from handlers.listening import Listening
from handlers.profiles import make_known
from services.change_settings import change_settings
from services.context import Services
from services.prepare_forms import prepare_settings
from views.forms.context import decode
from views.forms.settings import parse_settings, settings_form
from views.ids import ActionId, FormId
from views.wording import Wording


async def open_settings_form(call: Call, services: Services, wording: Wording) -> None:
    """Open somebody's own settings."""
    await make_known(call, services)
    await call.open(settings_form(await prepare_settings(services, call.actor), wording))


def register(listening: Listening, services: Services, wording: Wording) -> None:
    """Listen for what opens and submits the form."""

    async def open_form(call: Call) -> None:
        await open_settings_form(call, services, wording)

    async def submit(call: Call) -> None:
        values, seen = parse_settings(call.view), decode(call.view).fingerprints
        await change_settings(services, call.actor, values, seen=seen)

    listening.action(ActionId.OPEN_SETTINGS, open_form)
    listening.submission(FormId.SETTINGS, submit)
