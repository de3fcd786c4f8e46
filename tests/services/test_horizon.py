"""The horizon check: what each answers alone, what both are told, and what nobody can read anywhere."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import product
from typing import NamedTuple

import pytest
from sqlalchemy import delete, select

from mentoring.forms import AgendaValues
from mentoring.horizon import (
    COMPARED,
    SCALES,
    UNSAID,
    Answers,
    CardState,
    HorizonCompared,
    HorizonDraft,
    HorizonValues,
    Round,
    Subject,
)
from mentoring.notices import NoticeKind
from mentoring.nudge_contents import HorizonCheck, Outcome, Settled
from mentoring.nudges.kinds import NudgeKind
from mentoring.partings import EndValues
from mentoring.people import Person
from mentoring.refusals import Reason
from services.bring_horizon_card import bring_horizon_card
from services.bring_to_session import bring_to_session
from services.check_horizon import answer_horizon, prepare_horizon
from services.end_pair import end_pair
from services.read_report import read_report
from services.take_off_agenda import take_off_agenda
from storage.models import AgendaItem, Delivery, HorizonAnswers, HorizonCard, Notice
from storage.transaction import Transaction
from tests.services.drawing import composed
from tests.services.nudged import jumps, passes, ticks
from tests.services.world import MONDAY, World, refusals_of, user_of

# A pair of this world is a month old: day 30 is Monday. Half-way is the first of May.
HALF_WAY = MONDAY + timedelta(days=60)
ANYBODY = Person("", "", "")
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


class Left(NamedTuple):
    """What a check leaves behind: what Tom and Maya are told, with when it goes, and all rows that it is kept in."""

    to_tom: tuple[HorizonCompared, datetime]
    to_maya: tuple[HorizonCompared, datetime]
    rows: list[str]


KEPT_IN = (HorizonAnswers, HorizonCard, Notice, Delivery)


async def rows(tx: Transaction) -> list[str]:
    """Every row but its ids, which mean nothing; of what is sealed its length."""
    found = [row for model in KEPT_IN for row in await tx.scalars(select(model))]
    seen = [
        {
            name: len(value) if isinstance(value, bytes) else value
            for name, value in vars(row).items()
            if name not in ("id", "delivery_id", "_sa_instance_state")
        }
        for row in found
    ]
    return sorted(f"{type(row).__name__} {sorted(facts.items())}" for row, facts in zip(found, seen, strict=True))


async def forget(tx: Transaction) -> None:
    """As if the check had not been."""
    for model in KEPT_IN:
        await tx.execute(delete(model))


async def left_by(world: World, pair: str, tom: Answers, maya: Answers) -> Left:
    """Tom answers, and then Maya."""
    for name, given in (("tom", tom), ("maya", maya)):
        await answer_horizon(world.services, world.who(name), HorizonValues(pair, Round.DAY_30, given), world.form())
    told = {}
    deliveries = await world.all(select(Delivery))
    drawn = await composed(world.services, [delivery.id for delivery in deliveries])
    for delivery, said in zip(deliveries, drawn, strict=True):
        assert said
        [content] = said.contents
        assert isinstance(content, HorizonCompared)
        same = replace(content, partner=ANYBODY, cards=tuple(replace(card, id="") for card in content.cards))
        told[said.address.users] = same, delivery.not_before
    left = Left(told[(user_of("tom"),)], told[(user_of("maya"),)], await world.store.read(rows))
    await world.store.write(forget)
    return left


@pytest.mark.parametrize("subject", COMPARED)
async def test_whoever_said_what_the_same_is_told_and_kept(world: World, pair: str, subject: Subject) -> None:
    """Of every two answers to a question: nothing unsealed tells one difference, or one accord, from another."""
    found: dict[bool, list[Left]] = {True: [], False: []}
    for mine, theirs in product((*SCALES[subject], UNSAID), repeat=2):
        differ = mine != theirs and UNSAID not in (mine, theirs)
        found[differ].append(await left_by(world, pair, answers(**{subject: mine}), answers(**{subject: theirs})))
    for is_difference, all_left in found.items():
        first = all_left[0]
        assert first.to_tom == first.to_maya
        assert [card.subject for card in first.to_tom[0].cards] == ([subject] if is_difference else [])
        # Among them are any two answers both ways round.
        assert len(all_left) > len(SCALES[subject])
        assert all(left == first for left in all_left)


async def test_the_organiser_learns_nothing_not_even_a_count(world: World, pair: str) -> None:
    await passes(world, MONDAY + timedelta(hours=1))
    assert await world.told("tom", HorizonCheck)
    before = await world.home("amara"), await read_report(world.services, world.who("amara"))
    await answer(world, "tom", pair, pace="slow")
    await answer(world, "maya", pair, pace="fast")
    [told] = await world.told("tom", HorizonCompared)
    await bring_horizon_card(world.services, world.who("maya"), told.cards[0].id, WORDS)
    await ticks(world)
    home, report = await world.home("amara"), await read_report(world.services, world.who("amara"))
    assert report == before[1]
    # How many messages there were in all, whatever they said, an operator's board counts.
    assert (home.boards, home.agenda, home.pairs) == (before[0].boards, (), ())
    assert await world.posts_to("amara") == []


async def became(world: World, name: str) -> list[Outcome]:
    return [each.outcome for each in await world.told(name, Settled) if each.about.kind is NudgeKind.HORIZON]


async def test_both_are_asked_on_day_30_and_half_way_until_they_answer(world: World, pair: str) -> None:
    await passes(world, MONDAY + timedelta(hours=1))
    for name in ("tom", "maya"):
        [asked] = await world.told(name, HorizonCheck)
        assert (asked.about.step, asked.about.pair_id) == (1, pair)
    await answer(world, "tom", pair)
    await ticks(world)
    assert await became(world, "tom") == [Outcome.CHECKED]
    # Hers asks as it did.
    assert await became(world, "maya") == []
    assert len(await world.told("maya", HorizonCheck)) == 1
    # Half-way, Friday is a holiday nowhere here.
    await jumps(world, HALF_WAY + timedelta(hours=1))
    assert (await world.newest("tom", HorizonCheck)).about.step == 2
    assert await became(world, "maya") == [Outcome.CLOSED]
    assert await became(world, "tom") == [Outcome.CHECKED]
    await answer(world, "maya", pair, Round.HALF_WAY)
    await ticks(world)
    assert await became(world, "maya") == [Outcome.CLOSED, Outcome.CHECKED]
    assert await shown(world, "tom") == []
    asked_of = select(Notice.receiver).where(Notice.kind == NoticeKind.HORIZON)
    assert len(await world.all(asked_of)) == 4


async def test_who_answers_before_the_nudge_gets_none(world: World, pair: str) -> None:
    await answer(world, "tom", pair)
    await passes(world, MONDAY + timedelta(days=7))
    assert await world.told("tom", HorizonCheck) == []
    assert len(await world.told("maya", HorizonCheck)) == 1


async def test_before_the_first_there_is_a_day_to_wait_for(world: World) -> None:
    world.now = MONDAY - timedelta(days=3)
    await world.proposed("tom", "maya")
    pair = await world.pair_of("tom", "maya")
    for name in ("tom", "maya"):
        await world.accepts(name, pair)
    found = await draft(world, "maya", pair)
    assert (found.round, found.first_on) == (None, (world.now + timedelta(days=30)).date())
    assert await refusals_of(answer(world, "maya", pair)) == [(Reason.TOO_LATE, None)]
