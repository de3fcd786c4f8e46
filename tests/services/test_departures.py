"""Somebody leaves the workspace: their pairs end, and nobody waits for them."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from mentoring.beginnings import Introduction
from mentoring.celebrations import ConsentAsked
from mentoring.consent import Answer, ShoutOutState
from mentoring.pairs import PairState, Role
from mentoring.partings import PersonLeft, ProposalWithdrawn
from mentoring.wins import Audience
from services.look_at_pairs import look_at_pairs
from services.note_departure import note_departure
from services.note_profile import note_profile
from services.settle_shout_outs import settle_shout_outs
from storage.join_wishes import keep_wish
from storage.models import Consent, Delivery, JoinWish, Pair, Person
from storage.transaction import Transaction
from tests.services.world import MONDAY, WORKSPACE, World, profile

NEXT = MONDAY + timedelta(days=9)


async def leaves(world: World, name: str) -> None:
    await note_profile(world.services, WORKSPACE, replace(profile(name), is_deactivated=True))


async def test_partners_are_told_kindly_and_the_organiser_too(world: World) -> None:
    pair, with_zoe = await world.paired("tom", "maya"), await world.paired("zoe", "tom")
    await world.celebrates("tom", "We did it", Audience.PARTNER, pair)
    await world.checks_in("maya", pair, next_at=NEXT)
    for _ in range(2):
        await leaves(world, "tom")
    for name in ("maya", "zoe"):
        [told] = await world.told(name, PersonLeft)
        assert (told.left.name, told.is_partner, told.had_begun) == ("Tom Reed", True, True)
        assert told.cancelled == (NEXT if name == "maya" else None)
        assert (await world.home(name)).pairs == ()
    assert sorted((told.partner.name, told.is_partner) for told in await world.told("amara", PersonLeft)) == [
        ("Maya Iyer", False),
        ("Zoë Brandt", False),
    ]
    ended = await world.all(select(Pair.state).where(Pair.id.in_((pair, with_zoe))))
    assert ended == [PairState.ENDED_EARLY, PairState.ENDED_EARLY]
    # Their name stays with what they shared.
    assert [win.author.name for win in (await world.home("maya")).wins] == ["Tom Reed"]
    world.later(days=3)
    assert [post for post in await world.send_all() if post.address.users == ("U0TOM",)] == []


async def test_who_was_asked_with_them_hears_of_it_and_who_was_not_does_not(world: World) -> None:
    await world.proposed("tom", "maya")
    await world.proposed("tom", "priya")
    await world.send_all()
    await leaves(world, "tom")
    [told] = await world.told("maya", PersonLeft)
    assert (told.is_partner, told.had_begun) == (True, False)
    assert [each.had_begun for each in await world.told("amara", PersonLeft)] == [False, False]
    [introduction] = await world.told("maya", Introduction)
    assert introduction.state is PairState.ENDED_EARLY
    assert await world.told("maya", ProposalWithdrawn) == []
    world.later(days=10)
    await look_at_pairs(world.services)
    await world.send_all()
    assert await world.posts_to("priya") == []


async def test_what_waited_for_their_consent_is_not_posted_and_nobody_sees_why(world: World) -> None:
    await world.has_channel()
    pair = await world.paired("zoe", "maya")
    await world.celebrates("zoe", "Thanks", Audience.CHANNEL, pair, thanks=("tom", "amara"))
    await world.send_all()
    await world.says("amara", Answer.YES)
    before = await world.told("amara", ConsentAsked)
    await leaves(world, "tom")
    assert await world.told("amara", ConsentAsked) == before
    answers = dict(await world.store.read(lambda tx: _answers(tx)))
    assert (answers["U0TOM"], answers["U0AMARA"]) == (Answer.NO, Answer.YES)
    world.later(days=5)
    await settle_shout_outs(world.services)
    assert [asked.state for asked in await world.told("amara", ConsentAsked)] == [ShoutOutState.NOT_POSTED]
    assert await world.posts_to_channel() == []


async def _answers(tx: Transaction) -> list[tuple[str, str | None]]:
    query = select(Person.slack_id, Consent.answer).join(Consent, Consent.person_id == Person.id)
    return [(user, answer) for user, answer in await tx.execute(query)]


@pytest.mark.usefixtures("pair")
async def test_whoever_comes_back_begins_nothing_and_can_be_paired_again(world: World) -> None:
    await leaves(world, "tom")
    await note_profile(world.services, WORKSPACE, profile("tom"))
    assert (await world.home("tom")).pairs == ()
    pair = await world.proposed("tom", "maya")
    assert [each.pair_id for each in (await world.home("maya")).invitations] == [pair]


async def test_a_guest_of_one_channel_is_left_alone(world: World, pair: str) -> None:
    await note_profile(world.services, WORKSPACE, replace(profile("tom"), is_single_channel_guest=True))
    assert [card.pair_id for card in (await world.home("maya")).pairs] == [pair]


async def test_slacks_refusal_of_a_post_says_it_as_well(world: World, pair: str) -> None:
    await world.checks_in("maya", pair)

    async def wishes(tx: Transaction) -> None:
        await keep_wish(tx, await tx.get_one(Person, await _id(tx, "U0TOM")), Role.MENTOR, world.now)

    await world.store.write(wishes)
    tom = await world.id_of("tom")
    post = (await world.all(select(Delivery.id).where(Delivery.person_id == tom)))[0]
    for _ in range(2):
        await note_departure(world.services, post)
    assert len(await world.told("maya", PersonLeft)) == 1
    assert await world.rows(JoinWish) == 0


async def _id(tx: Transaction, user: str) -> str:
    return (await tx.scalars(select(Person.id).where(Person.slack_id == user))).one()
