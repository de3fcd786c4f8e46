"""Time goes by in the world of tests: whenever something is due the rules are asked, and what they choose is sent."""

from datetime import datetime

from sqlalchemy import bindparam, select

from services.look_at_pairs import look_at_pairs
from storage.models import Pair
from tests.services.world import World

NEXT = select(Pair.look_at).where(Pair.look_at <= bindparam("until")).order_by(Pair.look_at).limit(1)


async def passes(world: World, until: datetime) -> None:
    """Look whenever a pair is to be looked at, send what there is to say, and stop at an instant."""
    while due := await world.all(NEXT.params(until=until)):
        world.now = max([world.now, *filter(None, due)])
        await ticks(world)
    world.now = until
    await ticks(world)


async def jumps(world: World, *instants: datetime) -> None:
    """Look and send at some instants, one after the other; what lies between them is passed over, and costs nothing."""
    for world.now in instants:
        await ticks(world)


async def ticks(world: World) -> None:
    """The rules are asked now, and what there is to say or to draw again is sent."""
    # Of so few pairs none is left for another look.
    await look_at_pairs(world.services)
    await world.send_all()
