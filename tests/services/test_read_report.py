"""What an organiser reads of their programme by month, and at what price."""

from datetime import UTC, datetime, timedelta

import pytest

from mentoring.notices import NoticeKind
from mentoring.pairs import PairState
from mentoring.refusals import Reason
from mentoring.reporting import FirstMeetings, Share
from mentoring.sessions import SessionKind, SessionState
from services.read_report import read_report
from storage.models import Delivery, DeliveryState, Notice, Pair, Pause, Session
from storage.transaction import Transaction
from tests.services.queries import counted_queries
from tests.services.world import MONDAY, ON_BOTH, WORKSPACE, World, actor, refusals_of

NOTHING = Share(0, 0)


async def has_met(world: World, pair: str, *days_ago: int, state: SessionState = SessionState.HAPPENED) -> None:
    """A pair had sessions so many days ago."""

    async def deed(tx: Transaction) -> None:
        for days in days_ago:
            on = (world.now - timedelta(days=days)).date()
            tx.add(
                Session(
                    workspace_id=WORKSPACE, pair_id=pair, kind=SessionKind.SESSION, state=state, happened_on=on,
                    created_at=world.now,
                )
            )  # fmt: skip

    await world.store.write(deed)


async def was_nudged(
    world: World,
    pair: str,
    days_ago: int,
    kind: NoticeKind = NoticeKind.HAVE_NOT_MET,
    state: DeliveryState = DeliveryState.SENT,
    **became: datetime,
) -> None:
    """Tom was nudged about a pair so many days ago."""
    at, tom = world.now - timedelta(days=days_ago), await world.id_of("tom")

    async def deed(tx: Transaction) -> None:
        delivery = Delivery(
            workspace_id=WORKSPACE, person_id=tom, state=state, created_at=at, not_before=at, ended_at=at
        )
        tx.add(delivery)
        await tx.flush()
        tx.add(
            Notice(
                workspace_id=WORKSPACE, kind=kind, subject=pair, occurrence=f"{at} {state}", receiver=tom,
                pair_id=pair, facts={}, day=at.date(), delivery_id=delivery.id, created_at=at, **became,
            )
        )  # fmt: skip

    await world.store.write(deed)


async def becomes(world: World, pair: str, **values: object) -> None:
    """Change columns of a pair."""

    async def deed(tx: Transaction) -> None:
        row = await tx.get_one(Pair, pair)
        for name, value in values.items():
            setattr(row, name, value)

    await world.store.write(deed)


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


async def test_a_day_is_what_it_is_where_the_organiser_lives(world: World) -> None:
    pair = await world.paired("tom", "maya")
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
