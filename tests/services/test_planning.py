"""Planning the next session: both hear of it, nothing is overwritten unseen, and whatever comes of it shows."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from mentoring.hours import local
from mentoring.notices import CheckInSaved
from mentoring.planning import (
    GroupArranged,
    OfferValues,
    PlanDraft,
    PlanValues,
    SessionArranged,
    SessionCalledOff,
    Standing,
    TimesOffered,
)
from mentoring.refusals import Reason
from mentoring.sessions import Seen, SessionKind, SessionState
from services.cancel_session import cancel_session
from services.miss_session import miss_session
from services.plan_session import plan_session
from services.prepare_plan import prepare_plan
from services.propose_times import propose_times
from services.read_calendar_entry import read_calendar_entry
from services.take_time import take_time
from services.withdraw_check_in import withdraw_check_in
from storage.models import Pair, Pause, Session, TimeOffer
from storage.transaction import Transaction
from tests.services.world import MONDAY, ON_BOTH, World, refusals_of

FRIDAY = datetime(2026, 3, 6, 12, tzinfo=UTC)


@pytest.fixture
async def pair(world: World) -> str:
    return await world.paired("tom", "maya")


async def plan(
    world: World,
    name: str,
    pair: str,
    at: datetime,
    *,
    form: str | None = None,
    **values: Any,  # noqa: ANN401
) -> None:
    await plan_session(world.services, world.who(name), PlanValues(pair, at, **values), form or world.form())


async def draft_of(world: World, name: str, **about: str) -> PlanDraft:
    return await prepare_plan(world.services, world.who(name), **about)


async def propose(world: World, name: str, pair: str, *times: datetime) -> None:
    values = OfferValues(pair, {f"time_{place}": at for place, at in enumerate(times, start=1)})
    await propose_times(world.services, world.who(name), values, world.form())


async def sessions(world: World, pair: str) -> Sequence[Session]:
    return await world.all(select(Session).where(Session.pair_id == pair).order_by(Session.created_at))


async def looked_at(world: World, pair: str) -> datetime | None:
    [at] = await world.all(select(Pair.look_at).where(Pair.id == pair))
    return at


async def clicked(world: World, name: str) -> list[tuple[str, datetime]]:
    """The times that somebody was offered last, each with its id."""
    return list((await world.told(name, TimesOffered))[-1].times)


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
    await plan(world, "maya", pair, moved, session_id=session.id, seen=Seen(FRIDAY), kind=SessionKind.COFFEE_CHAT)
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
    await plan(world, "maya", pair, FRIDAY, seen=Seen(FRIDAY), minutes=90)
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


@pytest.mark.parametrize("dialect", ["postgresql"])
async def test_of_two_who_do_it_at_once_the_second_sees_what_the_first_did(world: World, pair: str) -> None:
    planned = [
        refusals_of(plan(world, name, pair, FRIDAY + timedelta(hours=n))) for n, name in enumerate(("tom", "maya"))
    ]
    assert sorted(await asyncio.gather(*planned)) == [[], [(Reason.CHANGED_MEANWHILE, "at")]]
    assert len(await sessions(world, pair)) == 1
    await propose(world, "tom", pair, FRIDAY + timedelta(days=3), FRIDAY + timedelta(days=4))
    taken = [
        refusals_of(take_time(world.services, world.who("maya"), time)) for time, _ in await clicked(world, "maya")
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
async def test_one_time_is_taken_and_both_have_it(world: World, pair: str) -> None:
    times = [FRIDAY + timedelta(days=3 * n) for n in range(3)]
    await propose(world, "tom", pair, *times)
    assert await sessions(world, pair) == []
    [mine], [theirs] = await world.told("tom", TimesOffered), await world.told("maya", TimesOffered)
    assert (mine.is_mine, theirs.is_mine, [at for _, at in theirs.times]) == (True, False, times)
    await world.send_all()
    world.later(minutes=5)
    chosen, at = theirs.times[1]
    assert await refusals_of(take_time(world.services, world.who("tom"), chosen)) == [(Reason.NOT_YOURS, None)]
    for _ in range(2):
        await take_time(world.services, world.who("maya"), chosen)
    [session] = await sessions(world, pair)
    assert (session.planned_at, session.planned_zone, session.revision) == (at, "Asia/Kolkata", 1)
    assert await looked_at(world, pair) == world.now
    assert [each.by_me for name in ("tom", "maya") for each in await world.told(name, SessionArranged)] == [False, True]
    assert len(await world.redrawings()) == 2
    assert [(each.taken, each.is_settled) for each in await world.told("tom", TimesOffered)] == [(at, True)]
    other, _ = theirs.times[0]
    assert await refusals_of(take_time(world.services, world.who("maya"), other)) == [(Reason.TOO_LATE, None)]


async def test_with_a_group_message_that_tells_of_the_time_that_was_taken(world: World, pair: str) -> None:
    async def open_group(tx: Transaction) -> None:
        (await tx.get_one(Pair, pair)).group_channel = "G0PAIR"

    await world.store.write(open_group)
    await propose(world, "maya", pair, FRIDAY)
    await world.send_all()
    await take_time(world.services, world.who("tom"), (await clicked(world, "tom"))[0][0])
    [post] = await world.posts_to_pair(pair)
    [content] = post.contents
    assert isinstance(content, GroupArranged)
    assert [(person.name, zone) for person, zone in content.people] == [
        ("Tom Reed", "Europe/London"),
        ("Maya Iyer", "Asia/Kolkata"),
    ]
    assert await world.told("tom", SessionArranged) == await world.told("maya", SessionArranged) == []


async def test_what_is_planned_otherwise_settles_an_offer(world: World, pair: str) -> None:
    await propose(world, "tom", pair, FRIDAY)
    await world.send_all()
    [(time, _)] = await clicked(world, "maya")
    await plan(world, "tom", pair, FRIDAY + timedelta(days=3))
    assert [each.is_settled for each in await world.told("maya", TimesOffered)] == [True]
    assert await refusals_of(take_time(world.services, world.who("maya"), time)) == [(Reason.TOO_LATE, None)]


async def test_in_answer_to_an_offer_the_next_times_are_suggested(world: World, pair: str) -> None:
    first = await draft_of(world, "tom", pair_id=pair)
    await propose(world, "tom", pair, *first.times)
    [offer] = await world.all(select(TimeOffer.id))
    second = await draft_of(world, "maya", offer_id=offer)
    assert len(second.times) == len(first.times) == 3
    assert min(second.times) > max(first.times)
    await propose(world, "maya", pair, *second.times)
    # The first offer had not reached her; it is not told any more.
    assert [each.is_mine for each in await world.told("maya", TimesOffered)] == [True]
    assert [each.is_mine for each in await world.told("tom", TimesOffered)] == [True, False]


async def test_suggestions_keep_to_the_rhythm_to_pauses_and_to_other_sessions(world: World, pair: str) -> None:
    draft = await draft_of(world, "tom")
    assert [at.date().isoformat() for at in draft.times] == ["2026-03-03", "2026-03-04", "2026-03-05"]
    assert draft.suits
    other = await world.paired("tom", "zoe")
    await plan(world, "zoe", other, draft.times[0])
    assert draft.times[0] not in (await draft_of(world, "tom", pair_id=pair)).times
    await world.checks_in("tom", pair)
    assert (await draft_of(world, "maya")).times[0].date().isoformat() == "2026-03-16"

    async def pause(tx: Transaction) -> None:
        tx.add(Pause(workspace_id=world.workspace, pair_id=pair, since=MONDAY, until=MONDAY + timedelta(days=30)))

    await world.store.write(pause)
    assert min((await draft_of(world, "maya")).times) >= MONDAY + timedelta(days=30)


async def test_to_move_a_session_its_form_shows_when_it_is(world: World, pair: str) -> None:
    await plan(world, "tom", pair, FRIDAY, kind=SessionKind.WRITTEN, minutes=30)
    [session] = await sessions(world, pair)
    for about in ({"session_id": session.id}, {"pair_id": pair}, {}):
        draft = await draft_of(world, "maya", **about)
        assert (draft.session_id, draft.planned_at, draft.seen) == (session.id, FRIDAY, Seen(FRIDAY))
        assert (draft.kind, draft.minutes, draft.has_passed) == (SessionKind.WRITTEN, 30, False)
        assert FRIDAY not in draft.times
        assert draft.times[0].date() == FRIDAY.date()


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


async def test_whoever_comes_off_worse_gets_the_better_time_next(world: World) -> None:
    """In June, New York's working day ends as Sydney's is long over; no hour suits both."""
    world.now = datetime(2026, 6, 1, 13, tzinfo=UTC)
    pair = await world.paired("leo", "priya")
    turns = []
    for _ in range(3):
        draft = await draft_of(world, "leo", pair_id=pair)
        assert not draft.suits
        at = draft.times[0]
        turns.append(tuple(f"{local(at, zone):%H:%M}" for zone in ("America/New_York", "Australia/Sydney")))
        await plan(world, "leo", pair, at)
        [*_, session] = await sessions(world, pair)
        world.now = at + timedelta(hours=2)
        await world.checks_in("leo", pair, session_id=session.id)
    assert turns[0] == turns[2] != turns[1]


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


async def test_a_session_that_was_called_off_while_somebody_logs_it_took_place(world: World, pair: str) -> None:
    await plan(world, "tom", pair, FRIDAY)
    [session] = await sessions(world, pair)
    world.now = FRIDAY + timedelta(hours=2)
    await miss_session(world.services, world.who("maya"), session.id)
    await world.checks_in("tom", pair, session_id=session.id)
    [session] = await sessions(world, pair)
    assert (session.state, session.called_off_at) == (SessionState.HAPPENED, None)
