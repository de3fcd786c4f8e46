"""What the playground needs to move the clock, and to say what is to come."""

from collections.abc import Callable, Sequence
from datetime import datetime

from bot.assemble import Rapport
from playground.ahead import Ahead, Coming
from services.next_due import next_due
from services.read_upcoming import read_upcoming
from views.upcoming import what_it_is_about


def ahead_of(rapport: Rapport, move_clock: Callable[[datetime], None]) -> Ahead:
    """Let the playground move the clock that Rapport goes by.

    Args:
        rapport: At work.
        move_clock: Sets the clock that it was assembled with.
    """

    async def due() -> datetime | None:
        return await next_due(rapport.services)

    async def coming(until: datetime) -> Sequence[Coming]:
        upcoming = await read_upcoming(rapport.services, rapport.installed.workspace, until)
        return [
            Coming(
                each.at,
                (each.receiver.user,),
                ". ".join(what_it_is_about(about, each.receiver, rapport.wording) for about in each.about),
            )
            for each in upcoming
        ]

    return Ahead(move_clock, rapport.at_rest, due, coming)
