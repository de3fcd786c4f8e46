"""Whoever looks ahead sees nudges, invitations that are told once more, and news that waits, each at its time."""

from datetime import UTC, datetime, timedelta

from mentoring.nudges.kinds import NudgeKind
from mentoring.upcoming import Upcoming, Waiting
from services.read_upcoming import read_upcoming
from tests.services.world import MONDAY, WORKSPACE, World


async def upcoming(world: World, **span: float) -> list[Upcoming]:
    return await read_upcoming(world.services, WORKSPACE, world.now + timedelta(**span))


async def test_all_that_is_to_come_is_seen_in_order_with_names(world: World) -> None:
    asked = await world.proposed("tom", "priya")
    await world.accepts("tom", asked)
    pair = await world.paired("zoe", "leo")
    await world.checks_in("zoe", pair, next_at=datetime(2026, 3, 11, 15, tzinfo=UTC))

    seen = await upcoming(world, days=9)
    assert [(each.at, each.receiver.name, each.about[0].kind) for each in seen] == [
        (datetime(2026, 3, 2, 14, tzinfo=UTC), "Leo Cruz", Waiting.NEWS),
        (datetime(2026, 3, 2, 22, tzinfo=UTC), "Priya Shah", Waiting.NEWS),
        (datetime(2026, 3, 5, 22, 30, tzinfo=UTC), "Priya Shah", Waiting.ASKED_AGAIN),
        (datetime(2026, 3, 9, 13, 30, tzinfo=UTC), "Leo Cruz", NudgeKind.BETWEEN_SESSIONS),
        (datetime(2026, 3, 10, 8, 30, tzinfo=UTC), "Zoë Brandt", NudgeKind.BEFORE_SESSION),
        (datetime(2026, 3, 10, 13, 30, tzinfo=UTC), "Leo Cruz", NudgeKind.BEFORE_SESSION),
    ]
    assert seen[-1].zone == "America/New_York"
    partners = [tuple(person.name for person in each.about[0].pair or ()) for each in seen[2:4]]
    assert partners == [("Tom Reed", "Priya Shah"), ("Zoë Brandt", "Leo Cruz")]
    assert [each.at for each in await upcoming(world, days=4)] == [each.at for each in seen[:3]]


async def test_what_was_told_is_not_to_come_any_more(world: World) -> None:
    await world.proposed("tom", "maya")
    await world.send_all()
    assert {each.about[0].kind for each in await upcoming(world, days=4)} == {Waiting.ASKED_AGAIN}
    world.now = MONDAY + timedelta(days=10)
    await world.send_all()
    assert await upcoming(world, days=30) == []
