"""Somebody brings something to the next session with their partner, and either of them takes it off again."""

from handlers.call import Call
from handlers.listening import Listening
from handlers.no_pair import say_how_to_get_a_pair
from handlers.picked_message import own_words, picked_message
from mentoring.refusals import Reason, Refusal
from services.bring_to_session import bring_to_session, prepare_agenda
from services.context import Services
from services.take_off_agenda import take_off_agenda
from views.forms.agenda import agenda_form, parse_agenda
from views.ids import ActionId, FormId, ShortcutId
from views.wording import Wording


def register(listening: Listening, services: Services, wording: Wording) -> None:
    """Listen for the shortcut on a message, the buttons that add something and take it off, and the form."""

    async def open_on_message(call: Call) -> None:
        picked, text = await picked_message(call)
        words = await own_words(call, text)
        try:
            draft = await prepare_agenda(services, call.actor, words=words, picked=picked)
        except Refusal as refusal:
            if refusal.reason is not Reason.NO_PAIR:
                raise
            await say_how_to_get_a_pair(call, services, wording)
            return
        await call.open(agenda_form(draft, wording))

    async def open_for_pair(call: Call) -> None:
        await call.open(agenda_form(await prepare_agenda(services, call.actor, pair_id=call.value), wording))

    async def submit(call: Call) -> None:
        await bring_to_session(services, call.actor, parse_agenda(call.view), call.form_id)

    async def take_off(call: Call) -> None:
        await take_off_agenda(services, call.actor, call.value)

    listening.shortcut(ShortcutId.BRING_TO_SESSION, open_on_message)
    listening.action(ActionId.ADD_TO_AGENDA, open_for_pair)
    listening.submission(FormId.AGENDA, submit)
    listening.action(ActionId.TAKE_OFF_AGENDA, take_off)
