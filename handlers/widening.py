"""The author of a win lets more people see it: from the receipt, with one tap or a short form, or from the journal."""

from handlers.call import Call
from handlers.errors import Listener
from handlers.listening import Listening
from handlers.profiles import chosen_profile
from mentoring.wins import Audience
from services.context import Services
from services.widen_win import prepare_widening, share_with_partner, widen_win
from views.forms.widening import parse_widening, widening_form
from views.ids import ActionId, FormId
from views.wording import Wording


def register(listening: Listening, services: Services, wording: Wording) -> None:
    """Listen for the buttons and for the form."""

    async def share(call: Call) -> None:
        await share_with_partner(services, call.actor, call.value)

    def opening(chosen: Audience) -> Listener:
        async def listen(call: Call) -> None:
            draft = await prepare_widening(services, call.actor, call.value)
            await call.open(widening_form(draft, wording, chosen=chosen))

        return listen

    async def submit(call: Call) -> None:
        values = parse_widening(call.view)
        thanked = [await chosen_profile(call, user, "thanks") for user in values.thanks]
        await widen_win(services, call.actor, values, thanked, call.form_id)

    listening.action(ActionId.SHARE_WIN, share)
    listening.action(ActionId.POST_WIN, opening(Audience.CHANNEL))
    listening.action(ActionId.WIDEN_WIN, opening(Audience.PARTNER))
    listening.submission(FormId.WIDEN_WIN, submit)
