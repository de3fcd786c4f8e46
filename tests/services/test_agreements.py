"""What a pair agrees on: one proposes, the other changes it or agrees, and either says later that it is still right."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from mentoring.agreements import (
    AgreementConfirmed,
    AgreementMade,
    AgreementPage,
    AgreementProposed,
    AgreementState,
    AgreementValues,
    Confirmed,
    Terms,
)
from mentoring.partings import EndValues
from mentoring.pausing import PauseValues
from mentoring.refusals import Reason
from mentoring.rhythms import RhythmChanged, RhythmValues
from services.answer_agreement import agree, say_still_right, withdraw_agreement
from services.change_rhythm import change_rhythm
from services.end_pair import end_pair
from services.pause_pair import pause_pair
from services.propose_agreement import prepare_agreement, propose_agreement
from services.read_agreement import pairs_to_agree, read_agreement, read_agreement_history
from storage.models import Agreement, Pair
from tests.services.world import World, refusals_of

TERMS = Terms(14, channel="By message", focus="Talks", confidentiality="It stays between us")
OTHER = replace(TERMS, focus="Talks, and saying no", busy="We say so")


@pytest.fixture
async def pair(world: World, pair: str) -> str:
    await world.send_all()
    return pair


async def seen(world: World, name: str, pair: str) -> str:
    return (await prepare_agreement(world.services, world.who(name), pair)).seen


async def proposes(world: World, name: str, pair: str, terms: Terms, form: str | None = None) -> bool:
    values = AgreementValues(pair, terms, await seen(world, name, pair))
    return await propose_agreement(world.services, world.who(name), values, form or world.form())


async def page(world: World, name: str, pair: str) -> AgreementPage:
    return await read_agreement(world.services, world.who(name), pair)


async def waiting(world: World, pair: str) -> str:
    [id_] = await world.all(select(Agreement.id).where(Agreement.pair_id == pair, Agreement.state == "waiting"))
    return id_


async def agrees(world: World, name: str, pair: str) -> None:
    await agree(world.services, world.who(name), await waiting(world, pair))


async def rhythm(world: World, pair: str) -> int:
    [days] = await world.all(select(Pair.rhythm_days).where(Pair.id == pair))
    return days


async def test_one_proposes_the_other_changes_it_and_both_agree(world: World, pair: str) -> None:
    form = world.form()
    for _ in range(2):
        values = AgreementValues(pair, TERMS, f"nothing {TERMS.rhythm_days}")
        assert await propose_agreement(world.services, world.who("tom"), values, form)
    first = (await page(world, "maya", pair)).waiting
    assert first
    assert (first.by_me, first.terms, first.before, first.on) == (False, TERMS, None, date(2026, 3, 2))
    [told] = await world.told("maya", AgreementProposed)
    assert (told.version, told.partner.name) == (first, "Tom Reed")
    [mine] = await world.told("tom", AgreementProposed)
    assert mine.version.by_me

    assert await proposes(world, "maya", pair, OTHER)
    changed = (await page(world, "tom", pair)).waiting
    assert changed
    assert (changed.by_me, changed.terms, changed.before, changed.answers) == (False, OTHER, TERMS, True)
    await agrees(world, "tom", pair)
    for name, by_me in (("tom", True), ("maya", False)):
        made = await world.told(name, AgreementMade)
        assert [(each.by_me, each.rhythm_days) for each in made] == [(by_me, None)]
        holds = await page(world, name, pair)
        assert holds.waiting is None
        assert holds.agreed
        assert holds.agreed.terms == OTHER
    history = await read_agreement_history(world.services, world.who("maya"), pair)
    assert [(each.by_me, each.state) for each in history.versions] == [
        (True, AgreementState.AGREED), (False, AgreementState.CHANGED),
    ]  # fmt: skip
    sealed = await world.all(select(Agreement.focus))
    assert all(words and b"Talks" not in words for words in sealed)


async def test_what_was_agreed_holds_until_both_agree_on_something_else(world: World, pair: str) -> None:
    await proposes(world, "tom", pair, TERMS)
    await agrees(world, "maya", pair)
    await proposes(world, "maya", pair, OTHER)
    for name in ("tom", "maya"):
        now = await page(world, name, pair)
        assert now.agreed
        assert now.agreed.terms == TERMS
    await agrees(world, "tom", pair)
    states = await world.all(select(Agreement.state).order_by(Agreement.number))
    assert states == [AgreementState.REPLACED, AgreementState.AGREED]


async def test_whoever_proposed_may_change_it_while_it_waits_and_the_other_reads_all_that_is_new(
    world: World, pair: str
) -> None:
    await proposes(world, "tom", pair, TERMS)
    await agrees(world, "maya", pair)
    await proposes(world, "tom", pair, replace(TERMS, focus="Talks, and saying no"))
    await proposes(world, "tom", pair, OTHER)
    version = (await page(world, "maya", pair)).waiting
    assert version
    # She has agreed to the first alone, so both steps are new to her.
    assert (version.terms, version.before, version.answers) == (OTHER, TERMS, False)
    # The one between waited for her morning, and has nothing left to say then.
    assert [told.version.terms for told in await world.told("maya", AgreementProposed)] == [OTHER]


async def test_a_proposal_is_withdrawn_and_what_it_changed_waits_again(world: World, pair: str) -> None:
    await proposes(world, "tom", pair, TERMS)
    await world.send_all()
    first = await waiting(world, pair)
    await proposes(world, "maya", pair, OTHER)
    await world.send_all()
    second = await waiting(world, pair)
    assert await refusals_of(withdraw_agreement(world.services, world.who("tom"), second)) == [(Reason.NOT_YOURS, None)]
    for _ in range(2):
        await withdraw_agreement(world.services, world.who("maya"), second)
    assert await waiting(world, pair) == first
    told = {told.version.id: told.version.state for told in await world.told("tom", AgreementProposed)}
    assert told == {first: AgreementState.WAITING, second: AgreementState.WITHDRAWN}
    assert await refusals_of(agree(world.services, world.who("tom"), second)) == [(Reason.TOO_LATE, None)]
    await withdraw_agreement(world.services, world.who("tom"), first)
    assert (await page(world, "maya", pair)).waiting is None
    assert (await page(world, "maya", pair)).has_history


async def test_nothing_is_overwritten_by_a_form_that_was_left_open(world: World, pair: str) -> None:
    clash = [(Reason.CHANGED_MEANWHILE, "rhythm")]
    left_open = AgreementValues(pair, OTHER, await seen(world, "maya", pair))
    await proposes(world, "tom", pair, TERMS)
    form = world.form()
    assert await refusals_of(propose_agreement(world.services, world.who("maya"), left_open, form)) == clash
    assert await world.rows(Agreement) == 1
    # The same form, saved again once both were seen, puts hers in the place of his.
    again = replace(left_open, seen=await seen(world, "maya", pair))
    await propose_agreement(world.services, world.who("maya"), again, form)
    assert (await page(world, "tom", pair)).waiting is not None

    # Neither that it was agreed to meanwhile, nor that the rhythm was changed elsewhere, goes unseen.
    for deed in (
        agrees(world, "tom", pair),
        change_rhythm(world.services, world.who("tom"), RhythmValues(pair, 30), world.form()),
    ):
        left_open = AgreementValues(pair, TERMS, await seen(world, "maya", pair))
        await deed
        stale = propose_agreement(world.services, world.who("maya"), left_open, world.form())
        assert await refusals_of(stale) == clash


async def test_what_changes_nothing_is_no_proposal(world: World, pair: str) -> None:
    await proposes(world, "tom", pair, TERMS)
    for name in ("tom", "maya"):
        assert not await proposes(world, name, pair, TERMS)
    await agrees(world, "maya", pair)
    assert not await proposes(world, "maya", pair, TERMS)
    assert await world.rows(Agreement) == 1


async def test_a_rhythm_that_is_agreed_on_is_the_pairs_and_nudges_go_by_it(world: World, pair: str) -> None:
    await proposes(world, "tom", pair, replace(TERMS, rhythm_days=7))
    assert await rhythm(world, pair) == 14
    await agrees(world, "maya", pair)
    assert await rhythm(world, pair) == 7
    [look_at] = await world.all(select(Pair.look_at))
    assert look_at == world.now
    for name in ("tom", "maya"):
        assert [told.rhythm_days for told in await world.told(name, AgreementMade)] == [7]
    assert await world.told("tom", RhythmChanged) == []


async def test_a_proposal_that_leaves_the_rhythm_alone_does_not_bring_an_old_one_back(world: World, pair: str) -> None:
    await proposes(world, "tom", pair, TERMS)
    await world.send_all()
    await change_rhythm(world.services, world.who("tom"), RhythmValues(pair, 30), world.form())
    assert [told.version.terms.rhythm_days for told in await world.told("maya", AgreementProposed)] == [30]
    await agrees(world, "maya", pair)
    assert await rhythm(world, pair) == 30
    agreed = (await page(world, "tom", pair)).agreed
    assert agreed
    assert agreed.terms.rhythm_days == 30
    # What is changed afterwards is said beside it; a change of the words begins with the rhythm as it is.
    await change_rhythm(world.services, world.who("maya"), RhythmValues(pair, 7), world.form())
    now = await page(world, "tom", pair)
    assert now.agreed
    assert (now.agreed.terms.rhythm_days, now.rhythm_days) == (30, 7)
    await proposes(world, "tom", pair, replace(OTHER, rhythm_days=7))
    version = (await page(world, "maya", pair)).waiting
    assert version
    assert version.before
    assert version.before.rhythm_days == version.terms.rhythm_days == 7


async def test_either_says_that_it_is_still_right_once_a_day(world: World, pair: str) -> None:
    await proposes(world, "tom", pair, TERMS)
    await agrees(world, "maya", pair)
    agreed = (await page(world, "tom", pair)).agreed
    assert agreed
    await say_still_right(world.services, world.who("tom"), agreed.id)
    assert await world.told("maya", AgreementConfirmed) == []
    world.now += timedelta(days=56)
    assert (await page(world, "maya", pair)).may_confirm
    for name in ("tom", "tom", "maya"):
        await say_still_right(world.services, world.who(name), agreed.id)
    assert len(await world.told("maya", AgreementConfirmed)) == 1
    assert await world.told("tom", AgreementConfirmed) == []
    now = await page(world, "maya", pair)
    assert (now.confirmed, now.may_confirm) == (Confirmed(by_me=False, on=date(2026, 4, 27)), False)
    # What is about to be changed is not confirmed as well.
    await proposes(world, "maya", pair, OTHER)
    world.now += timedelta(days=1)
    late = say_still_right(world.services, world.who("tom"), agreed.id)
    assert await refusals_of(late) == [(Reason.TOO_LATE, None)]


async def test_what_was_agreed_can_be_read_when_all_is_over_and_changed_while_a_pair_rests(
    world: World, pair: str
) -> None:
    await pause_pair(world.services, world.who("tom"), PauseValues(pair, date(2026, 3, 20)), world.form())
    await proposes(world, "tom", pair, TERMS)
    await agrees(world, "maya", pair)
    await proposes(world, "maya", pair, OTHER)
    left = await waiting(world, pair)
    await world.send_all()
    await end_pair(world.services, world.who("maya"), EndValues(pair), world.form())
    ended = [(Reason.ALREADY_ENDED, None)]
    for name in ("tom", "maya"):
        assert (await page(world, name, pair)).is_over
        assert [choice.id for choice in await pairs_to_agree(world.services, world.who(name))] == [pair]
        assert await refusals_of(prepare_agreement(world.services, world.who(name), pair)) == ended
    assert await refusals_of(agree(world.services, world.who("tom"), left)) == ended


async def test_nobody_else_reads_or_answers_it(world: World, pair: str) -> None:
    await world.known("zoe")
    await proposes(world, "tom", pair, TERMS)
    version = await waiting(world, pair)
    nobody = [(Reason.NOT_PARTNER, None)]
    for name in ("zoe", "amara"):
        who = world.who(name)
        assert await refusals_of(read_agreement(world.services, who, pair)) == nobody
        assert await refusals_of(read_agreement_history(world.services, who, pair)) == nobody
        assert await refusals_of(prepare_agreement(world.services, who, pair)) == nobody
        assert await refusals_of(agree(world.services, who, version)) == nobody
        values = AgreementValues(pair, OTHER, await seen(world, "tom", pair))
        assert await refusals_of(propose_agreement(world.services, who, values, world.form())) == nobody
    assert await refusals_of(agree(world.services, world.who("tom"), version)) == [(Reason.NOT_YOURS, None)]
    assert await refusals_of(agree(world.services, world.who("maya"), "0" * 32)) == [(Reason.TOO_LATE, None)]


async def test_the_history_has_pages(world: World, pair: str) -> None:
    for n in range(10):
        await proposes(world, "tom" if n % 2 else "maya", pair, replace(TERMS, focus=f"Step {n}"))
    first = await read_agreement_history(world.services, world.who("tom"), pair)
    assert ([each.terms.focus for each in first.versions][:2], first.left) == (["Step 9", "Step 8"], 2)
    second = await read_agreement_history(world.services, world.who("tom"), pair, 8)
    assert ([each.terms.focus for each in second.versions], second.left) == (["Step 1", "Step 0"], 0)
    # Beyond the last page there is the last page.
    assert await read_agreement_history(world.services, world.who("tom"), pair, 80) == second
