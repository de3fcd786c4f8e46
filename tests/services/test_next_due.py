"""A clock that is moved on stops wherever time brings something."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import select, update

from mentoring.wins import Audience
from services.next_due import next_due
from storage.models import Pair, ShoutOut
from storage.transaction import Transaction
from tests.services.world import MONDAY, WINS, World


async def test_it_is_the_first_of_all_that_is_to_come(world: World) -> None:
    assert await next_due(world.services) is None
    pair = await world.paired("tom", "leo")
    await world.changes_programme(channel=WINS)
    await world.celebrates("tom", "We met", Audience.CHANNEL, pair, thanks=("leo",))
    assert await next_due(world.services) == datetime(2026, 3, 2, 14, tzinfo=UTC), "a question that waits for New York"

    world.now = MONDAY + timedelta(hours=8)
    await world.send_all()
    [given_up] = await world.all(select(ShoutOut.waits_until))
    assert await next_due(world.services) == given_up, "a post that nobody waits for any more"

    looked_at = given_up - timedelta(hours=1)

    async def to_be_looked_at(tx: Transaction) -> None:
        await tx.execute(update(Pair).values(look_at=looked_at))

    await world.store.write(to_be_looked_at)
    assert await next_due(world.services) == looked_at
