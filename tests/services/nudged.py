"""Time goes by in the world of tests: whenever something is due the rules are asked, and what they choose is sent."""

from datetime import datetime
from typing import TypeVar

from sqlalchemy import select

from services.look_at_pairs import look_at_pairs
from storage.models import Pair
from tests.services.world import World

C = TypeVar("C")


async def passes(world: World, until: datetime) -> None:
    """Look whenever a pair is to be looked at, send what there is to say, and stop at an instant."""
    while due := await world.all(select(Pair.look_at).where(Pair.look_at <= until).order_by(Pair.look_at).limit(1)):
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
    while await look_at_pairs(world.services):
        pass
    await world.send_all()


async def last(world: World, name: str, kind: type[C]) -> C:
    """The newest thing of a kind that somebody is told, as it stands now."""
    return (await world.told(name, kind))[-1]
