"""Each of a proposed pair accepts or declines."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from mentoring.beginnings import Introduction, PairAgreed, PairDeclined, PairStarted
from mentoring.home import Step
from mentoring.pairs import PairState, Role
from mentoring.partings import EndValues, PairEnded
from mentoring.refusals import Reason
from services.end_pair import end_pair
from services.report_refused_post import report_refused_post
from storage.completing import Dead
from storage.models import DeliveryState
from tests.services.beginnings import Beginning, Prepare
from tests.services.world import MONDAY, World, refusals_of


@pytest.fixture(scope="module")
async def invited(begun: Beginning, prepare: Prepare) -> Beginning:
    """Amara proposes to Tom that he mentors Maya, and to her."""
    pairs = []

    async def story(world: World, _pair: str) -> None:
        pairs.append(await world.proposed("tom", "maya"))

    return replace(await prepare(begun, story), pair=pairs[0])


@pytest.fixture
def beginning(request: pytest.FixtureRequest, beginning: Beginning, invited: Beginning) -> Beginning:
    return invited if "pair" in request.fixturenames else beginning


async def test_nothing_starts_before_both_accept(world: World, pair: str) -> None:
    await world.accepts("tom", pair)
    assert await world.posts_to_pair(pair) == []
    assert (await world.home("tom")).pairs == ()
    assert (await world.home("tom")).step is None
    assert (await world.home("maya")).step is Step.ANSWER_INVITATION


async def test_once_both_have_they_meet_in_a_group_message(world: World, pair: str) -> None:
    await world.accepts("tom", pair)
    await world.accepts("maya", pair)
    [post] = await world.posts_to_pair(pair)
    [started] = post.contents
    assert isinstance(started, PairStarted)
    assert (started.mentor.name, started.mentee.name) == ("Tom Reed", "Maya Iyer")
    assert started.is_group
    [to_amara] = await world.told("amara", PairAgreed)
    assert to_amara.mentee.name == "Maya Iyer"
    [card] = (await world.home("maya")).pairs
    assert (card.state, card.sessions, card.last_met) == (PairState.ACTIVE, 0, None)


async def test_the_group_message_waits_for_the_hours_of_who_accepted_first(world: World) -> None:
    pair = await world.proposed("priya", "tom")
    await world.accepts("priya", pair)
    await world.accepts("tom", pair)
    [post] = await world.posts_to_pair(pair)
    assert post.at == datetime(2026, 3, 2, 22, 0, tzinfo=UTC)  # 09:00 on Tuesday in Sydney


async def test_where_group_messages_are_not_permitted_each_is_told_alone(world: World, pair: str) -> None:
    await world.send_all()
    await world.accepts("tom", pair)
    await world.accepts("maya", pair)
    [post] = await world.posts_to_pair(pair)
    assert post.id in await world.completes_due(Dead("missing_scope"))
    for _ in range(2):
        assert await report_refused_post(world.services, post.id)
    for name in ("tom", "maya"):
        [started] = await world.told(name, PairStarted)
        assert not started.is_group


async def test_that_a_pair_has_begun_is_not_told_of_one_that_has_ended(world: World) -> None:
    pair = await world.proposed("priya", "tom")
    await world.send_all()
    for name in ("priya", "tom"):
        await world.accepts(name, pair)
    world.now += timedelta(hours=13)
    [post] = await world.posts_to_pair(pair)
    assert post.id in await world.completes_due(Dead("missing_scope"))
    assert await report_refused_post(world.services, post.id)
    await end_pair(world.services, world.who("priya"), EndValues(pair), world.form())
    world.now += timedelta(hours=12)
    assert await world.told("tom", PairStarted) == []
    assert len(await world.told("tom", PairEnded)) == 1


async def test_what_has_been_sent_shows_what_became_of_it(world: World, pair: str) -> None:
    await world.send_all()
    await world.accepts("tom", pair)
    [to_tom], [to_maya] = await world.posts_to("tom"), await world.posts_to("maya")
    assert await world.redrawings() == {to_tom.id, to_maya.id}
    [introduction] = await world.told("tom", Introduction)
    assert introduction.i_accepted
    [introduction] = await world.told("maya", Introduction)
    assert introduction.partner_accepted


async def test_a_second_tap_changes_nothing(world: World, pair: str) -> None:
    await world.send_all()
    await world.accepts("tom", pair)
    await world.send_all()
    await world.accepts("tom", pair)
    assert await world.redrawings() == set()
    await world.accepts("maya", pair)
    await world.accepts("maya", pair)
    assert len(await world.posts_to_pair(pair)) == 1
    assert len(await world.told("amara", PairAgreed)) == 1


async def test_declining_tells_the_other_kindly_and_the_organiser(world: World, pair: str) -> None:
    await world.send_all()
    await world.declines("maya", pair)
    [to_tom] = await world.told("tom", PairDeclined)
    [to_amara] = await world.told("amara", PairDeclined)
    assert (to_tom.role, to_amara.role) == (Role.MENTOR, None)
    assert await world.told("maya", PairDeclined) == []
    [introduction] = await world.told("tom", Introduction)
    assert introduction.state is PairState.ENDED_EARLY
    assert (await world.home("tom")).invitations == ()
    assert (await world.home("maya")).step is None


async def test_declining_twice_is_declining_once(world: World, pair: str) -> None:
    await world.send_all()
    await world.declines("maya", pair)
    await world.declines("maya", pair)
    await world.declines("tom", pair)
    assert len(await world.told("tom", PairDeclined)) == 1
    assert len(await world.told("amara", PairDeclined)) == 1


async def test_who_has_not_been_asked_yet_does_not_hear_of_it(world: World) -> None:
    pair = await world.proposed("tom", "priya")
    await world.send_all()
    await world.declines("tom", pair)
    world.later(days=1)
    await world.send_all()
    assert await world.posts_to("priya") == []


async def test_nobody_is_introduced_after_declining_in_app_home(world: World) -> None:
    pair = await world.proposed("priya", "tom")
    await world.send_all()
    await world.declines("priya", pair)
    assert await world.posts_to("priya") == []
    assert len(await world.told("tom", PairDeclined)) == 1


async def test_who_accepted_in_app_home_hears_of_it_although_not_introduced_yet(world: World) -> None:
    pair = await world.proposed("tom", "priya")
    await world.accepts("priya", pair)
    await world.declines("tom", pair)
    assert len(await world.told("priya", PairDeclined)) == 1


async def test_an_organiser_who_proposed_themselves_hears_of_it(world: World) -> None:
    pair = await world.proposed("amara", "tom")
    await world.declines("tom", pair)
    [declined] = await world.told("amara", PairDeclined)
    assert declined.role is Role.MENTOR


async def test_what_else_waits_for_somebody_is_not_taken_back(world: World) -> None:
    declined = await world.proposed("tom", "priya")
    await world.proposed("zoe", "priya")
    [post] = await world.posts_to("priya")
    assert len(post.contents) == 2
    await world.declines("tom", declined)
    [introduction] = await world.told("priya", Introduction)
    assert introduction.partner.name == "Zoë Brandt"
    [post] = await world.posts_to("priya")
    assert post.state is DeliveryState.PENDING


async def test_it_is_too_late_to_decline_what_has_begun(world: World) -> None:
    pair = await world.paired("tom", "maya")
    assert await refusals_of(world.declines("tom", pair)) == [(Reason.TOO_LATE, None)]


async def test_what_was_declined_cannot_be_accepted(world: World, pair: str) -> None:
    await world.declines("tom", pair)
    assert await refusals_of(world.accepts("maya", pair)) == [(Reason.ALREADY_ENDED, None)]


@pytest.mark.parametrize("name", ["amara", "zoe"])
async def test_nobody_else_answers(world: World, name: str) -> None:
    pair = await world.proposed("tom", "maya")
    await world.known("zoe")
    assert await refusals_of(world.accepts(name, pair)) == [(Reason.NOT_YOURS, None)]
    assert await refusals_of(world.declines(name, pair)) == [(Reason.NOT_YOURS, None)]


async def test_an_unknown_pair_is_nobodys(world: World) -> None:
    assert await refusals_of(world.accepts("amara", "0" * 32)) == [(Reason.NOT_YOURS, None)]


async def test_on_friday_evening_the_organiser_hears_on_monday(world: World, pair: str) -> None:
    await world.send_all()
    world.now = MONDAY + timedelta(days=4, hours=8)
    await world.accepts("tom", pair)
    await world.accepts("maya", pair)
    post = (await world.posts_to("amara"))[-1]
    assert post.at == datetime(2026, 3, 9, 9, 0, tzinfo=UTC)


async def test_the_organiser_may_be_one_of_the_two(world: World) -> None:
    pair = await world.proposed("amara", "tom")
    await world.accepts("amara", pair)
    await world.accepts("tom", pair)
    assert len(await world.posts_to_pair(pair)) == 1
    assert await world.told("amara", PairAgreed) == []
