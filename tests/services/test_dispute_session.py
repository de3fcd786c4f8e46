"""One of a pair recorded a session, and the other says that they did not meet."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from mentoring.celebrations import ConsentAsked, NoLongerAsked
from mentoring.check_in_news import CheckInSaved, CheckInWithdrawn, Dispute, PartnerCheckedIn, SessionDisputed
from mentoring.refusals import Reason
from services.dispute_session import deny_again, dispute_session, say_we_met
from services.prepare_check_in import prepare_check_in
from services.withdraw_check_in import withdraw_check_in
from storage.models import Milestone, Session
from tests.services.beginnings import Beginning, Prepare
from tests.services.world import MONDAY, World, refusals_of


@pytest.fixture(scope="module")
async def denied(paired: Beginning, prepare: Prepare) -> Beginning:
    """Tom logged a session with Maya, who says that they did not meet."""

    async def story(world: World, pair: str) -> None:
        await world.checks_in("tom", pair, my_promises=("Read",), their_promises=("Write",))
        await world.send_all()
        [session] = await world.sessions_of(pair)
        await dispute_session(world.services, world.who("maya"), session)

    return await prepare(paired, story)


@pytest.fixture
def beginning(request: pytest.FixtureRequest, beginning: Beginning, denied: Beginning) -> Beginning:
    return denied if "disputed" in request.fixturenames else beginning


@pytest.fixture
async def disputed(world: World) -> str:
    """The id of the session that Maya denies."""
    [session] = await world.all(select(Session.id))
    return session


@pytest.mark.usefixtures("disputed")
async def test_it_counts_for_nothing_and_stays_the_writers_own(world: World) -> None:
    tom, maya, amara = await world.home("tom"), await world.home("maya"), await world.home("amara")
    for card in (tom.pairs[0], maya.pairs[0], amara.boards[0].pairs[0]):
        assert (card.sessions, card.last_met) == (0, None)
    assert [(each.partner.name, each.happened_on) for each in tom.disputed] == [("Maya Iyer", MONDAY.date())]
    assert [each.promise.words for each in tom.promises_mine] == ["Read"]
    assert (maya.disputed, maya.to_add, maya.proposals, maya.promises_theirs) == ((), None, (), ())


@pytest.mark.usefixtures("disputed")
async def test_its_milestone_is_taken_back(world: World) -> None:
    assert await world.rows(Milestone) == 0
    assert await world.told("tom", NoLongerAsked) == [NoLongerAsked()]


async def test_both_are_asked_once_more(world: World, disputed: str) -> None:
    [question] = await world.told("tom", SessionDisputed)
    assert question.dispute == Dispute(upheld=False, denied_again=False)
    assert (question.session_id, question.partner.name) == (disputed, "Maya Iyer")
    [mine] = await world.told("maya", PartnerCheckedIn)
    assert mine.dispute == Dispute(upheld=False, denied_again=False)
    [saved] = await world.told("tom", CheckInSaved)
    assert saved.is_disputed


async def test_the_writer_is_asked_in_their_hours(world: World) -> None:
    pair = await world.paired("tom", "zoe")
    world.now = MONDAY + timedelta(hours=8)
    await world.checks_in("zoe", pair)
    world.later(days=1)
    [news] = await world.told("tom", PartnerCheckedIn)
    await dispute_session(world.services, world.who("tom"), news.session_id)
    assert (await world.post_with("zoe", SessionDisputed)).at == MONDAY + timedelta(days=1, hours=22)


async def test_a_second_tap_changes_nothing(world: World, disputed: str) -> None:
    await world.send_all()
    await dispute_session(world.services, world.who("maya"), disputed)
    assert await world.redrawings() == set()
    [mine] = await world.told("maya", PartnerCheckedIn)
    assert mine.dispute == Dispute(upheld=False, denied_again=False)


async def test_each_stays_with_what_they_said(world: World, disputed: str) -> None:
    await deny_again(world.services, world.who("maya"), disputed)
    await say_we_met(world.services, world.who("tom"), disputed)
    both = Dispute(upheld=True, denied_again=True)
    assert [each.dispute for each in await world.told("tom", SessionDisputed)] == [both]
    assert [each.dispute for each in await world.told("maya", PartnerCheckedIn)] == [both]
    assert (await world.home("tom")).pairs[0].sessions == 0


async def test_whoever_remembers_after_all_resolves_it(world: World, disputed: str) -> None:
    await world.send_all()
    await deny_again(world.services, world.who("maya"), disputed)
    await say_we_met(world.services, world.who("maya"), disputed)
    for name in ("tom", "maya"):
        home = await world.home(name)
        assert (home.pairs[0].sessions, home.disputed) == (1, ())
    assert [each.dispute for each in await world.told("tom", SessionDisputed)] == [None]
    assert [each.dispute for each in await world.told("maya", PartnerCheckedIn)] == [None]
    assert await world.rows(Milestone) == 1
    assert len(await world.told("maya", ConsentAsked)) == 1


async def test_a_writer_who_has_not_heard_of_it_never_does(world: World) -> None:
    pair = await world.paired("tom", "zoe")
    await world.checks_in("zoe", pair)
    await world.send_all()
    [news] = await world.told("tom", PartnerCheckedIn)
    world.later(hours=6.5)  # after hours in Berlin
    await dispute_session(world.services, world.who("tom"), news.session_id)
    await say_we_met(world.services, world.who("tom"), news.session_id)
    world.later(days=1)
    await world.send_all()
    assert await world.told("zoe", SessionDisputed) == []


async def test_it_can_be_disputed_again(world: World, disputed: str) -> None:
    await world.send_all()
    await say_we_met(world.services, world.who("maya"), disputed)
    await dispute_session(world.services, world.who("maya"), disputed)
    assert [each.dispute for each in await world.told("tom", SessionDisputed)] == [Dispute(False, False)]


@pytest.mark.usefixtures("disputed")
async def test_it_was_the_writers_mistake(world: World) -> None:
    await world.send_all()
    [question] = await world.told("tom", SessionDisputed)
    await withdraw_check_in(world.services, world.who("tom"), question.check_in_id)
    assert await world.rows(Session) == 0
    assert (await world.home("tom")).disputed == ()
    told = [(each.is_mine, each.was_asked) for each in await world.told("tom", CheckInWithdrawn)]
    assert told == [(True, False), (True, True)]
    assert [each.is_mine for each in await world.told("maya", CheckInWithdrawn)] == [False]


async def test_adding_ones_side_after_all_resolves_it_too(world: World, pair: str, disputed: str) -> None:
    await world.checks_in("maya", pair, session_id=disputed)
    assert (await world.home("tom")).pairs[0].sessions == 1
    assert (await world.home("tom")).disputed == ()


@pytest.mark.usefixtures("disputed")
async def test_a_disputed_session_is_not_offered_in_the_form(world: World, pair: str) -> None:
    for name in ("tom", "maya"):
        assert (await prepare_check_in(world.services, world.who(name), pair_id=pair)).sessions == ()


async def test_what_cannot_be_disputed(world: World, pair: str) -> None:
    await world.known("zoe")
    await world.checks_in("tom", pair)
    [news] = await world.told("maya", PartnerCheckedIn)
    for name, reason in (("tom", Reason.TOO_LATE), ("zoe", Reason.NOT_PARTNER)):
        refused = await refusals_of(dispute_session(world.services, world.who(name), news.session_id))
        assert refused == [(reason, None)]
    await world.checks_in("maya", pair, session_id=news.session_id)
    for deed in (dispute_session, deny_again, say_we_met):
        assert await refusals_of(deed(world.services, world.who("maya"), news.session_id)) == [(Reason.TOO_LATE, None)]
    for name in ("tom", "maya"):
        [saved] = await world.told(name, CheckInSaved)
        await withdraw_check_in(world.services, world.who(name), saved.check_in_id)
    refused = await refusals_of(dispute_session(world.services, world.who("maya"), news.session_id))
    assert refused == [(Reason.WITHDRAWN, None)]
