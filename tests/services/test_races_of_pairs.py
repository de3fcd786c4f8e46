"""Pairs that are proposed, begun, rested and ended at the same time: nothing twice, nothing lost, nobody stuck."""

from datetime import timedelta

import pytest

from mentoring.beginnings import Introduction, PairAgreed
from mentoring.pairs import PairValues
from mentoring.partings import EndSaved, EndValues, PairEnded, ProposalWithdrawn
from mentoring.pausing import PauseValues
from mentoring.refusals import Reason
from services.end_pair import end_pair
from services.look_at_pairs import look_at_pairs
from services.open_home import open_home
from services.pause_pair import pause_pair
from services.propose_pair import propose_pair
from services.resume_pair import resume_pair
from services.withdraw_proposal import withdraw_proposal
from storage.models import JoinWish, Pair, Pause
from tests.services.test_races import TASKS, at_once
from tests.services.world import ON_BOTH, WORKSPACE, World, profile, user_of

pytestmark = ON_BOTH


async def test_a_form_sent_again_and_again_pairs_once(world: World) -> None:
    values = PairValues(user_of("tom"), user_of("maya"), 14)
    people = profile("tom"), profile("maya")
    outcomes = await at_once(
        *(propose_pair(world.services, world.who("amara"), values, *people, "V-same") for _ in range(TASKS))
    )
    assert outcomes == {None: TASKS}
    assert await world.rows(Pair) == 1
    assert len(await world.told("tom", Introduction)) == 1


async def test_two_are_paired_once_from_several_forms(world: World) -> None:
    outcomes = await at_once(*(world.proposed("tom", "maya") for _ in range(TASKS)))
    assert outcomes == {None: 1, (Reason.ALREADY_PAIRED, "mentee"): TASKS - 1}
    assert len(await world.told("maya", Introduction)) == 1


async def test_both_accept_in_the_same_moment(world: World) -> None:
    pair = await world.proposed("tom", "maya")
    outcomes = await at_once(*(world.accepts(name, pair) for name in ("tom", "maya") * (TASKS // 2)))
    assert outcomes == {None: TASKS}
    assert len(await world.posts_to_pair(pair)) == 1
    assert len(await world.told("amara", PairAgreed)) == 1
    assert [card.pair_id for card in (await world.home("tom")).pairs] == [pair]


async def test_one_accepts_while_the_other_declines(world: World) -> None:
    pair = await world.proposed("tom", "maya")
    await world.accepts("maya", pair)
    outcomes = await at_once(world.accepts("tom", pair), world.declines("maya", pair))
    active = len((await world.home("tom")).pairs)
    assert outcomes == ({None: 1, (Reason.TOO_LATE, None): 1} if active else {None: 1, (Reason.ALREADY_ENDED, None): 1})
    assert len(await world.posts_to_pair(pair)) == active


async def test_one_accepts_while_the_organiser_takes_it_back(world: World) -> None:
    pair = await world.proposed("tom", "maya")
    await world.accepts("maya", pair)
    outcomes = await at_once(world.accepts("tom", pair), withdraw_proposal(world.services, world.who("amara"), pair))
    active = len((await world.home("tom")).pairs)
    assert outcomes == ({None: 1, (Reason.TOO_LATE, None): 1} if active else {None: 1, (Reason.ALREADY_ENDED, None): 1})
    assert len(await world.posts_to_pair(pair)) == active
    assert len(await world.told("maya", ProposalWithdrawn)) == 1 - active


async def test_both_end_their_pair_in_the_same_moment(world: World, pair: str) -> None:
    await world.checks_in("tom", pair, next_at=world.now + timedelta(days=9))
    values = EndValues(pair, another_match=True)
    outcomes = await at_once(
        *(end_pair(world.services, world.who(name), values, name + form) for form in "AB" for name in ("tom", "maya"))
    )
    assert outcomes == {None: TASKS}
    for name in ("tom", "maya"):
        assert len(await world.told(name, EndSaved)) == 1
        assert await world.told(name, PairEnded) == []
    [told] = await world.told("amara", PairEnded)
    assert sorted(person.name for person in told.wishing) == ["Maya Iyer", "Tom Reed"]
    assert await world.rows(JoinWish) == 2


async def test_both_pause_at_once_and_a_pair_rests_once(
    world: World, pair: str, caplog: pytest.LogCaptureFixture
) -> None:
    await world.checks_in("tom", pair, next_at=world.now + timedelta(days=3))
    for name in ("tom", "maya", "amara"):
        await open_home(world.services, WORKSPACE, profile(name))
    caplog.clear()
    until = world.now.date() + timedelta(days=9)
    values = [PauseValues(pair, until + timedelta(days=n), cancels=bool(n % 2)) for n in range(TASKS)]
    outcomes = await at_once(
        *(
            pause_pair(world.services, world.who(("tom", "maya")[n % 2]), each, world.form())
            for n, each in enumerate(values)
        ),
        *(look_at_pairs(world.services) for _ in range(2)),
    )
    # Each chose another day without a sight of the others'.
    assert outcomes == {None: 1 + 2, (Reason.CHANGED_MEANWHILE, "until"): TASKS - 1}
    assert await world.rows(Pause) == 1
    outcomes = await at_once(*(resume_pair(world.services, world.who(name), pair) for name in ("tom", "maya") * 2))
    assert outcomes == {None: 1, (Reason.NOT_PAUSED, None): 3}
    assert [record.getMessage() for record in caplog.records if record.name == "storage.store"] == []
