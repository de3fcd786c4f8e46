"""What a horizon check leaves behind: nothing of it tells anybody more than that two agree or differ."""

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import product
from typing import NamedTuple

import pytest
from sqlalchemy import delete, select

from mentoring.horizon import COMPARED, SCALES, UNSAID, Answers, HorizonCompared, HorizonValues, Round, Subject
from mentoring.nudge_contents import HorizonCheck
from mentoring.people import Person
from services.bring_horizon_card import bring_horizon_card
from services.check_horizon import answer_horizon
from services.read_report import read_report
from storage.models import Delivery, HorizonAnswers, HorizonCard, Notice
from storage.transaction import Transaction
from tests.services.drawing import composed
from tests.services.nudged import passes, ticks
from tests.services.test_horizon import WORDS, answer, answers
from tests.services.world import MONDAY, World, user_of

ANYBODY = Person("", "", "")


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
