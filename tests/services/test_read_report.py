"""What an organiser reads of their programme by month, and at what price."""

from datetime import UTC, datetime, timedelta

import pytest

from mentoring.notices import NoticeKind
from mentoring.pairs import PairState
from mentoring.refusals import Reason
from mentoring.reporting import FirstMeetings, Share
from mentoring.sessions import SessionState
from services.read_report import read_report
from storage.models import DeliveryState, Pause
from storage.transaction import Transaction
from tests.services.past import becomes, has_met, was_nudged
from tests.services.queries import counted_queries
from tests.services.world import MONDAY, ON_BOTH, WORKSPACE, World, actor, refusals_of

NOTHING = Share(0, 0)


@ON_BOTH
async def test_pairs_and_nudges_are_counted_in_their_months(world: World) -> None:
    # All began on 31 January, thirty days ago.
    in_rhythm, stuck = await world.paired("tom", "maya"), await world.paired("tom", "zoe")
    await world.paired("zoe", "maya")
    await has_met(world, in_rhythm, 26, 15, 2)
    await has_met(world, stuck, 25)
    await has_met(world, stuck, 3, state=SessionState.DISPUTED)
    done = MONDAY
    await was_nudged(world, stuck, 4)
    await was_nudged(world, stuck, 3, overtaken_at=done)
    await was_nudged(world, stuck, 2, NoticeKind.BETWEEN_SESSIONS, overtaken_at=done)
    await was_nudged(world, stuck, 0, NoticeKind.AFTER_SESSION, answered_at=done)
    await was_nudged(world, stuck, 0, NoticeKind.BEFORE_SESSION)
    await was_nudged(world, stuck, 0, state=DeliveryState.DEAD)
    report = await read_report(world.services, actor("amara"))
    assert (report.programme, len(report.months), report.locale) == ("Acme", 6, "en-GB")
    assert report.first_meetings == FirstMeetings(Share(2, 3), 4.5)
    assert report.in_rhythm == Share(1, 3)
    assert [month.in_rhythm for month in report.months] == [*[NOTHING] * 3, Share(3, 3), Share(1, 3), Share(1, 3)]
    assert [month.nudges for month in report.months] == [*[NOTHING] * 4, Share(1, 3), Share(1, 1)]
    assert report.nudges == Share(2, 4)


async def test_what_has_ended_or_rests_is_no_longer_under_way(world: World) -> None:
    ended, completed = await world.paired("tom", "maya"), await world.paired("tom", "zoe")
    resting, back = await world.paired("zoe", "maya"), await world.paired("maya", "tom")
    await becomes(world, ended, state=PairState.ENDED_EARLY, ended_at=MONDAY)
    # Time alone completed it on 28 February, and notes no day of its own.
    await becomes(world, completed, state=PairState.COMPLETED, length_months=1)
    await becomes(world, resting, state=PairState.PAUSED)
    past = MONDAY - timedelta(days=20)

    async def rests(tx: Transaction) -> None:
        tx.add(Pause(workspace_id=WORKSPACE, pair_id=resting, since=past, until=MONDAY + timedelta(days=20)))
        tx.add(Pause(workspace_id=WORKSPACE, pair_id=back, since=past, until=MONDAY - timedelta(days=5)))

    await world.store.write(rests)
    report = await read_report(world.services, actor("amara"))
    assert [month.in_rhythm for month in report.months[3:]] == [Share(4, 4), Share(1, 2), Share(1, 1)]


async def test_a_day_is_what_it_is_where_the_organiser_lives(world: World, pair: str) -> None:
    await becomes(world, pair, accepted_at=datetime(2026, 2, 28, 23, 30, tzinfo=UTC))
    began = [month.first_meetings.met.of for month in (await read_report(world.services, actor("amara"))).months]
    assert began == [0, 0, 0, 0, 1, 0]
    await world.names("amara", "zoe")
    began = [month.first_meetings.met.of for month in (await read_report(world.services, actor("zoe"))).months]
    assert began == [0, 0, 0, 0, 0, 1]


async def test_only_an_organiser_reads_it(world: World) -> None:
    await world.known("tom")
    assert await refusals_of(read_report(world.services, actor("tom"))) == [(Reason.NOT_ORGANISER, None)]
    assert await refusals_of(read_report(world.services, actor("priya"))) == [(Reason.NOT_ORGANISER, None)]


@pytest.mark.parametrize("mentees", [("maya",), ("maya", "zoe", "leo", "priya")])
async def test_its_price_does_not_grow_with_pairs(world: World, mentees: tuple[str, ...]) -> None:
    for mentee in mentees:
        pair = await world.paired("tom", mentee)
        await has_met(world, pair, 1)
        await was_nudged(world, pair, 1)
    with counted_queries() as queries:
        report = await read_report(world.services, actor("amara"))
    assert report.in_rhythm == Share(len(mentees), len(mentees))
    assert len(queries) <= 5
