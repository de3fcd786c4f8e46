"""What an organiser sees of pairs that have not met and of messages that did not arrive, at home and once a week."""

import asyncio
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from sqlalchemy import select

from mentoring.deliveries import Failures
from mentoring.organising import OrganisersWeek
from mentoring.pairs import PairState
from mentoring.people import Celebrations
from mentoring.refusals import Reason
from services.next_due import next_due
from services.note_profile import note_profile
from services.report_to_organisers import report_to_organisers
from services.turn_week import turn_week
from services.withdraw_proposal import withdraw_proposal
from storage.models import DeliveryState, Organiser, Pause
from storage.transaction import Transaction
from tests.services.past import becomes, has_met, was_nudged, was_sent
from tests.services.queries import counted_queries
from tests.services.world import MONDAY, ON_BOTH, WORKSPACE, World, actor, profile, refusals_of

NEXT_MONDAY = datetime(2026, 3, 9, 9, 30, tzinfo=UTC)


async def stuck(world: World, mentor: str, mentee: str, *, since: datetime | None = None) -> str:
    """A pair that last met in February, was asked twice in vain, and is to be seen by its organiser; its id."""
    pair = await world.paired(mentor, mentee)
    await has_met(world, pair, 18)
    await becomes(world, pair, stuck_since=since or world.now)
    return pair


async def weeks(world: World, name: str = "amara") -> list[OrganisersWeek]:
    return await world.told(name, OrganisersWeek)


async def looks(world: World, at: datetime) -> None:
    world.now = at
    while await report_to_organisers(world.services):
        pass


@ON_BOTH
async def test_home_says_what_was_tried_and_not_what_came_of_it(world: World) -> None:
    answered, silent = await stuck(world, "tom", "maya"), await world.paired("tom", "zoe")
    for days_ago in (20, 5, 1):
        await was_nudged(world, answered, days_ago, answered_at=MONDAY)
    await was_nudged(world, answered, 0, state=DeliveryState.DEAD)
    await was_nudged(world, silent, 3)
    [board] = (await world.home("amara")).boards
    # Who has not met although they were asked comes first.
    assert [(line.mentee.name, line.last_met, line.asked_on) for line in board.pairs] == [
        ("Maya Iyer", date(2026, 2, 12), (date(2026, 2, 25), date(2026, 3, 1))),
        ("Zoë Brandt", None, (date(2026, 2, 27),)),
    ]


async def test_home_says_until_when_a_pair_rests(world: World) -> None:
    pair = await world.paired("tom", "priya")
    await becomes(world, pair, state=PairState.PAUSED)
    priya = await world.id_of("priya")

    async def rests(tx: Transaction) -> None:
        span = {"since": MONDAY, "until": datetime(2026, 3, 15, 13, tzinfo=UTC)}
        tx.add(Pause(workspace_id=WORKSPACE, pair_id=pair, by_id=priya, **span))

    await world.store.write(rests)
    [line] = (await world.home("amara")).boards[0].pairs
    # Midnight where she is who paused it.
    assert (line.paused_until, line.asked_on) == (date(2026, 3, 16), ())


@ON_BOTH
@pytest.mark.usefixtures("pair")
async def test_home_counts_what_became_of_the_messages_of_thirty_days(world: World) -> None:
    for days_ago, state, error in (
        (29, DeliveryState.SENT, None),
        (1, DeliveryState.SENT, None),
        (31, DeliveryState.SENT, None),
        (3, DeliveryState.DEAD, "user_disabled"),
        (2, DeliveryState.DEAD, "HTTP 503"),
        (2, DeliveryState.DEAD, "user_disabled"),
        (2, DeliveryState.IN_DOUBT, "TimeoutError"),
        (40, DeliveryState.UNCONFIRMED, "missing_scope"),
        (2, DeliveryState.UNCONFIRMED, "missing_scope"),
        (2, DeliveryState.EXPIRED, None),
        (2, DeliveryState.CANCELLED, "joined another post"),
    ):
        await was_sent(world, days_ago, state, error)
    deliveries = (await world.home("amara")).deliveries
    assert deliveries is not None
    assert (deliveries.delivered, deliveries.in_doubt, deliveries.too_late, deliveries.failed) == (2, 2, 1, 3)
    assert deliveries.failures == (Failures("user_disabled", 2), Failures("HTTP 503", 1))
    assert (await world.home("tom")).deliveries is None


@ON_BOTH
async def test_an_organiser_is_told_on_monday_once(world: World) -> None:
    pair = await stuck(world, "tom", "maya")
    await was_nudged(world, pair, 1)
    await report_to_organisers(world.services)
    assert len(await weeks(world)) == 1
    await world.send_all()
    await stuck(world, "tom", "zoe", since=world.now + timedelta(days=2))
    assert await next_due(world.services) == NEXT_MONDAY
    await looks(world, NEXT_MONDAY - timedelta(seconds=1))
    assert len(await weeks(world)) == 1
    world.now = NEXT_MONDAY
    await asyncio.gather(*(report_to_organisers(world.services) for _ in range(3)))
    await asyncio.gather(*(report_to_organisers(world.services) for _ in range(3)))
    first, second = await weeks(world)
    assert [line.mentee.name for line in first.stuck] == ["Maya Iyer"]
    # What waits still is in it, too.
    assert [line.mentee.name for line in second.stuck] == ["Zoë Brandt", "Maya Iyer"]
    assert second.stuck[1].asked_on == (date(2026, 3, 1),)
    assert (second.programme, second.today) == ("Acme", NEXT_MONDAY.date())
    # Hours that move bring no second one, whatever is new.
    await stuck(world, "priya", "zoe", since=NEXT_MONDAY + timedelta(minutes=30))
    await world.sets("amara", Celebrations.ASK, (time(10), time(18)))
    await looks(world, NEXT_MONDAY + timedelta(hours=1))
    assert len(await weeks(world)) == 2


async def test_a_week_without_anything_new_brings_none(world: World) -> None:
    await stuck(world, "tom", "maya")
    await looks(world, MONDAY)
    await world.send_all()
    for week in (1, 2):
        await looks(world, MONDAY + timedelta(weeks=week))
    assert len(await weeks(world)) == 1
    await was_sent(world, 1, DeliveryState.DEAD, "user_disabled")
    await looks(world, MONDAY + timedelta(weeks=3))
    [_, told] = await weeks(world)
    assert (len(told.stuck), told.deliveries.failures) == (1, (Failures("user_disabled", 1),))


async def test_an_invitation_waits_for_seven_working_days_first(world: World) -> None:
    pair = await world.proposed("tom", "maya")
    await world.send_all()
    await looks(world, MONDAY)
    await looks(world, NEXT_MONDAY)
    assert await weeks(world) == []
    await looks(world, NEXT_MONDAY + timedelta(weeks=1))
    [told] = await weeks(world)
    assert [(line.pair_id, line.waits_since) for line in told.unanswered] == [(pair, MONDAY)]
    await world.send_all()
    # Taken back from there or from the board, its button goes.
    await withdraw_proposal(world.services, actor("amara"), pair)
    post = await world.post_with("amara", OrganisersWeek)
    assert post.id in await world.redrawings()
    assert not (await weeks(world))[0].says_something


async def test_what_is_over_before_it_goes_is_not_said(world: World) -> None:
    pair = await stuck(world, "tom", "maya")
    await looks(world, MONDAY)
    await becomes(world, pair, stuck_since=None)
    assert [said for said in await world.send_all() if isinstance(said.contents[0], OrganisersWeek)] == []
    # Nor is it taken for told.
    await becomes(world, pair, stuck_since=world.now)
    await looks(world, NEXT_MONDAY)
    assert len(await weeks(world)) == 1


async def test_a_day_missed_brings_none_and_the_message_goes_on_no_other(world: World) -> None:
    await stuck(world, "tom", "maya")
    await looks(world, MONDAY + timedelta(days=1))
    assert await weeks(world) == []
    await looks(world, NEXT_MONDAY)
    assert len(await weeks(world)) == 1
    world.now = NEXT_MONDAY.replace(hour=17)
    assert await world.send_all() == []


async def test_each_in_their_own_hours_unless_they_want_none(world: World) -> None:
    await world.names("amara", "leo")
    await stuck(world, "tom", "maya")
    await looks(world, MONDAY)
    assert (len(await weeks(world)), len(await weeks(world, "leo"))) == (1, 0)
    # In New York the clocks have changed by the next Monday.
    await looks(world, datetime(2026, 3, 9, 13, 30, tzinfo=UTC))
    [leos] = await weeks(world, "leo")
    await world.send_all()
    notice = str(leos.notice_id)
    assert await refusals_of(turn_week(world.services, actor("tom"), notice, on=False)) == [(Reason.NOT_YOURS, None)]
    await turn_week(world.services, actor("leo"), notice, on=False)
    assert (await world.post_with("leo", OrganisersWeek)).id in await world.redrawings()
    assert not (await weeks(world, "leo"))[0].is_on
    await stuck(world, "tom", "zoe", since=world.now + timedelta(hours=1))
    await looks(world, NEXT_MONDAY + timedelta(weeks=1, hours=4))
    assert len(await weeks(world, "leo")) == 1
    await turn_week(world.services, actor("leo"), notice, on=True)
    await looks(world, NEXT_MONDAY + timedelta(weeks=2, hours=4))
    assert len(await weeks(world, "leo")) == 2
    await world.names("amara")
    assert await refusals_of(turn_week(world.services, actor("leo"), notice, on=False)) == [(Reason.NOT_YOURS, None)]


async def test_who_moves_is_told_by_their_new_clock(world: World) -> None:
    await report_to_organisers(world.services)
    await note_profile(world.services, WORKSPACE, replace(profile("amara"), time_zone="Asia/Kolkata"))
    await report_to_organisers(world.services)
    assert await next_due(world.services) == datetime(2026, 3, 9, 4, 0, tzinfo=UTC)


async def test_who_has_left_is_not_looked_at(world: World) -> None:
    await world.known("leo")
    await world.names("amara", "leo")
    people = await world.people()

    async def leaves(tx: Transaction) -> None:
        (await tx.merge(people["U0LEO"])).deactivated = True

    await world.store.write(leaves)
    assert await report_to_organisers(world.services) == 1
    assert await report_to_organisers(world.services) == 0
    looked_at = await world.all(select(Organiser.look_at).order_by(Organiser.look_at.is_(None)))
    assert looked_at == [NEXT_MONDAY, None]


@pytest.mark.parametrize("organisers", [("amara",), ("amara", "zoe", "tom", "maya")])
async def test_its_price_does_not_grow_with_organisers(world: World, organisers: tuple[str, ...]) -> None:
    await world.known("zoe", "tom", "maya")
    await world.names(*organisers)
    await stuck(world, "tom", "maya")
    await world.proposed("leo", "zoe")
    with counted_queries() as queries:
        await report_to_organisers(world.services)
    assert len(queries) <= 5
    assert [len(await weeks(world, name)) for name in organisers] == [1] * len(organisers)
