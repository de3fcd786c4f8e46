"""Planning the next session, and moving it: both hear of it, and nothing is overwritten unseen."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from mentoring.check_in_news import CheckInSaved
from mentoring.hours import local
from mentoring.planning import (
    OfferValues,
    PlanValues,
    SessionArranged,
    Standing,
)
from mentoring.refusals import Reason
from mentoring.sessions import Seen, SessionKind, SessionState
from services.cancel_session import cancel_session
from services.plan_session import plan_session
from services.propose_times import propose_times
from services.read_calendar_entry import read_calendar_entry
from services.take_time import take_time
from services.withdraw_check_in import withdraw_check_in
from tests.services.planning import FRIDAY, draft_of, looked_at, offered_to, plan, propose, sessions
from tests.services.world import MONDAY, ON_BOTH, World, refusals_of

AS_PLANNED = Seen(FRIDAY, kind=SessionKind.SESSION, minutes=60)


async def test_both_hear_of_a_plan_the_partner_in_their_hours(world: World, pair: str) -> None:
    world.now = MONDAY.replace(hour=14)
    for _ in range(2):
        await plan(world, "tom", pair, FRIDAY, form="V-same", minutes=45)
    [session] = await sessions(world, pair)
    assert (session.state, session.planned_at, session.minutes) == (SessionState.PLANNED, FRIDAY, 45)
    assert (session.revision, session.planned_zone, session.arranged_at) == (1, "Europe/London", world.now)
    assert await looked_at(world, pair) == world.now
    [mine] = await world.told("tom", SessionArranged)
    [theirs] = await world.told("maya", SessionArranged)
    assert (mine.by_me, mine.partner.name, mine.at, mine.moved) == (True, "Maya Iyer", FRIDAY, False)
    assert (theirs.by_me, theirs.partner.name, theirs.minutes) == (False, "Tom Reed", 45)
    assert (await world.post_with("tom", SessionArranged)).at == world.now
    # It is half past seven in the evening in Kolkata.
    assert (
        local((await world.post_with("maya", SessionArranged)).at, "Asia/Kolkata").strftime("%a %H:%M") == "Tue 09:00"
    )


async def test_a_new_time_moves_it_and_the_earlier_message_says_so(world: World, pair: str) -> None:
    await plan(world, "tom", pair, FRIDAY)
    await world.send_all()
    [session] = await sessions(world, pair)
    world.later(minutes=5)
    moved = FRIDAY + timedelta(hours=1)
    await plan(world, "maya", pair, moved, session_id=session.id, seen=AS_PLANNED, kind=SessionKind.COFFEE_CHAT)
    [session] = await sessions(world, pair)
    assert (session.planned_at, session.kind, session.revision) == (moved, SessionKind.COFFEE_CHAT, 2)
    assert session.planned_zone == "Asia/Kolkata"
    assert len(await world.redrawings()) == 2
    before, after = await world.told("tom", SessionArranged)
    assert (before.at, before.standing) == (FRIDAY, Standing.CHANGED)
    assert (after.at, after.standing, after.moved, after.by_me) == (moved, Standing.PLANNED, True, False)


async def test_saved_as_it_was_it_tells_nobody(world: World, pair: str) -> None:
    await plan(world, "tom", pair, FRIDAY)
    await world.send_all()
    await plan(world, "maya", pair, FRIDAY, seen=Seen(FRIDAY))
    assert len(await world.told("tom", SessionArranged)) == 1
    await plan(world, "maya", pair, FRIDAY, seen=AS_PLANNED, minutes=90)
    [_, session] = await world.told("tom", SessionArranged)
    assert (session.minutes, session.moved) == (90, False)


async def test_what_the_partner_changed_meanwhile_is_not_overwritten(world: World, pair: str) -> None:
    seen_none = PlanValues(pair, FRIDAY)
    await plan(world, "tom", pair, FRIDAY)
    other = FRIDAY + timedelta(days=3)

    async def saved(values: PlanValues) -> list[tuple[Reason, str | None]]:
        return await refusals_of(plan_session(world.services, world.who("maya"), values, world.form()))

    clash = [(Reason.CHANGED_MEANWHILE, "at")]
    assert await saved(replace(seen_none, at=other)) == clash
    assert await saved(replace(seen_none, at=other, seen=Seen(FRIDAY - timedelta(hours=1)))) == clash
    # Both chose the same, or one left the time alone: nothing is lost.
    assert await saved(seen_none) == []
    assert await saved(PlanValues(pair, FRIDAY - timedelta(hours=1), seen=Seen(FRIDAY - timedelta(hours=1)))) == []
    [session] = await sessions(world, pair)
    assert session.planned_at == FRIDAY
    await cancel_session(world.services, world.who("tom"), session.id)
    assert await saved(PlanValues(pair, other, session_id=session.id, seen=Seen(FRIDAY))) == clash
    assert await saved(PlanValues(pair, other, session_id=session.id)) == []
    assert [each.state for each in await sessions(world, pair)] == [SessionState.CANCELLED, SessionState.PLANNED]


async def test_of_what_is_changed_at_once_each_has_their_part(world: World, pair: str) -> None:
    await plan(world, "tom", pair, FRIDAY)
    await plan(world, "tom", pair, FRIDAY, seen=AS_PLANNED, minutes=30)
    other = FRIDAY + timedelta(days=3)
    # Maya moved it, and left alone how long it lasts.
    await plan(world, "maya", pair, other, seen=AS_PLANNED)
    [session] = await sessions(world, pair)
    assert (session.planned_at, session.minutes) == (other, 30)
    longer = PlanValues(pair, other, SessionKind.WRITTEN, minutes=90, seen=replace(AS_PLANNED, next_at=other))
    saved = plan_session(world.services, world.who("maya"), longer, world.form())
    assert await refusals_of(saved) == [(Reason.CHANGED_MEANWHILE, "minutes")]


@pytest.mark.parametrize("dialect", ["postgresql"])
async def test_of_two_who_do_it_at_once_the_second_sees_what_the_first_did(world: World, pair: str) -> None:
    planned = [
        refusals_of(plan(world, name, pair, FRIDAY + timedelta(hours=n))) for n, name in enumerate(("tom", "maya"))
    ]
    assert sorted(await asyncio.gather(*planned)) == [[], [(Reason.CHANGED_MEANWHILE, "at")]]
    assert len(await sessions(world, pair)) == 1
    await propose(world, "tom", pair, FRIDAY + timedelta(days=3), FRIDAY + timedelta(days=4))
    taken = [
        refusals_of(take_time(world.services, world.who("maya"), time)) for time, _ in await offered_to(world, "maya")
    ]
    assert sorted(await asyncio.gather(*taken)) == [[], [(Reason.TOO_LATE, None)]]
    assert len(await sessions(world, pair)) == 1


async def test_what_cannot_stand_is_said_at_its_field(world: World, pair: str) -> None:
    values = PlanValues(pair, MONDAY - timedelta(hours=1), minutes=5)
    saved = plan_session(world.services, world.who("tom"), values, world.form())
    assert await refusals_of(saved) == [(Reason.PLAN_IN_PAST, "at"), (Reason.BAD_MINUTES, "minutes")]
    offered = OfferValues(pair, {"time_2": MONDAY})
    saved = propose_times(world.services, world.who("tom"), offered, world.form())
    assert await refusals_of(saved) == [(Reason.PLAN_IN_PAST, "time_2")]
    saved = propose_times(world.services, world.who("tom"), OfferValues(pair, {}), world.form())
    assert await refusals_of(saved) == [(Reason.EMPTY, "time_1")]
    await world.known("leo")
    for name, reason in (("leo", Reason.NOT_PARTNER), ("zoe", Reason.NO_PAIR)):
        saved = plan_session(world.services, world.who(name), PlanValues(pair, FRIDAY), world.form())
        assert await refusals_of(saved) == [(reason, None)]


@ON_BOTH
async def test_we_moved_it_gives_a_session_that_has_passed_its_new_time(world: World, pair: str) -> None:
    await plan(world, "tom", pair, FRIDAY)
    [session] = await sessions(world, pair)
    world.now = FRIDAY + timedelta(hours=2)
    draft = await draft_of(world, "maya", session_id=session.id)
    assert (draft.has_passed, draft.planned_at, draft.session_id) == (True, FRIDAY, session.id)
    assert min(draft.times) > world.now
    await plan(world, "maya", pair, draft.times[0], session_id=session.id, seen=draft.seen)
    [moved] = await sessions(world, pair)
    assert (moved.id, moved.state, moved.planned_at) == (session.id, SessionState.PLANNED, draft.times[0])
    # Another was planned in the meantime: it is that one to which they moved it.
    world.now = draft.times[0] + timedelta(hours=2)
    later = world.now + timedelta(days=7)
    await world.checks_in("tom", pair, is_new=True, next_at=later)
    draft = await draft_of(world, "maya", session_id=session.id)
    assert draft.planned_at == later
    await plan(world, "maya", pair, later, session_id=session.id, seen=Seen(later))
    states = {each.planned_at: each.state for each in await sessions(world, pair) if each.planned_at}
    assert states == {moved.planned_at: SessionState.MISSED, later: SessionState.PLANNED}


async def test_a_check_in_that_is_withdrawn_leaves_the_plan_as_it_was(world: World, pair: str) -> None:
    await plan(world, "tom", pair, FRIDAY)
    await world.send_all()
    [session] = await sessions(world, pair)
    # They met earlier that day, and it turns out that this was another meeting.
    world.now = FRIDAY - timedelta(hours=3)
    await world.checks_in("tom", pair, session_id=session.id)
    [saved] = await world.told("tom", CheckInSaved)
    await world.send_all()
    await withdraw_check_in(world.services, world.who("tom"), saved.check_in_id)
    assert [each.standing for each in await world.told("maya", SessionArranged)] == [Standing.PLANNED]
    assert len(await world.redrawings()) == 4


async def test_a_calendar_entry_is_for_the_two_alone(world: World, pair: str) -> None:
    await plan(world, "tom", pair, FRIDAY)
    [session] = await sessions(world, pair)
    entry = await read_calendar_entry(world.services, world.who("maya"), session.id)
    assert (entry.partner.name, entry.at, entry.revision, entry.is_called_off) == ("Tom Reed", FRIDAY, 1, False)
    await world.known("leo")
    read = read_calendar_entry(world.services, world.who("leo"), session.id)
    assert await refusals_of(read) == [(Reason.NOT_PARTNER, None)]
    world.later(minutes=1)
    await cancel_session(world.services, world.who("tom"), session.id)
    entry = await read_calendar_entry(world.services, world.who("maya"), session.id)
    assert (entry.revision, entry.is_called_off, entry.changed_at) == (2, True, world.now)
