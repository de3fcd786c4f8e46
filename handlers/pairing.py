"""`/mentoring pair`: an organiser pairs two people, and each of them accepts or declines."""

from handlers.call import Call
from handlers.celebrations_channel import look_into_channel
from handlers.listening import Listening
from handlers.profiles import chosen_profile, profile_of
from services.answer_invitation import answer_invitation
from services.become_organiser import become_organiser
from services.context import Services
from services.prepare_forms import prepare_pair
from services.propose_pair import propose_pair
from views.forms.pair import pair_form, parse_pair_values
from views.ids import ActionId, FormId
from views.wording import Wording


async def open_pair_form(call: Call, services: Services, wording: Wording, *, wish: str | None = None) -> None:
    """Open the form that pairs two people; the first owner or admin who does becomes organiser."""
    workspace = call.actor.workspace
    await become_organiser(services, workspace, await profile_of(call.client, workspace, call.actor.user))
    await call.open(pair_form(await prepare_pair(services, call.actor, wish_id=wish), wording))


def register(listening: Listening, services: Services, wording: Wording) -> None:
    """Listen for the form and for the answers to an introduction."""

    async def open_form(call: Call) -> None:
        await open_pair_form(call, services, wording)

    async def open_for_wish(call: Call) -> None:
        await open_pair_form(call, services, wording, wish=call.value)

    async def submit(call: Call) -> None:
        values = parse_pair_values(call.view)
        mentor = await chosen_profile(call, values.mentor, "mentor")
        mentee = await chosen_profile(call, values.mentee, "mentee")
        await propose_pair(services, call.actor, values, mentor, mentee, call.form_id)
        if values.channel:
            await call.acknowledge()
            await look_into_channel(call, services, values.channel)

    async def accept(call: Call) -> None:
        await answer_invitation(services, call.actor, call.value, accepts=True)

    async def decline(call: Call) -> None:
        await answer_invitation(services, call.actor, call.value, accepts=False)

    listening.action(ActionId.OPEN_PAIR_FORM, open_form)
    listening.action(ActionId.PAIR_FROM_WISH, open_for_wish)
    listening.submission(FormId.PAIR, submit)
    listening.action(ActionId.ACCEPT_PAIR, accept)
    listening.action(ActionId.DECLINE_PAIR, decline)
