"""Somebody records a session with their partner."""

from datetime import UTC, date, datetime, timedelta

import pytest

from mentoring.celebrations import ConsentAsked, WinSaved, WinShared
from mentoring.check_in_news import CheckInSaved, PartnerCheckedIn
from mentoring.home import Step
from mentoring.promises import PromiseState
from mentoring.refusals import Reason
from mentoring.sessions import Seen, SessionKind
from mentoring.wins import Audience
from services.prepare_check_in import prepare_check_in
from storage.models import CheckIn, Milestone, Notice, Promise, Session, SubmittedForm
from tests.services.world import MONDAY, World, refusals_of

TODAY = MONDAY.date()
NEXT = MONDAY + timedelta(days=14, hours=3)


async def only_session(world: World, name: str, pair: str) -> str:
    """The one session that somebody could log now."""
    draft = await prepare_check_in(world.services, world.who(name), pair_id=pair)
    [session] = draft.sessions
    return session.id


async def test_the_writer_gets_a_summary_and_the_partner_news(world: World, pair: str) -> None:
    await world.checks_in(
        "tom", pair, notes="How to say no", my_promises=("Introduce Zoë",), their_promises=("Write it down",),
        next_at=NEXT, feeling=4, reflection="I talked too much", kind=SessionKind.COFFEE_CHAT,
    )  # fmt: skip
    [saved] = await world.told("tom", CheckInSaved)
    [news] = await world.told("maya", PartnerCheckedIn)
    assert (saved.partner.name, news.partner.name) == ("Maya Iyer", "Tom Reed")
    for content in (saved, news):
        assert content.pair_id == pair
        assert content.happened_on == TODAY
        assert content.kind is SessionKind.COFFEE_CHAT
        assert content.notes == "How to say no"
        assert content.next_at == NEXT
    assert [promise.words for promise in saved.my_promises] == ["Introduce Zoë"]
    assert [promise.words for promise in saved.their_promises] == ["Write it down"]
    assert [promise.words for promise in news.their_promises] == ["Introduce Zoë"]
    assert [(promise.words, promise.state) for promise in news.proposals] == [("Write it down", PromiseState.PROPOSED)]
    assert saved.keeps_private
    assert not news.added_mine


async def test_nothing_but_when_is_needed(world: World, pair: str) -> None:
    await world.checks_in("tom", pair)
    [saved] = await world.told("tom", CheckInSaved)
    assert (saved.notes, saved.my_promises, saved.their_promises, saved.next_at) == (None, (), (), None)
    assert not saved.keeps_private


async def test_long_words_of_any_script_come_back_as_they_were(world: World, pair: str) -> None:
    words = "\u202e\u05e9\u05dc \u200d👩‍👧 naïve\n\t<@U1> & *so* on " * 1000
    await world.checks_in("tom", pair, notes=words, my_promises=(words,), win=words)
    [news] = await world.told("maya", PartnerCheckedIn)
    assert news.notes == words
    assert news.their_promises[0].words == words
    [win] = await world.told("maya", WinShared)
    assert win.words == words.strip()


async def test_the_summary_comes_at_once_and_the_news_in_hours(world: World, pair: str) -> None:
    world.now = MONDAY + timedelta(days=4, hours=9)  # Friday evening, and past midnight in Kolkata
    await world.checks_in("tom", pair)
    summary, news = await world.post_with("tom", CheckInSaved), await world.post_with("maya", PartnerCheckedIn)
    assert summary.at == world.now
    assert news.at == datetime(2026, 3, 9, 3, 30, tzinfo=UTC)  # Monday, 09:00 in Kolkata


async def test_what_happens_overnight_is_told_in_one_message(world: World, pair: str) -> None:
    world.later(hours=7)
    await world.checks_in("tom", pair, win="Maya spoke up in the review")
    world.later(hours=1)
    await world.celebrates("tom", "And again", Audience.PARTNER, pair)
    news = await world.post_with("maya", PartnerCheckedIn)
    assert [type(content) for content in news.contents] == [PartnerCheckedIn, WinShared, ConsentAsked, WinShared]
    world.later(hours=12)
    said = await world.send_all()
    assert len([each for each in said if each.address.users == ("U0MAYA",)]) == 1


async def test_a_date_is_meant_where_the_writer_is(world: World, pair: str) -> None:
    world.now = datetime(2026, 3, 3, 20, 0, tzinfo=UTC)  # the 4th in Kolkata
    await world.checks_in("maya", pair, happened_on=date(2026, 3, 4))
    refused = await refusals_of(world.checks_in("tom", pair, happened_on=date(2026, 3, 4), is_new=True))
    assert refused == [(Reason.DATE_IN_FUTURE, "happened_on")]


async def test_the_same_form_sent_twice_is_one_check_in(world: World, pair: str) -> None:
    for _ in range(2):
        await world.checks_in("tom", pair, form="V-same", my_promises=("Read",), next_at=NEXT, win="Done")
    for table, rows in ((CheckIn, 1), (Promise, 1), (Session, 2)):
        assert await world.rows(table) == rows
    assert len(await world.told("tom", CheckInSaved)) == 1
    assert len(await world.told("maya", PartnerCheckedIn)) == 1
    assert len(await world.told("tom", WinSaved)) == 1


async def test_what_was_refused_leaves_nothing_behind_and_the_form_usable(world: World, pair: str) -> None:
    forms, notices = await world.rows(SubmittedForm), await world.rows(Notice)
    refused = await refusals_of(
        world.checks_in("tom", pair, form="V-same", happened_on=TODAY + timedelta(days=1), next_at=MONDAY)
    )
    assert refused == [(Reason.DATE_IN_FUTURE, "happened_on"), (Reason.PLAN_IN_PAST, "next_at")]
    assert (await world.rows(SubmittedForm), await world.rows(Notice)) == (forms, notices)
    await world.checks_in("tom", pair, form="V-same")
    assert await world.rows(CheckIn) == 1


async def test_who_adds_their_side_joins_the_session(world: World, pair: str) -> None:
    await world.checks_in("tom", pair, notes="Mine")
    await world.send_all()
    world.later(hours=1)
    await world.checks_in("maya", pair, notes="And mine", session_id=await only_session(world, "maya", pair))
    assert await world.rows(Session) == 1
    [card] = (await world.home("tom")).pairs
    assert card.sessions == 1
    [to_maya] = await world.told("maya", PartnerCheckedIn)
    assert to_maya.added_mine
    [to_tom] = await world.told("tom", PartnerCheckedIn)
    assert to_tom.added_mine
    assert to_tom.notes == "And mine"
    assert (await world.post_with("maya", PartnerCheckedIn)).id in await world.redrawings()


async def test_joining_keeps_what_the_partner_recorded(world: World, pair: str) -> None:
    await world.checks_in("tom", pair, happened_on=TODAY - timedelta(days=1), kind=SessionKind.COFFEE_CHAT)
    await world.checks_in("maya", pair, session_id=await only_session(world, "maya", pair))
    [saved] = await world.told("maya", CheckInSaved)
    assert (saved.happened_on, saved.kind) == (TODAY - timedelta(days=1), SessionKind.COFFEE_CHAT)


@pytest.mark.parametrize("days", [0, 1, 2])
async def test_a_session_that_the_partner_logged_near_is_asked_about(world: World, pair: str, days: int) -> None:
    await world.checks_in("tom", pair, happened_on=TODAY - timedelta(days=days))
    assert await refusals_of(world.checks_in("maya", pair, form="V-maya")) == [(Reason.SAME_SESSION, None)]
    assert await world.rows(CheckIn) == 1
    await world.checks_in("maya", pair, form="V-maya", is_new=True)
    assert await world.rows(Session) == 2


async def test_a_session_further_off_is_another(world: World, pair: str) -> None:
    await world.checks_in("tom", pair, happened_on=TODAY - timedelta(days=3))
    await world.checks_in("maya", pair)
    assert await world.rows(Session) == 2


async def test_ones_own_records_near_are_not_asked_about(world: World, pair: str) -> None:
    await world.checks_in("tom", pair)
    await world.checks_in("tom", pair)
    assert await world.rows(Session) == 2


async def test_a_session_of_another_pair_is_not_asked_about(world: World) -> None:
    await world.checks_in("maya", await world.paired("tom", "maya"))
    await world.checks_in("tom", await world.paired("tom", "zoe"))
    assert await world.rows(Session) == 2


async def test_nobody_logs_the_same_session_twice(world: World, pair: str) -> None:
    await world.checks_in("tom", pair)
    session = await only_session(world, "maya", pair)
    assert await refusals_of(world.checks_in("tom", pair, session_id=session)) == [(Reason.ALREADY_LOGGED, None)]


async def test_a_planned_session_that_came_about_is_logged_as_itself(world: World, pair: str) -> None:
    await world.checks_in("tom", pair, next_at=NEXT)
    world.now = NEXT + timedelta(hours=1)
    home = await world.home("maya")
    assert home.to_log is not None
    assert home.step is Step.LOG_PLANNED
    await world.checks_in("maya", pair, session_id=home.to_log.session_id)
    assert await world.rows(Session) == 2
    home = await world.home("maya")
    assert (home.to_log, home.next_session) == (None, None)
    [card] = home.pairs
    assert (card.sessions, card.last_met) == (2, NEXT.date())


async def test_a_new_time_moves_the_next_session(world: World, pair: str) -> None:
    await world.checks_in("tom", pair, next_at=NEXT)
    later = NEXT + timedelta(days=1)
    await world.checks_in(
        "maya", pair, session_id=await only_session(world, "maya", pair), next_at=later, seen=Seen(NEXT)
    )
    assert await world.rows(Session) == 2
    for name in ("tom", "maya"):
        planned = (await world.home(name)).next_session
        assert planned is not None
        assert planned.planned_at == later
    assert (await world.newest("tom", PartnerCheckedIn)).next_at == later


async def test_without_a_new_time_the_next_session_stays(world: World, pair: str) -> None:
    await world.checks_in("tom", pair, next_at=NEXT)
    await world.checks_in("tom", pair)
    planned = (await world.home("maya")).next_session
    assert planned is not None
    assert planned.planned_at == NEXT


async def test_meeting_before_the_planned_time_leaves_no_plan_for_later_that_day(world: World, pair: str) -> None:
    this_evening = MONDAY + timedelta(hours=7)
    await world.checks_in("tom", pair, happened_on=TODAY - timedelta(days=7), next_at=this_evening)
    draft = await prepare_check_in(world.services, world.who("tom"), pair_id=pair)
    assert draft.chosen_session is not None
    assert draft.next_at is None
    # A form that was opened before may still say so.
    await world.checks_in("tom", pair, session_id=draft.chosen_session.id, next_at=this_evening)
    assert (await world.home("tom")).next_session is None


async def test_a_planned_session_that_was_moved_meanwhile_is_still_to_come(world: World, pair: str) -> None:
    await world.checks_in("tom", pair, happened_on=TODAY - timedelta(days=7), next_at=MONDAY + timedelta(hours=7))
    draft = await prepare_check_in(world.services, world.who("maya"), pair_id=pair)
    planned = next(session for session in draft.sessions if not session.partner_logged)
    await world.checks_in(
        "tom", pair, happened_on=TODAY - timedelta(days=6), next_at=NEXT, seen=Seen(MONDAY + timedelta(hours=7))
    )
    await world.checks_in("maya", pair, session_id=planned.id)
    after = (await world.home("maya")).next_session
    assert after is not None
    assert after.planned_at == NEXT
    assert (await world.home("maya")).pairs[0].sessions == 3


async def test_a_win_of_the_form_is_told_with_the_news(world: World, pair: str) -> None:
    await world.checks_in("tom", pair, win="  First talk given  ")
    [win] = await world.told("maya", WinShared)
    assert (win.author.name, win.words) == ("Tom Reed", "First talk given")
    assert await world.post_with("maya", WinShared) == await world.post_with("maya", PartnerCheckedIn)


async def test_too_many_promises_are_refused(world: World, pair: str) -> None:
    refused = await refusals_of(world.checks_in("tom", pair, my_promises=("x",) * 21))
    assert refused == [(Reason.TOO_MANY_PROMISES, "my_promises")]


async def test_before_both_accepted_there_is_nothing_to_log(world: World) -> None:
    pair = await world.proposed("tom", "maya")
    assert await refusals_of(world.checks_in("tom", pair)) == [(Reason.NOT_ACTIVE, None)]


async def test_of_a_pair_that_ended_there_is_nothing_to_log(world: World) -> None:
    pair = await world.proposed("tom", "maya")
    await world.declines("tom", pair)
    assert await refusals_of(world.checks_in("maya", pair)) == [(Reason.ALREADY_ENDED, None)]


async def test_nobody_logs_for_another_pair(world: World, pair: str) -> None:
    await world.known("zoe")
    assert await refusals_of(world.checks_in("zoe", pair)) == [(Reason.NOT_PARTNER, None)]
    assert await refusals_of(world.checks_in("amara", pair)) == [(Reason.NOT_PARTNER, None)]
    assert await refusals_of(world.checks_in("leo", pair)) == [(Reason.NO_PAIR, None)]


async def test_a_session_of_another_pair_cannot_be_joined(world: World) -> None:
    ours, theirs = await world.paired("tom", "maya"), await world.paired("tom", "zoe")
    await world.checks_in("tom", theirs)
    session = await only_session(world, "zoe", theirs)
    assert await refusals_of(world.checks_in("maya", ours, session_id=session)) == [(Reason.NOT_PARTNER, None)]
    assert await refusals_of(world.checks_in("tom", ours, session_id=session)) == [(Reason.NOT_PARTNER, None)]


async def test_the_first_session_is_noticed_once(world: World, pair: str) -> None:
    for _ in range(2):
        await world.checks_in("tom", pair)
    assert await world.rows(Milestone) == 1


async def test_a_plan_that_is_past_is_not_told_as_the_next_session(world: World, pair: str) -> None:
    await world.checks_in("tom", pair, next_at=NEXT)
    world.now = NEXT + timedelta(days=3)
    await world.checks_in("tom", pair, is_new=True)
    *_, saved = await world.told("tom", CheckInSaved)
    assert saved.next_at is None
