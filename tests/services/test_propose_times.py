"""Times are proposed: one is taken, or others are proposed back."""

from datetime import timedelta

from sqlalchemy import select

from mentoring.planning import (
    GroupArranged,
    SessionArranged,
    TimesOffered,
)
from mentoring.refusals import Reason
from services.report_refused_post import report_refused_post
from services.take_time import take_time
from storage.completing import Dead
from storage.models import Pair, TimeOffer
from storage.transaction import Transaction
from tests.services.drawing import Post
from tests.services.planning import FRIDAY, draft_of, looked_at, offered_to, plan, propose, sessions
from tests.services.world import ON_BOTH, World, refusals_of


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


async def the_post_to_the_pair_of_a_time_that_tom_takes(world: World, pair: str) -> Post:
    async def open_group(tx: Transaction) -> None:
        (await tx.get_one(Pair, pair)).group_channel = "G0PAIR"

    await world.store.write(open_group)
    await propose(world, "maya", pair, FRIDAY)
    await world.send_all()
    await take_time(world.services, world.who("tom"), (await offered_to(world, "tom"))[0][0])
    [post] = await world.posts_to_pair(pair)
    return post


async def test_with_a_group_message_that_tells_of_the_time_that_was_taken(world: World, pair: str) -> None:
    post = await the_post_to_the_pair_of_a_time_that_tom_takes(world, pair)
    [content] = post.contents
    assert isinstance(content, GroupArranged)
    assert [(person.name, zone) for person, zone in content.people] == [
        ("Tom Reed", "Europe/London"),
        ("Maya Iyer", "Asia/Kolkata"),
    ]
    assert await world.told("tom", SessionArranged) == await world.told("maya", SessionArranged) == []


async def test_where_the_group_message_is_refused_each_is_told_alone_of_the_time_that_was_taken(
    world: World, pair: str
) -> None:
    post = await the_post_to_the_pair_of_a_time_that_tom_takes(world, pair)
    assert post.id in await world.completes_due(Dead("channel_not_found"))
    for _ in range(2):
        assert await report_refused_post(world.services, post.id)
    for name, took_it in (("tom", True), ("maya", False)):
        [arranged] = await world.told(name, SessionArranged)
        assert (arranged.at, arranged.by_me, arranged.moved) == (FRIDAY, took_it, False)


async def test_what_is_planned_otherwise_settles_an_offer(world: World, pair: str) -> None:
    await propose(world, "tom", pair, FRIDAY)
    await world.send_all()
    [(time, _)] = await offered_to(world, "maya")
    await plan(world, "tom", pair, FRIDAY + timedelta(days=3))
    assert [each.is_settled for each in await world.told("maya", TimesOffered)] == [True]
    assert await refusals_of(take_time(world.services, world.who("maya"), time)) == [(Reason.TOO_LATE, None)]


async def test_in_the_place_of_what_is_planned_both_are_told_so(world: World, pair: str) -> None:
    await plan(world, "tom", pair, FRIDAY)
    await propose(world, "maya", pair, FRIDAY + timedelta(days=3))
    told = [each for name in ("maya", "tom") for each in await world.told(name, TimesOffered)]
    assert [(each.is_mine, each.instead_of) for each in told] == [(True, FRIDAY), (False, FRIDAY)]
    await world.send_all()
    await take_time(world.services, world.who("tom"), told[1].times[0][0])
    # It moved it: there is nothing else any more that it could be in the place of.
    assert [each.instead_of for each in await world.told("tom", TimesOffered)] == [None]
    assert len(await sessions(world, pair)) == 1


async def test_what_is_planned_before_the_other_hears_of_times_is_not_moved_by_them(world: World, pair: str) -> None:
    saturday = FRIDAY + timedelta(days=1)
    await plan(world, "tom", pair, saturday)
    world.now = FRIDAY + timedelta(hours=8)
    await propose(world, "tom", pair, FRIDAY + timedelta(days=4))
    [mine], [theirs] = await world.told("tom", TimesOffered), await world.told("maya", TimesOffered)
    assert (mine.instead_of, theirs.instead_of) == (saturday, None)


async def test_in_answer_to_an_offer_the_next_times_are_suggested(world: World, pair: str) -> None:
    first = await draft_of(world, "tom", pair_id=pair)
    await propose(world, "tom", pair, *first.times)
    [offer] = await world.all(select(TimeOffer.id))
    second = await draft_of(world, "maya", offer_id=offer)
    assert len(second.times) == len(first.times) == 3
    assert min(second.times) > max(first.times)
    assert (second.offer_id, second.offered) == (offer, first.times)
    # Who does not know of it, since their form was open before, sees it first.
    assert await refusals_of(propose(world, "maya", pair, *second.times)) == [(Reason.CHANGED_MEANWHILE, "time_1")]
    await propose(world, "maya", pair, *second.times, seen=offer)
    # The first offer had not reached her; it is not told any more.
    assert [each.is_mine for each in await world.told("maya", TimesOffered)] == [True]
    assert [each.is_mine for each in await world.told("tom", TimesOffered)] == [True, False]


async def test_times_that_have_all_passed_are_in_nobodys_way(world: World, pair: str) -> None:
    await propose(world, "tom", pair, FRIDAY, FRIDAY + timedelta(days=1))
    [offer] = await world.all(select(TimeOffer.id))
    world.now = FRIDAY
    # The other can still be taken.
    draft = await draft_of(world, "maya", pair_id=pair)
    assert (draft.offer_id, draft.offered) == (offer, (FRIDAY + timedelta(days=1),))
    world.later(days=2)
    draft = await draft_of(world, "maya", pair_id=pair)
    assert (draft.offer_id, draft.offered) == (None, ())
    await propose(world, "maya", pair, world.now + timedelta(days=1))
    assert [each.is_mine for each in await world.told("tom", TimesOffered)] == [True, False]
