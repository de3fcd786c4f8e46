"""Somebody takes back what they recorded of a session."""

from datetime import timedelta

import pytest

from mentoring.celebrations import ConsentAsked, NoLongerAsked, WinShared
from mentoring.check_in_news import CheckInSaved, CheckInWithdrawn, PartnerCheckedIn
from mentoring.consent import Answer
from mentoring.people import Celebrations
from mentoring.refusals import Reason
from services.answer_promise import answer_promise
from services.prepare_check_in import prepare_check_in
from services.withdraw_check_in import withdraw_check_in
from storage.models import CheckIn, Milestone, Promise, Session, ShoutOut
from tests.services.world import MONDAY, World, refusals_of

TODAY = MONDAY.date()
NEXT = MONDAY + timedelta(days=14, hours=3)


async def withdraws(world: World, name: str, check_in: str | None = None) -> None:
    """Somebody withdraws their newest check-in, or another."""
    if check_in is None:
        check_in = (await world.newest(name, CheckInSaved)).check_in_id
    await withdraw_check_in(world.services, world.who(name), check_in)


async def test_the_entry_goes_with_its_promises_and_the_session(world: World, pair: str) -> None:
    await world.checks_in("tom", pair, notes="The wrong day", my_promises=("Read",), their_promises=("Write",))
    await world.send_all()
    await withdraws(world, "tom")
    for table in (CheckIn, Promise, Session, Milestone, ShoutOut):
        assert await world.rows(table) == 0
    for name in ("tom", "maya"):
        home = await world.home(name)
        assert (home.promises_mine, home.promises_theirs, home.proposals, home.to_add) == ((), (), (), None)
        assert home.pairs[0].sessions == 0


async def test_both_messages_say_that_it_was_withdrawn(world: World, pair: str) -> None:
    await world.checks_in("tom", pair, happened_on=TODAY - timedelta(days=1))
    await world.send_all()
    posts = {(await world.post_with("tom", CheckInSaved)).id, (await world.post_with("maya", PartnerCheckedIn)).id}
    await withdraws(world, "tom")
    assert posts <= await world.redrawings()
    [mine], [theirs] = await world.told("tom", CheckInWithdrawn), await world.told("maya", CheckInWithdrawn)
    assert (mine.partner.name, mine.is_mine) == ("Maya Iyer", True)
    assert (theirs.partner.name, theirs.is_mine) == ("Tom Reed", False)
    assert mine.happened_on == theirs.happened_on == TODAY - timedelta(days=1)


async def test_what_the_partner_has_not_heard_of_they_never_do(world: World, pair: str) -> None:
    world.later(hours=7)
    await world.checks_in("tom", pair)
    await world.send_all()
    await withdraws(world, "tom")
    world.later(days=1)
    said = await world.send_all()
    assert not [each for each in said if each.address.users == ("U0MAYA",)]


async def test_withdrawing_twice_is_withdrawing_once(world: World, pair: str) -> None:
    await world.checks_in("tom", pair)
    await world.send_all()
    [saved] = await world.told("tom", CheckInSaved)
    await withdraws(world, "tom", saved.check_in_id)
    await world.send_all()
    await withdraws(world, "tom", saved.check_in_id)
    assert await world.redrawings() == set()


async def test_nobody_withdraws_what_somebody_else_wrote(world: World, pair: str) -> None:
    await world.known("zoe")
    await world.checks_in("tom", pair)
    [saved] = await world.told("tom", CheckInSaved)
    for name in ("maya", "zoe"):
        assert await refusals_of(withdraws(world, name, saved.check_in_id)) == [(Reason.NOT_YOURS, None)]
    assert await world.rows(CheckIn) == 1


async def test_what_the_other_side_recorded_stays(world: World, pair: str) -> None:
    await world.checks_in("tom", pair, notes="Mine")
    session = (await world.told("maya", PartnerCheckedIn))[0].session_id
    await world.checks_in("maya", pair, notes="Theirs", session_id=session)
    [saved] = await world.told("tom", CheckInSaved)
    assert saved.partner_logged
    await withdraws(world, "tom")
    assert await world.rows(Session) == 1
    assert await world.rows(Milestone) == 1
    [saved] = await world.told("maya", CheckInSaved)
    assert not saved.partner_logged
    [news] = await world.told("tom", PartnerCheckedIn)
    assert not news.added_mine
    # And can be recorded once more.
    await world.checks_in("tom", pair, session_id=session)
    assert await world.rows(Session) == 1


async def test_a_win_that_came_with_it_stays(world: World, pair: str) -> None:
    await world.checks_in("tom", pair, win="First talk given")
    await withdraws(world, "tom")
    assert [win.words for win in await world.told("maya", WinShared)] == ["First talk given"]


async def test_a_session_whose_time_is_ahead_is_planned_again(world: World, pair: str) -> None:
    this_evening = MONDAY + timedelta(hours=7)
    await world.checks_in("tom", pair, happened_on=TODAY - timedelta(days=7), next_at=this_evening)
    draft = await prepare_check_in(world.services, world.who("tom"), pair_id=pair)
    assert draft.chosen_session is not None
    await world.checks_in("tom", pair, session_id=draft.chosen_session.id)
    assert (await world.home("maya")).next_session is None
    await withdraws(world, "tom")
    planned = (await world.home("maya")).next_session
    assert planned is not None
    assert planned.planned_at == this_evening


async def test_a_session_whose_time_is_past_goes(world: World, pair: str) -> None:
    await world.checks_in("tom", pair, next_at=NEXT)
    world.now = NEXT + timedelta(hours=1)
    planned = (await world.home("tom")).to_log
    assert planned is not None
    await world.checks_in("tom", pair, session_id=planned.session_id)
    await withdraws(world, "tom")
    home = await world.home("tom")
    assert (home.to_log, home.next_session, home.pairs[0].sessions) == (None, None, 1)


async def test_a_side_that_was_being_written_meanwhile_stands_by_itself(world: World, pair: str) -> None:
    await world.checks_in("tom", pair)
    [news] = await world.told("maya", PartnerCheckedIn)
    await withdraws(world, "tom")
    await world.checks_in("maya", pair, notes="We did meet", session_id=news.session_id)
    assert (await world.home("tom")).pairs[0].sessions == 1
    opening = prepare_check_in(world.services, world.who("maya"), session_id=news.session_id)
    assert await refusals_of(opening) == [(Reason.WITHDRAWN, None)]


async def test_a_promise_that_was_withdrawn_cannot_be_answered(world: World, pair: str) -> None:
    await world.checks_in("tom", pair, their_promises=("Write",))
    [news] = await world.told("maya", PartnerCheckedIn)
    await withdraws(world, "tom")
    answer = answer_promise(world.services, world.who("maya"), news.proposals[0].id, accepts=True)
    assert await refusals_of(answer) == [(Reason.WITHDRAWN, None)]


# Milestones


async def test_whoever_was_asked_about_the_milestone_is_no_longer(world: World, pair: str) -> None:
    await world.checks_in("tom", pair)
    await world.send_all()
    [asked] = await world.told("maya", ConsentAsked)
    await world.says("tom", Answer.YES)
    await withdraws(world, "tom")
    for name in ("tom", "maya"):
        assert await world.told(name, NoLongerAsked) == [NoLongerAsked()]
        assert await world.told(name, ConsentAsked) == []
    await world.send_all()
    # Their next session is their first.
    await world.checks_in("tom", pair)
    [again] = await world.told("maya", ConsentAsked)
    assert again.shout_out_id != asked.shout_out_id


async def test_a_post_that_is_on_its_way_no_more_is_taken_back(world: World, pair: str) -> None:
    await world.has_channel()
    for name in ("tom", "maya"):
        await world.sets(name, Celebrations.ALWAYS)
    await world.checks_in("tom", pair)
    assert len(await world.posts_to_channel()) == 1
    await withdraws(world, "tom")
    assert await world.posts_to_channel() == []
    assert await world.rows(Milestone) == 0


async def test_what_was_posted_stays(world: World, pair: str) -> None:
    await world.has_channel()
    for name in ("tom", "maya"):
        await world.sets(name, Celebrations.ALWAYS)
    await world.checks_in("tom", pair)
    await world.settles()
    await withdraws(world, "tom")
    assert await world.rows(Milestone) == 1
    await world.settles()
    await world.checks_in("tom", pair)
    assert len(await world.posts_to_channel()) == 1


@pytest.mark.parametrize("answer", [Answer.NO, None])
async def test_what_nobody_wanted_posted_is_not_asked_again(world: World, pair: str, answer: Answer | None) -> None:
    await world.checks_in("tom", pair)
    await world.send_all()
    if answer:
        await world.says("tom", answer)
    world.later(days=5)
    await world.settles()
    await withdraws(world, "tom")
    await world.checks_in("tom", pair)
    assert len(await world.told("maya", ConsentAsked)) == 1
