"""What the nudge about an agreement says, and what became of it once either of the two has done something."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest
from sqlalchemy import update

from mentoring.agreements import Terms
from mentoring.nudge_contents import AgreementDue, By, HaveNotMet, Outcome, Settled
from mentoring.nudges.agreement import BEGINS, LOOKS_AGAIN, WAITS
from mentoring.nudges.kinds import NudgeKind
from services.answer_agreement import say_still_right
from storage.models import Pair
from tests.services.beginnings import Beginning, Prepare
from tests.services.nudged import passes, ticks
from tests.services.test_agreements import OTHER, TERMS, agrees, page, proposes
from tests.services.world import MONDAY, World

A_WEEK_LATER = MONDAY + timedelta(days=7)
EIGHT_WEEKS_LATER = MONDAY + timedelta(days=56)


@pytest.fixture(scope="module")
async def new_pair(paired: Beginning, prepare: Prepare) -> Beginning:
    """Tom and Maya both accepted on Monday, and met at once."""

    async def story(world: World, pair: str) -> None:
        await world.store.write(lambda tx: tx.execute(update(Pair).values(accepted_at=MONDAY)))
        await world.checks_in("tom", pair)
        await ticks(world)

    return await prepare(paired, story)


@pytest.fixture
def beginning(new_pair: Beginning) -> Beginning:
    return new_pair


async def became(world: World, name: str) -> list[tuple[Outcome, By]]:
    """What stands in the place of the nudges about their agreement."""
    settled = await world.told(name, Settled)
    return [(each.outcome, each.by) for each in settled if each.about.kind is NudgeKind.AGREEMENT]


async def still_right(world: World, pair: str) -> None:
    agreed = (await page(world, "maya", pair)).agreed
    assert agreed
    await say_still_right(world.services, world.who("maya"), agreed.id)


async def test_where_there_is_none_both_are_asked_and_whoever_proposes_settles_it(world: World, pair: str) -> None:
    await passes(world, A_WEEK_LATER)
    for name in ("tom", "maya"):
        due = await world.newest(name, AgreementDue)
        assert (due.about.step, due.version) == (BEGINS, None)
    await proposes(world, "maya", pair, TERMS)
    await ticks(world)
    assert await became(world, "maya") == [(Outcome.AGREEMENT_PROPOSED, By.ME)]
    assert await became(world, "tom") == [(Outcome.AGREEMENT_PROPOSED, By.PARTNER)]


async def test_whoever_never_answers_is_reminded_of_the_proposal_and_sees_what_it_says(world: World, pair: str) -> None:
    await proposes(world, "tom", pair, TERMS)
    await passes(world, A_WEEK_LATER)
    due = await world.newest("maya", AgreementDue)
    assert due.version
    assert (due.about.step, due.version.terms) == (WAITS, TERMS)
    assert await world.told("tom", AgreementDue) == []
    # It stays, and nothing more is asked for weeks.
    world.now = EIGHT_WEEKS_LATER - timedelta(days=1)
    await ticks(world)
    assert len(await world.told("maya", AgreementDue)) == 1
    await agrees(world, "maya", pair)
    await ticks(world)
    assert await became(world, "maya") == [(Outcome.AGREED, By.ME)]


@pytest.mark.parametrize(
    ("deed", "outcome"),
    [
        (still_right, Outcome.STILL_RIGHT),
        (lambda world, pair: proposes(world, "maya", pair, OTHER), Outcome.AGREEMENT_PROPOSED),
    ],
)
async def test_after_eight_weeks_both_look_at_it_again_and_either_settles_it(
    world: World, pair: str, deed: Callable[[World, str], Awaitable[object]], outcome: Outcome
) -> None:
    await proposes(world, "tom", pair, TERMS)
    await agrees(world, "maya", pair)
    world.now = EIGHT_WEEKS_LATER
    await ticks(world)
    for name in ("tom", "maya"):
        due = await world.newest(name, AgreementDue)
        assert due.version
        assert (due.about.step, due.version.terms) == (LOOKS_AGAIN, TERMS)
    await deed(world, pair)
    await ticks(world)
    assert await became(world, "maya") == [(outcome, By.ME)]
    assert await became(world, "tom") == [(outcome, By.PARTNER)]


async def test_a_rhythm_that_is_agreed_on_settles_the_question_whether_they_will_meet(world: World, pair: str) -> None:
    await proposes(world, "tom", pair, Terms(30))
    await passes(world, MONDAY + timedelta(days=18))
    assert await world.told("tom", HaveNotMet)
    await agrees(world, "maya", pair)
    await ticks(world)
    for name in ("tom", "maya"):
        settled = [each for each in await world.told(name, Settled) if each.about.kind is NudgeKind.HAVE_NOT_MET]
        assert [(each.outcome, each.by) for each in settled] == [(Outcome.REPACED, By.NOBODY)]
        assert settled[0].about.rhythm_days == 30
