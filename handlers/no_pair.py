"""Somebody wants what only a pair can have."""

from handlers.call import Call
from services.context import Services
from services.read_menu import read_menu, read_organisers
from views.messages.help import no_pair
from views.wording import Wording


async def say_how_to_get_a_pair(call: Call, services: Services, wording: Wording) -> None:
    """Say whom to ask for a pair, or that theirs is still to begin."""
    menu = await read_menu(services, call.actor)
    organisers = await read_organisers(services, call.actor.workspace)
    answer = no_pair(menu, organisers, wording)
    await call.say_privately(answer.text, answer.blocks)
