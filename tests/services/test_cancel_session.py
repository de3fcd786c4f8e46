"""A planned session is cancelled, or was missed: kindly, and with a way to plan anew."""

from datetime import timedelta

from sqlalchemy import select

from mentoring.notices import NoticeKind
from mentoring.planning import (
    SessionArranged,
    SessionCalledOff,
    Standing,
)
from mentoring.refusals import Reason
from mentoring.sessions import Seen, SessionState
from services.cancel_session import cancel_session
from services.miss_session import miss_session
from storage.models import Delivery, DeliveryState, Notice
from tests.services.planning import FRIDAY, looked_at, plan, sessions
from tests.services.world import MONDAY, World, refusals_of


async def test_cancelled_kindly_and_planned_anew(world: World, pair: str) -> None:
    await plan(world, "tom", pair, FRIDAY)
    await world.send_all()
    [session] = await sessions(world, pair)
    world.later(minutes=5)
    for _ in range(2):
        await cancel_session(world.services, world.who("maya"), session.id)
    [session] = await sessions(world, pair)
    assert (session.state, session.called_off_at, session.revision) == (SessionState.CANCELLED, world.now, 2)
    assert await looked_at(world, pair) == world.now
    [mine], [theirs] = await world.told("maya", SessionCalledOff), await world.told("tom", SessionCalledOff)
    assert (mine.by_me, mine.missed, mine.tells_partner) == (True, False, True)
    assert (theirs.by_me, theirs.partner.name, theirs.at, theirs.planned_anew) == (False, "Maya Iyer", FRIDAY, False)
    assert [each.standing for each in await world.told("tom", SessionArranged)] == [Standing.CALLED_OFF]
    assert (await world.home("tom")).next_session is None
    await plan(world, "tom", pair, FRIDAY)
    assert [each.planned_anew for each in await world.told("tom", SessionCalledOff)] == [True]


async def test_a_check_in_names_the_next_session_as_it_is_now(world: World, pair: str) -> None:
    await world.checks_in("tom", pair, next_at=FRIDAY)
    await world.send_all()
    [session] = [each for each in await sessions(world, pair) if each.state == SessionState.PLANNED]
    await plan(world, "maya", pair, FRIDAY + timedelta(days=3), seen=Seen(FRIDAY))
    await _sees_both_drawn_again(world)
    await cancel_session(world.services, world.who("maya"), session.id)
    await _sees_both_drawn_again(world)


async def _sees_both_drawn_again(world: World) -> None:
    told = await world.all(
        select(Notice.kind).join(Delivery, Delivery.redraws_id == Notice.delivery_id).where(
            Delivery.state == DeliveryState.PENDING.value
        )
    )  # fmt: skip
    assert {NoticeKind.CHECK_IN_SAVED, NoticeKind.PARTNER_CHECKED_IN} <= set(told)
    await world.send_all()


async def test_of_what_the_partner_never_heard_they_do_not_hear_that_it_is_off(world: World, pair: str) -> None:
    world.now = MONDAY.replace(hour=14)
    await plan(world, "tom", pair, FRIDAY)
    [session] = await sessions(world, pair)
    await cancel_session(world.services, world.who("tom"), session.id)
    assert await world.posts_to("maya") == []
    assert [each.tells_partner for each in await world.told("tom", SessionCalledOff)] == [False]


async def test_we_did_not_meet_is_no_reproach_and_counts_for_nothing(world: World, pair: str) -> None:
    await plan(world, "tom", pair, FRIDAY)
    [session] = await sessions(world, pair)
    missed = miss_session(world.services, world.who("maya"), session.id)
    assert await refusals_of(missed) == [(Reason.STILL_TO_COME, None)]
    world.now = FRIDAY + timedelta(hours=2)
    for name in ("maya", "tom"):
        await miss_session(world.services, world.who(name), session.id)
    [session] = await sessions(world, pair)
    assert (session.state, session.called_off_at) == (SessionState.MISSED, world.now)
    [mine], [theirs] = await world.told("maya", SessionCalledOff), await world.told("tom", SessionCalledOff)
    assert (mine.missed, mine.by_me, theirs.missed, theirs.by_me) == (True, True, True, False)
    home = await world.home("tom")
    assert (home.to_log, home.pairs[0].sessions) == (None, 0)


async def test_what_has_been_logged_is_neither_cancelled_nor_missed(world: World, pair: str) -> None:
    await plan(world, "tom", pair, FRIDAY)
    await world.send_all()
    [session] = await sessions(world, pair)
    world.now = FRIDAY + timedelta(hours=2)
    await world.checks_in("tom", pair, session_id=session.id)
    for deed in (cancel_session, miss_session):
        assert await refusals_of(deed(world.services, world.who("maya"), session.id)) == [(Reason.TOO_LATE, None)]
    assert [each.standing for each in await world.told("maya", SessionArranged)] == [Standing.OVER]
    assert await world.redrawings()


async def test_a_session_that_was_called_off_while_somebody_logs_it_took_place(world: World, pair: str) -> None:
    await plan(world, "tom", pair, FRIDAY)
    [session] = await sessions(world, pair)
    world.now = FRIDAY + timedelta(hours=2)
    await miss_session(world.services, world.who("maya"), session.id)
    await world.checks_in("tom", pair, session_id=session.id)
    [session] = await sessions(world, pair)
    assert (session.state, session.called_off_at) == (SessionState.HAPPENED, None)
