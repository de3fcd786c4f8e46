"""Something is not working: what is offered then, and a word with the organiser."""

from handlers.about_pair import about_pair
from handlers.call import Call
from handlers.listening import Listening
from services.ask_to_talk import ask_to_talk, prepare_trouble
from services.context import Services
from services.say_no_reply import say_no_reply
from views.forms.troubles import advice_form, no_reply_form, parse_talk, talk_form, trouble_form
from views.ids import ActionId, FormId
from views.wording import Wording


def register(listening: Listening, services: Services, wording: Wording) -> None:
    """Listen for the choices, all of which but a word with the organiser are made with one tap."""

    async def show(call: Call, pair_id: str) -> None:
        await call.open(trouble_form(await prepare_trouble(services, call.actor, pair_id), wording))

    async def no_reply(call: Call) -> None:
        noted = await say_no_reply(services, call.actor, call.value)
        await call.redraw(no_reply_form(noted, wording))

    async def show_talk(call: Call) -> None:
        await call.redraw(talk_form(await prepare_trouble(services, call.actor, call.value), wording))

    async def talk(call: Call) -> None:
        await ask_to_talk(services, call.actor, parse_talk(call.view), call.form_id)
        await call.close_all()

    async def advise(call: Call) -> None:
        await call.redraw(advice_form(wording))

    listening.action(ActionId.OPEN_TROUBLE, about_pair(services, wording, ActionId.OPEN_TROUBLE, show))
    listening.action(ActionId.SAY_NO_REPLY, no_reply)
    listening.action(ActionId.ASK_TO_TALK, show_talk)
    listening.submission(FormId.TALK, talk)
    listening.action(ActionId.READ_ADVICE, advise)
