"""A promise that one writes for the other is a proposal until the other accepts it."""

import pytest

from mentoring.check_in_news import CheckInSaved, PartnerCheckedIn
from mentoring.promises import PromiseState
from mentoring.refusals import Reason
from services.answer_promise import answer_promise
from tests.services.beginnings import Beginning, Prepare
from tests.services.world import World, refusals_of


@pytest.fixture(scope="module")
async def proposed(paired: Beginning, prepare: Prepare) -> Beginning:
    """Tom proposes a promise to Maya; both have been told."""

    async def story(world: World, pair: str) -> None:
        await world.checks_in("tom", pair, my_promises=("Introduce Zoë",), their_promises=("Write it down",))
        await world.send_all()

    return await prepare(paired, story)


@pytest.fixture
def beginning(proposed: Beginning) -> Beginning:
    return proposed


@pytest.fixture
async def promise(world: World) -> str:
    """The id of what is proposed to Maya."""
    [promise] = (await world.newest("maya", PartnerCheckedIn)).proposals
    return promise.id


async def state(world: World) -> PromiseState:
    """The promise in Tom's own summary."""
    [saved] = await world.told("tom", CheckInSaved)
    [promise] = saved.their_promises
    return promise.state


async def test_until_it_is_answered_it_is_a_proposal(world: World) -> None:
    mayas, toms = await world.home("maya"), await world.home("tom")
    assert [each.promise.words for each in mayas.proposals] == ["Write it down"]
    assert mayas.promises_mine == ()
    assert [each.promise.words for each in mayas.promises_theirs] == ["Introduce Zoë"]
    assert [each.promise.words for each in toms.promises_mine] == ["Introduce Zoë"]
    assert [(each.promise.words, each.promise.state) for each in toms.promises_theirs] == [
        ("Write it down", PromiseState.PROPOSED)
    ]


async def test_accepted_it_is_ones_own(world: World, promise: str) -> None:
    await answer_promise(world.services, world.who("maya"), promise, accepts=True)
    home = await world.home("maya")
    assert [each.promise.words for each in home.promises_mine] == ["Write it down"]
    assert home.proposals == ()
    assert await state(world) is PromiseState.OPEN


async def test_refused_it_is_gone_from_both_homes(world: World, promise: str) -> None:
    await answer_promise(world.services, world.who("maya"), promise, accepts=False)
    home = await world.home("maya")
    assert (home.proposals, home.promises_mine) == ((), ())
    assert [each.promise.words for each in (await world.home("tom")).promises_theirs] == []
    assert await state(world) is PromiseState.REFUSED


async def test_an_answer_can_be_changed(world: World, promise: str) -> None:
    for accepts in (False, True, False):
        await answer_promise(world.services, world.who("maya"), promise, accepts=accepts)
    assert await state(world) is PromiseState.REFUSED


async def test_both_messages_show_the_answer(world: World, promise: str) -> None:
    await answer_promise(world.services, world.who("maya"), promise, accepts=True)
    shown = {(await world.post_with("maya", PartnerCheckedIn)).id, (await world.post_with("tom", CheckInSaved)).id}
    assert await world.redrawings() == shown


async def test_a_second_tap_changes_nothing(world: World, promise: str) -> None:
    await answer_promise(world.services, world.who("maya"), promise, accepts=True)
    await world.send_all()
    await answer_promise(world.services, world.who("maya"), promise, accepts=True)
    assert await world.redrawings() == set()


async def test_only_whose_promise_it_is_answers(world: World, promise: str) -> None:
    await world.known("zoe")
    for name in ("tom", "zoe", "amara"):
        answer = answer_promise(world.services, world.who(name), promise, accepts=True)
        assert await refusals_of(answer) == [(Reason.NOT_YOURS, None)]
    assert await state(world) is PromiseState.PROPOSED


async def test_ones_own_promise_is_not_to_be_answered(world: World) -> None:
    [saved] = await world.told("tom", CheckInSaved)
    [own] = saved.my_promises
    for name in ("tom", "maya"):
        answer = answer_promise(world.services, world.who(name), own.id, accepts=False)
        assert await refusals_of(answer) == [(Reason.NOT_YOURS, None)]
