"""The horizon check: what each answers alone, what both are told, and the cards that come of it."""

from collections.abc import Sequence
from datetime import timedelta

import pytest
from sqlalchemy import select

from mentoring.forms import AgendaValues
from mentoring.horizon import UNSAID, Answers, CardState, HorizonCompared, HorizonDraft, HorizonValues, Round, Subject
from mentoring.partings import EndValues
from mentoring.refusals import Reason
from services.bring_horizon_card import bring_horizon_card
from services.bring_to_session import bring_to_session
from services.check_horizon import answer_horizon, prepare_horizon
from services.end_pair import end_pair
from services.take_off_agenda import take_off_agenda
from storage.models import AgendaItem, HorizonAnswers, HorizonCard
from tests.services.world import MONDAY, World, refusals_of

# A pair of this world is a month old: day 30 is Monday. Half-way is the first of May.
HALF_WAY = MONDAY + timedelta(days=60)
WORDS = {subject: f"{subject} on an agenda" for subject in Subject}


def answers(**said: str) -> Answers:
    """What somebody answers: all is right but for what is named."""
    usual = {"pace": "right", "priorities": "skill", "comfort": "right", "workload": "right", "worth": "yes"}
    return Answers(tuple((usual | said).values()))


async def answer(
    world: World, name: str, pair: str, check: Round = Round.DAY_30, *, form: str | None = None, **said: str
) -> None:
    values = HorizonValues(pair, check, answers(**said))
    await answer_horizon(world.services, world.who(name), values, form or world.form())


async def draft(world: World, name: str, pair: str) -> HorizonDraft:
    return await prepare_horizon(world.services, world.who(name), pair)


async def shown(world: World, name: str) -> list[Sequence[Subject]]:
    """The subjects of each message about a check that somebody got."""
    return [[card.subject for card in told.cards] for told in await world.told(name, HorizonCompared)]


async def test_until_both_have_answered_nothing_shows_and_answers_can_be_changed(world: World, pair: str) -> None:
    before = await draft(world, "maya", pair)
    assert (before.round, before.mine, before.compared, before.partner.name) == (Round.DAY_30, None, None, "Tom Reed")
    await answer(world, "tom", pair, pace="fast", form="V-same")
    await answer(world, "tom", pair, pace="slow", form="V-same")
    assert (await draft(world, "tom", pair)).mine == answers(pace="fast")
    # What she finds is what she found before he had answered.
    assert await draft(world, "maya", pair) == before
    assert await world.posts_to("maya") == await world.posts_to("tom") == []
    await answer(world, "tom", pair, worth="little")
    assert (await draft(world, "tom", pair)).mine == answers(worth="little")
    [row] = await world.all(select(HorizonAnswers))
    assert answers(worth="little").code.encode() not in row.answers
    await answer(world, "maya", pair)
    assert await shown(world, "tom") == await shown(world, "maya") == [[]]


async def test_both_are_told_once_and_what_is_compared_is_not_changed(
    world: World, pair: str, caplog: pytest.LogCaptureFixture
) -> None:
    await answer(world, "tom", pair, pace="fast", priorities=UNSAID)
    await answer(world, "maya", pair, comfort="further", form="V-same")
    await answer(world, "maya", pair, comfort="right", form="V-same")
    assert await shown(world, "tom") == await shown(world, "maya") == [[Subject.PACE, Subject.COMFORT]]
    # Hers is the reply to what she did; his waits for his hours.
    assert (await world.post_with("maya", HorizonCompared)).at == MONDAY
    for name in ("tom", "maya"):
        late = answer(world, name, pair, workload="less")
        assert await refusals_of(late) == [(Reason.TOO_LATE, None)]
    mine = await draft(world, "tom", pair)
    assert (mine.mine, mine.compared) == (
        answers(pace="fast", priorities=UNSAID), (Subject.PACE, Subject.COMFORT),
    )  # fmt: skip
    assert (await draft(world, "maya", pair)).mine == answers(comfort="further")
    assert await world.rows(HorizonCard) == 2
    assert not any(said in caplog.text for said in ("fast", "further", UNSAID))


async def test_the_next_check_closes_one_that_was_not_answered_and_brings_what_had_no_card(
    world: World, pair: str
) -> None:
    await answer(world, "tom", pair, pace="slow")
    world.now = HALF_WAY
    assert await refusals_of(answer(world, "maya", pair)) == [(Reason.TOO_LATE, None)]
    mine, hers = await draft(world, "tom", pair), await draft(world, "maya", pair)
    assert (mine.round, mine.mine) == (Round.HALF_WAY, None)
    assert [(each.on, each.answers) for each in mine.before] == [(MONDAY.date(), answers(pace="slow"))]
    assert hers.before == ()
    assert await world.posts_to("maya") == []


async def test_of_more_than_two_differences_the_others_come_half_way(world: World, pair: str) -> None:
    theirs = {"pace": "slow", "priorities": "work", "comfort": "gentler"}
    for check in Round:
        await answer(world, "tom", pair, check)
        await answer(world, "maya", pair, check, **theirs)
        world.now = HALF_WAY
    both = [[Subject.PACE, Subject.PRIORITIES], [Subject.PACE, Subject.COMFORT]]
    assert await shown(world, "tom") == await shown(world, "maya") == both


async def test_a_card_is_brought_to_the_next_session_by_nobody(world: World, pair: str) -> None:
    await answer(world, "tom", pair, pace="slow")
    await answer(world, "maya", pair, pace="fast")
    await world.send_all()
    [told] = await world.told("tom", HorizonCompared)
    for name in ("maya", "tom"):
        await bring_horizon_card(world.services, world.who(name), told.cards[0].id, WORDS)
    for name in ("tom", "maya"):
        agenda = (await world.home(name)).agenda
        assert [(line.author, line.words) for line in agenda] == [(None, "pace on an agenda")]
        [told] = await world.told(name, HorizonCompared)
        assert [card.state for card in told.cards] == [CardState.ON_AGENDA]
    assert len(await world.redrawings()) == 2
    # Taken off, it can be brought again; talked about, it cannot.
    [item] = await world.all(select(AgendaItem.id))
    await take_off_agenda(world.services, world.who("tom"), item)
    [told] = await world.told("maya", HorizonCompared)
    assert [card.state for card in told.cards] == [CardState.OPEN]
    await bring_horizon_card(world.services, world.who("tom"), told.cards[0].id, WORDS)
    await bring_to_session(world.services, world.who("tom"), AgendaValues(pair, "How to say no"), world.form())
    await world.send_all()
    world.later(hours=1)
    await world.checks_in("maya", pair)
    [told] = await world.told("tom", HorizonCompared)
    assert [card.state for card in told.cards] == [CardState.DISCUSSED]
    assert await world.redrawings()
    await bring_horizon_card(world.services, world.who("tom"), told.cards[0].id, WORDS)
    assert await world.rows(AgendaItem) == 2


async def test_nobody_else_reads_answers_or_brings_a_card(world: World, pair: str) -> None:
    await answer(world, "tom", pair, pace="slow")
    await answer(world, "maya", pair, pace="fast")
    [told] = await world.told("tom", HorizonCompared)
    await world.paired("zoe", "leo")
    for name in ("zoe", "amara"):
        for attempt in (draft(world, name, pair), answer(world, name, pair)):
            assert await refusals_of(attempt) == [(Reason.NOT_PARTNER, None)]
        brings = bring_horizon_card(world.services, world.who(name), told.cards[0].id, WORDS)
        assert await refusals_of(brings) == [(Reason.NOT_YOURS, None)]
    await end_pair(world.services, world.who("maya"), EndValues(pair), world.form())
    [told] = await world.told("tom", HorizonCompared)
    assert told.is_over
    for other in (
        draft(world, "tom", pair),
        answer(world, "tom", pair),
        bring_horizon_card(world.services, world.who("tom"), told.cards[0].id, WORDS),
    ):
        assert await refusals_of(other) == [(Reason.ALREADY_ENDED, None)]


async def test_before_the_first_there_is_a_day_to_wait_for(world: World) -> None:
    world.now = MONDAY - timedelta(days=3)
    await world.proposed("tom", "maya")
    pair = await world.pair_of("tom", "maya")
    for name in ("tom", "maya"):
        await world.accepts(name, pair)
    found = await draft(world, "maya", pair)
    assert (found.round, found.first_on) == (None, (world.now + timedelta(days=30)).date())
    assert await refusals_of(answer(world, "maya", pair)) == [(Reason.TOO_LATE, None)]
