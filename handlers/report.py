"""`/mentoring report`, and the weekly message: an organiser reads how their programme is doing."""

from handlers.call import Call
from handlers.listening import Listening
from services.context import Services
from services.read_report import read_report
from services.turn_week import turn_week
from views.ids import ActionId
from views.messages.report import report_message
from views.wording import Wording


async def show_report(call: Call, services: Services, wording: Wording) -> None:
    """Say it to whoever asked, and to nobody else."""
    message = report_message(await read_report(services, call.actor), wording)
    # An answer in an acknowledgement could not be found out to be refused.
    await call.acknowledge()
    try:
        await call.say_privately(message.text, message.blocks)
    except ConnectionError:
        # A workspace that does not take charts yet is told the same in words.
        await call.say_privately(message.text)


def register(listening: Listening, services: Services, wording: Wording) -> None:
    """Listen for the buttons; the word after the command is heard beside all others."""

    async def show(call: Call) -> None:
        await show_report(call, services, wording)

    async def turn_off(call: Call) -> None:
        await turn_week(services, call.actor, call.value, on=False)

    async def turn_on(call: Call) -> None:
        await turn_week(services, call.actor, call.value, on=True)

    listening.action(ActionId.SHOW_REPORT, show)
    listening.action(ActionId.WEEK_OFF, turn_off)
    listening.action(ActionId.WEEK_ON, turn_on)
