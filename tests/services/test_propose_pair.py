"""An organiser pairs two people."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from mentoring.beginnings import Introduction
from mentoring.pairs import PairState, PairValues, Role
from mentoring.people import Profile
from mentoring.refusals import Reason, Refusal
from services.propose_pair import propose_pair
from storage.models import Notice, Pair
from storage.programmes import first_programme
from storage.transaction import Transaction
from tests.services.test_races_of_nudges import WAITING, under_way
from tests.services.world import WINS, WORKSPACE, World, profile, refusals_of, user_of


async def refusals(
    world: World, mentor: Profile, mentee: Profile, rhythm_days: int = 14
) -> list[tuple[Reason, str | None]]:
    """What stands against pairing two people; then nothing has happened."""
    pair = PairValues(mentor.user, mentee.user, rhythm_days)
    refused = await refusals_of(propose_pair(world.services, world.who("amara"), pair, mentor, mentee, world.form()))
    assert await world.rows(Pair) == 0
    assert await world.rows(Notice) == 0
    return refused


async def test_both_are_introduced_to_each_other_and_nothing_has_begun(world: World) -> None:
    pair = await world.proposed("tom", "maya")
    [to_tom] = await world.told("tom", Introduction)
    [to_maya] = await world.told("maya", Introduction)
    assert (to_tom.role, to_tom.partner.name) == (Role.MENTOR, "Maya Iyer")
    assert (to_maya.role, to_maya.partner.name) == (Role.MENTEE, "Tom Reed")
    for introduction in (to_tom, to_maya):
        assert introduction.pair_id == pair
        assert introduction.organiser
        assert introduction.organiser.name == "Amara Obi"
        assert introduction.state is PairState.PROPOSED
        assert not introduction.i_accepted
        assert not introduction.partner_accepted


async def test_each_hears_of_it_in_their_own_hours(world: World) -> None:
    await world.proposed("leo", "priya")
    [to_leo] = await world.posts_to("leo")
    [to_priya] = await world.posts_to("priya")
    assert to_leo.at == datetime(2026, 3, 2, 14, 0, tzinfo=UTC)  # 09:00 in New York
    assert to_priya.at == datetime(2026, 3, 2, 22, 0, tzinfo=UTC)  # 09:00 on Tuesday in Sydney


async def test_the_same_form_sent_twice_pairs_once(world: World) -> None:
    people = profile("tom"), profile("maya")
    values = PairValues(user_of("tom"), user_of("maya"), 14)
    for _ in range(2):
        await propose_pair(world.services, world.who("amara"), values, *people, "V-same")
    assert await world.rows(Pair) == 1
    assert len(await world.told("tom", Introduction)) == 1


async def test_who_is_a_pair_already_cannot_be_paired_again(world: World) -> None:
    await world.proposed("tom", "maya")
    with pytest.raises(Refusal) as caught:
        await world.proposed("tom", "maya")
    assert caught.value.reason is Reason.ALREADY_PAIRED
    assert caught.value.field == "mentee"
    assert caught.value.facts == {"mentor": "Tom Reed", "mentee": "Maya Iyer"}
    assert len(await world.told("tom", Introduction)) == 1


async def test_who_declined_may_be_asked_again(world: World) -> None:
    await world.declines("maya", await world.proposed("tom", "maya"))
    await world.proposed("tom", "maya")
    assert await world.rows(Pair) == 2


async def test_one_may_be_mentor_in_one_pair_and_mentee_in_another(world: World) -> None:
    await world.proposed("tom", "maya")
    await world.proposed("maya", "tom")
    await world.proposed("maya", "zoe")
    assert await world.rows(Pair) == 3


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"is_bot": True}, Reason.BOT),
        ({"is_deactivated": True}, Reason.DEACTIVATED),
        ({"is_single_channel_guest": True}, Reason.SINGLE_CHANNEL_GUEST),
        ({"home": "T9"}, Reason.OTHER_WORKSPACE),
    ],
)
async def test_the_reason_why_not_stands_beside_each(world: World, changes: dict[str, object], reason: Reason) -> None:
    odd = replace(profile("tom"), **changes)  # type: ignore[arg-type]  # each as its test has it
    assert await refusals(world, odd, profile("maya")) == [(reason, "mentor")]
    assert await refusals(world, profile("maya"), odd) == [(reason, "mentee")]
    assert list(await world.people()) == ["U0AMARA"]


async def test_nobody_mentors_themselves(world: World) -> None:
    assert await refusals(world, profile("tom"), profile("tom")) == [(Reason.SAME_PERSON, "mentee")]


async def test_a_rhythm_is_of_some_days(world: World) -> None:
    assert await refusals(world, profile("tom"), profile("maya"), rhythm_days=0) == [(Reason.BAD_RHYTHM, "rhythm_days")]


async def test_a_form_that_was_refused_can_be_sent_again(world: World) -> None:
    values = PairValues(user_of("tom"), user_of("maya"), 14)
    bot = replace(profile("maya"), is_bot=True)
    form = "V-same"
    assert await refusals_of(propose_pair(world.services, world.who("amara"), values, profile("tom"), bot, form)) == [
        (Reason.BOT, "mentee")
    ]
    await propose_pair(world.services, world.who("amara"), values, profile("tom"), profile("maya"), form)
    assert await world.rows(Pair) == 1


@pytest.mark.parametrize("name", ["tom", "maya"])
async def test_only_an_organiser_pairs(world: World, name: str) -> None:
    await world.known("tom")
    values = PairValues(user_of("tom"), user_of("maya"), 14)
    with pytest.raises(Refusal) as caught:
        await propose_pair(world.services, world.who(name), values, profile("tom"), profile("maya"), world.form())
    assert caught.value.reason is Reason.NOT_ORGANISER
    assert caught.value.facts == {"names": "Amara Obi"}


async def test_the_form_sets_the_channel_only_while_there_is_none(world: World) -> None:
    await world.proposed("tom", "maya", channel=WINS)
    await world.proposed("tom", "zoe", channel="C0OTHER")
    [board] = (await world.home("amara")).boards
    assert board.channel == WINS


@pytest.mark.parametrize("dialect", ["postgresql"])
async def test_the_channel_that_somebody_else_sets_meanwhile_stays(world: World) -> None:
    async def choose(tx: Transaction) -> None:
        programme = await first_programme(tx, WORKSPACE)
        await tx.refresh(programme, with_for_update={"key_share": True})
        programme.channel = WINS

    async with under_way(world, choose):
        proposing = asyncio.create_task(world.proposed("tom", "maya", channel="C0OTHER"))
        while not await world.all(WAITING):
            pass
    await proposing
    [board] = (await world.home("amara")).boards
    assert board.channel == WINS


async def test_what_slack_says_of_people_is_kept(world: World) -> None:
    await world.proposed("tom", "maya")
    people = await world.people()
    assert people["U0MAYA"].name == "Maya Iyer"
    assert people["U0MAYA"].time_zone == "Asia/Kolkata"
