"""What the rules choose is told once, whoever looks and however often; what was overtaken is retired."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select, update

from mentoring.nudges.kinds import NudgeKind
from mentoring.pairs import PairState
from mentoring.partings import EndValues
from services.end_pair import end_pair
from services.find_overlooked import find_overlooked
from services.foresee import foresee
from services.forget_unsaid import look_again
from services.keep_homes_fresh import stale_homes
from services.look_at_pairs import look_at_pairs
from services.open_home import open_home
from storage.completing import Sent
from storage.models import Delivery, DeliveryState, Notice, Pair, Pause, Person, new_id
from storage.tidying import expire_overdue
from storage.transaction import Transaction
from tests.services.nudged import NEXT
from tests.services.queries import counted_queries
from tests.services.world import MONDAY, WORKSPACE, World, profile

# To whom, on which of their days, of which kind, about what, for which time.
Row = tuple[str, date | None, str, str, str]

FIRST = NudgeKind.FIRST_MEETING.value


async def passes(world: World, until: datetime, *, sends: bool = True) -> None:
    """Time goes by: whenever something is due a tick looks, and what it has to say leaves at once."""
    while due := await world.all(NEXT.params(until=until)):
        world.now = max([world.now, *filter(None, due)])
        await look_at_pairs(world.services)
        if sends:
            await world.completes_due(Sent("D1", "1.0"))
    world.now = until


async def nudges(world: World) -> list[Row]:
    """What has been told, by person, day and kind."""
    rows = await world.all(select(Notice).where(Notice.day.is_not(None)).order_by(Notice.id))
    return sorted((each.receiver, each.day, each.kind, each.subject, each.occurrence) for each in rows)


async def begun(world: World, mentor: str = "tom", mentee: str = "maya") -> str:
    """A pair that was accepted just now."""
    pair = await world.paired(mentor, mentee)
    now = world.now
    await world.store.write(lambda tx: accept(tx, pair, now))
    return pair


async def accept(tx: Transaction, pair: str, now: datetime) -> None:
    await tx.execute(update(Pair).where(Pair.id == pair).values(accepted_at=now, look_at=now))


async def test_a_first_meeting_is_asked_for_twice_in_vain_and_then_the_organiser_sees_it(world: World) -> None:
    await open_home(world.services, WORKSPACE, profile("amara"))
    pair = await begun(world)
    tom, maya = await world.id_of("tom"), await world.id_of("maya")
    await passes(world, MONDAY + timedelta(days=40))
    days = [(who, day) for who, day, kind, *_ in await nudges(world) if kind == FIRST]
    # On Thursday and on Monday; unanswered twice, the kind is quiet, and the third time is not said.
    thursday, monday = date(2026, 3, 5), date(2026, 3, 9)
    assert sorted(days) == sorted((who, day) for who in (tom, maya) for day in (thursday, monday))
    # At half past nine in London, and in Kolkata.
    went = set(await world.all(select(Delivery.not_before).where(Delivery.person_id == maya)))
    assert datetime(2026, 3, 5, 4, 0, tzinfo=UTC) in went
    [stuck] = await world.all(select(Pair.stuck_since).where(Pair.id == pair))
    assert stuck
    assert [home.person_id for home in await stale_homes(world.services, 10)] == [await world.id_of("amara")]


async def test_what_is_told_is_what_was_foreseen(world: World) -> None:
    """The sweep and the forecast are two ways through the same rules: over weeks and several pairs they agree."""
    for mentor, mentee in (("tom", "maya"), ("zoe", "leo"), ("priya", "tom")):
        await begun(world, mentor, mentee)
        world.later(hours=7)
    until = world.now + timedelta(days=45)
    foreseen = [
        (message.receiver, message.day, nudge.kind.value, nudge.key.subject, nudge.key.occurrence)
        for message in (each.message for each in await foresee(world.services, WORKSPACE, until))
        for nudge in message.nudges
    ]
    await passes(world, until - timedelta(microseconds=1))
    assert await nudges(world) == sorted(foreseen)
    assert len(foreseen) > 8


async def test_who_meets_is_asked_no_more_and_both_messages_say_so(world: World) -> None:
    pair = await begun(world)
    await passes(world, MONDAY + timedelta(days=3, hours=2))
    asked = await world.all(select(Notice.delivery_id).where(Notice.kind == FIRST))
    assert len(asked) == 2
    await world.checks_in("tom", pair)
    await look_at_pairs(world.services)
    assert set(asked) <= await world.redrawings()
    overtaken = await world.all(select(Notice.overtaken_at).where(Notice.kind == FIRST))
    assert overtaken == [world.now, world.now]
    # Once: a further look draws nothing anew.
    before = await world.rows(Delivery)
    await world.store.write(lambda tx: look_at_all(tx, world.now))
    await look_at_pairs(world.services)
    assert await world.rows(Delivery) == before


async def test_what_could_not_be_sent_in_time_is_told_on_another_day(world: World) -> None:
    """Slack is away for a day: nothing was told, so it counts for nothing, and the next day it is told."""
    await begun(world, "tom", "zoe")
    await passes(world, MONDAY + timedelta(days=3, hours=2), sends=False)
    assert len(await nudges(world)) == 2
    world.now = MONDAY + timedelta(days=3, hours=12)

    async def expire(tx: Transaction) -> None:
        await look_again(tx, world.now, await expire_overdue(tx, world.now))

    await world.store.write(expire)
    await passes(world, MONDAY + timedelta(days=4, hours=2))
    assert {day for _, day, *_ in await nudges(world)} == {date(2026, 3, 6)}
    states = await world.all(select(Delivery.state).where(Delivery.person_id.is_not(None)))
    assert Counter(states) == {DeliveryState.EXPIRED: 2, DeliveryState.SENT: 2}


async def test_three_pairs_are_one_message_a_day(world: World) -> None:
    for mentee in ("maya", "zoe", "leo"):
        await begun(world, "tom", mentee)
    await passes(world, MONDAY + timedelta(days=3, hours=6))
    tom = await world.id_of("tom")
    posts = await world.all(select(Notice.delivery_id).where(Notice.receiver == tom, Notice.day.is_not(None)))
    assert (len(posts), len(set(posts))) == (3, 1)


async def look_at_all(tx: Transaction, now: datetime) -> None:
    await tx.execute(update(Pair).values(look_at=now))


@pytest.mark.parametrize("pairs", [1, 5])
async def test_its_price_does_not_grow_with_what_is_due(world: World, pairs: int) -> None:
    names = [("tom", "maya"), ("tom", "zoe"), ("zoe", "leo"), ("maya", "leo"), ("priya", "tom")]
    for mentor, mentee in names[:pairs]:
        await begun(world, mentor, mentee)
    world.now = MONDAY + timedelta(days=3, hours=6)
    with counted_queries() as queries:
        assert await look_at_pairs(world.services) == pairs
    assert len(queries) == 8


async def test_a_pause_ends_by_itself(world: World) -> None:
    pair = await begun(world)
    until = MONDAY + timedelta(days=20)
    await world.store.write(lambda tx: _pause(tx, pair, world.now, until))
    await passes(world, until - timedelta(seconds=1))
    assert await nudges(world) == []
    await passes(world, until + timedelta(days=4))
    assert await world.all(select(Pair.state)) == [PairState.ACTIVE]
    assert {day for _, day, *_ in await nudges(world)} == {date(2026, 3, 25)}


async def _pause(tx: Transaction, pair_id: str, now: datetime, until: datetime) -> None:
    pair = await tx.get_one(Pair, pair_id)
    pair.state, pair.look_at = PairState.PAUSED, now
    tx.add(Pause(id=new_id(), workspace_id=WORKSPACE, pair_id=pair_id, since=now, until=until))


async def test_kinds_that_somebody_turned_off_are_told_to_the_partner_alone(world: World) -> None:
    await begun(world)
    maya = await world.id_of("maya")
    await world.store.write(lambda tx: _turn_off(tx, maya))
    await passes(world, MONDAY + timedelta(days=5))
    assert {who for who, *_ in await nudges(world)} == {await world.id_of("tom")}


async def _turn_off(tx: Transaction, person_id: str) -> None:
    (await tx.get_one(Person, person_id)).kinds_off = [FIRST]


async def test_of_a_pair_that_has_ended_nothing_is_told_any_more(world: World) -> None:
    pair = await begun(world)
    await passes(world, MONDAY + timedelta(days=3, hours=2))
    await end_pair(world.services, world.who("tom"), EndValues(pair, another_match=False), world.form())
    await look_at_pairs(world.services)
    overtaken = await world.all(select(Notice.overtaken_at).where(Notice.kind == FIRST))
    assert None not in overtaken
    before = await nudges(world)
    await passes(world, MONDAY + timedelta(days=60))
    assert await nudges(world) == before


async def test_a_pair_whose_next_look_got_lost_is_found_again(world: World) -> None:
    lost, ahead, well = [await begun(world, "tom", each) for each in ("maya", "zoe", "leo")]
    await look_at_pairs(world.services)
    [planned] = await world.all(select(Pair.look_at).where(Pair.id == well))
    await world.store.write(lambda tx: _set_look(tx, lost, None))
    await world.store.write(lambda tx: _set_look(tx, ahead, MONDAY + timedelta(days=400)))
    await find_overlooked(world.services)
    looks = dict(await world.store.read(_looks))
    assert looks == {lost: world.now, ahead: world.now, well: planned}


async def _set_look(tx: Transaction, pair: str, at: datetime | None) -> None:
    await tx.execute(update(Pair).where(Pair.id == pair).values(look_at=at))


async def _looks(tx: Transaction) -> list[tuple[str, datetime | None]]:
    return [(pair, at) for pair, at in await tx.execute(select(Pair.id, Pair.look_at))]
