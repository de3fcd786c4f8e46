"""Several processes look at pairs while others change them, on PostgreSQL: each nudge once, and the budget is kept."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import date, time, timedelta

import pytest
from sqlalchemy import Integer, func, literal_column, select, text, update

from mentoring.forms import SettingsValues
from mentoring.nudges.kinds import UNLESS_CHANGED, NudgeKind
from mentoring.own_settings import shown
from mentoring.people import Celebrations
from services.change_settings import change_settings
from services.look_at_pairs import look_at_pairs
from services.nudging import nudge
from services.prepare_forms import prepare_settings
from storage.models import Delivery, Pair, Person
from storage.transaction import Transaction
from tests.services.test_nudging import accept, begun, look_at_all, nudges
from tests.services.world import MONDAY, World

# On SQLite one transaction comes after the other, and what that does the tests of nudges show.
pytestmark = pytest.mark.parametrize("dialect", ["postgresql"])

# When a pair that began on Monday is asked for its first meeting: everybody's day has begun, and nobody's is over.
THURSDAY = MONDAY + timedelta(days=3, hours=4, minutes=45)

# Far longer than anything here takes: whoever has not ended by then never would.
SECONDS = 10

WAITING = (
    select(literal_column("pid", Integer))
    .select_from(text("pg_stat_activity"))
    .where(text("datname = current_database() AND wait_event_type = 'Lock'"))
)


async def test_several_at_once_tell_each_once(world: World) -> None:
    for mentor, mentee in (("tom", "zoe"), ("tom", "leo"), ("zoe", "leo"), ("leo", "tom")):
        await begun(world, mentor, mentee)
    world.now = THURSDAY
    await asyncio.gather(*(look_at_pairs(world.services) for _ in range(4)))
    await world.store.write(lambda tx: look_at_all(tx, world.now))
    await asyncio.gather(*(look_at_pairs(world.services) for _ in range(4)))
    told = await nudges(world)
    assert len(told) == len({(who, subject, occurrence) for who, _, _, subject, occurrence in told}) == 8
    deliveries = await world.all(select(Delivery.person_id).where(Delivery.person_id.is_not(None)))
    assert Counter(deliveries).most_common(1)[0][1] == 1


@asynccontextmanager
async def under_way(world: World, deed: Callable[[Transaction], Awaitable[None]]) -> AsyncIterator[None]:
    """A deed has done what it does, and commits it only at the end of the block."""
    done, may_end = asyncio.Event(), asyncio.Event()

    async def slowly(tx: Transaction) -> None:
        await deed(tx)
        done.set()
        await may_end.wait()

    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(world.store.write(slowly))
        await done.wait()
        try:
            async with asyncio.timeout(SECONDS):
                yield
        finally:
            may_end.set()


async def test_two_looks_at_different_pairs_of_somebody_are_one_message_a_day(world: World) -> None:
    first = await begun(world, "tom", "maya")
    second = await begun(world, "tom", "zoe")
    # Of the second there is nothing to say yet.
    await world.store.write(lambda tx: accept(tx, second, THURSDAY))
    world.now = THURSDAY

    async def look_at_first(tx: Transaction) -> None:
        await nudge(tx, world.now, [await tx.get_one(Pair, first, with_for_update=True)])

    async with under_way(world, look_at_first):
        # Now there is, and another process comes by.
        await world.store.write(lambda tx: accept(tx, second, MONDAY))
        other = asyncio.create_task(look_at_pairs(world.services))
        while not await world.all(WAITING):
            pass
    await other
    tom = await world.id_of("tom")
    assert await world.all(select(func.count()).where(Delivery.person_id == tom)) == [1]
    # What was not said waits for Tom's next day.
    world.now += timedelta(days=1)
    await look_at_pairs(world.services)
    days = {subject: day for who, day, _, subject, _ in await nudges(world) if who == tom}
    assert days == {first: date(2026, 3, 5), second: date(2026, 3, 6)}


async def test_a_pair_that_a_deed_has_in_hand_is_passed_over_and_looked_at_afterwards(world: World) -> None:
    """A look that began before the deed's end would put off what the deed wants looked at, and take back its change."""
    pair = await begun(world, "tom", "zoe")
    world.now = THURSDAY

    async def deed(tx: Transaction) -> None:
        (await tx.get_one(Pair, pair, with_for_update=True)).look_at = world.now

    async with under_way(world, deed):
        assert await look_at_pairs(world.services) == 0
    assert await look_at_pairs(world.services) == 1
    assert len(await nudges(world)) == 2


async def test_a_kind_is_turned_off_by_a_button_while_a_form_turns_off_another(world: World) -> None:
    await world.known("tom")
    tom = world.who("tom")
    seen = shown((await prepare_settings(world.services, tom)).settings)
    values = SettingsValues(time(9), time(17), Celebrations.ASK, kinds=UNLESS_CHANGED - {NudgeKind.ECHO})

    async def button(tx: Transaction) -> None:
        await tx.execute(update(Person).where(Person.slack_id == tom.user).values(kinds_off=[NudgeKind.PROMISE.value]))

    async with under_way(world, button):
        form = asyncio.create_task(change_settings(world.services, tom, values, seen=seen))
        while not await world.all(WAITING):
            pass
    await form
    assert (await world.people())[tom.user].kinds_off == [NudgeKind.PROMISE.value, NudgeKind.ECHO.value]
