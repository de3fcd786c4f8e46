"""Whoever looks ahead sees nudges, invitations that are told once more, and news that waits, each at its time."""

from collections import Counter
from datetime import UTC, datetime, timedelta

from sqlalchemy import select, update

from mentoring.nudges.kinds import NudgeKind
from mentoring.upcoming import Upcoming, Waiting
from services.look_at_pairs import look_at_pairs
from services.next_due import next_due
from services.read_upcoming import read_upcoming
from services.report_to_organisers import report_to_organisers
from storage.models import Delivery, Pair
from tests.services.world import MONDAY, WORKSPACE, World


async def upcoming(world: World, **span: float) -> list[Upcoming]:
    return await read_upcoming(world.services, WORKSPACE, world.now + timedelta(**span))


async def test_all_that_is_to_come_is_seen_in_order_with_names(world: World) -> None:
    asked = await world.proposed("tom", "priya")
    await world.accepts("tom", asked)
    pair = await world.paired("zoe", "leo")
    await world.checks_in("zoe", pair, next_at=datetime(2026, 3, 11, 15, tzinfo=UTC))
    # So long ago that no day of their course is near.
    accepted_at = MONDAY - timedelta(days=50)
    await world.store.write(lambda tx: tx.execute(update(Pair).where(Pair.id == pair).values(accepted_at=accepted_at)))

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
    # It has waited for a week by then.
    [week] = await upcoming(world, days=30)
    assert (week.receiver.name, week.about[0].kind) == ("Amara Obi", Waiting.WEEK)


async def test_what_comes_is_what_was_upcoming(world: World) -> None:
    """Over weeks in which nobody does anything: nudges, invitations, news, and what organisers are told."""
    for mentor, mentee in (("tom", "maya"), ("zoe", "leo")):
        pair = await world.proposed(mentor, mentee)
        await world.accepts(mentor, pair)
        await world.accepts(mentee, pair)
    await world.proposed("tom", "priya")
    await works(world)
    planned = await upcoming(world, weeks=4)
    before = set(await world.all(select(Delivery.id)))

    until = world.now + timedelta(weeks=4)
    while (due := await next_due(world.services)) and due < until:
        world.now = due
        await works(world)

    posts = await world.all(select(Delivery).where(Delivery.person_id.is_not(None), Delivery.redraws_id.is_(None)))
    came = [(each.not_before, each.person_id) for each in posts if each.id not in before]
    came += [(each.not_before, each.person_id) for each in posts if each.id in before and each.not_before > MONDAY]
    assert sorted(came) == sorted((each.at, each.receiver.id) for each in planned)
    kinds = Counter(about.kind for each in planned for about in each.about)
    assert kinds[Waiting.WEEK] == 2, "of an invitation that waits long, and of two pairs that have not met"
    assert {Waiting.NEWS, Waiting.ASKED_AGAIN, NudgeKind.FIRST_MEETING} <= kinds.keys()


async def works(world: World) -> None:
    """All that is due is done."""
    await look_at_pairs(world.services)
    await report_to_organisers(world.services)
    await world.send_all()
