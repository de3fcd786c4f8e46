"""Something is not working: who hears of what, and who never does."""

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import select

from mentoring.notices import NoticeKind
from mentoring.refusals import Reason
from mentoring.troubles import TalkAsked, TalkSaved, TalkValues, TroubleKind
from services.ask_to_talk import ask_to_talk, prepare_trouble
from services.read_report import read_report
from services.say_no_reply import say_no_reply
from storage.models import Notice, Silence, Trouble
from tests.services.nudged import passes
from tests.services.world import MONDAY, World, refusals_of

WORDS = "We talk past each other"


async def test_who_does_not_reply_is_asked_as_everybody_is(world: World) -> None:
    """Zoe, whom time alone asks, and Maya, of whom Tom has said something, read the same but for the names."""
    silent = await world.paired("tom", "maya")
    await world.checks_in("tom", silent)
    world.later(days=1)
    noted = await say_no_reply(world.services, world.who("tom"), silent)
    assert (noted.partner.name, noted.planned_at) == ("Maya Iyer", None)
    await say_no_reply(world.services, world.who("tom"), silent)
    assert (await world.rows(Silence), await world.rows(Trouble)) == (1, 1)
    assert await world.all(select(Notice.kind).where(Notice.kind == NoticeKind.HAVE_NOT_MET)) == []
    await passes(world, world.now + timedelta(days=3))
    asked = await world.all(select(Notice).where(Notice.kind == NoticeKind.HAVE_NOT_MET))
    assert [notice.receiver for notice in asked] == [await world.id_of("maya")]
    await world.send_all()
    [line] = (await world.home("amara")).boards[0].pairs
    report = await read_report(world.services, world.who("amara"))
    # Nor does the organiser learn it from a day or a number.
    assert (line.asked_on, report.nudges.of) == ((), 0)
    ordinary = await world.paired("tom", "zoe")
    await world.checks_in("zoe", ordinary)
    await passes(world, world.now + timedelta(days=20))
    both = await world.all(
        select(Notice).where(
            Notice.kind == NoticeKind.HAVE_NOT_MET,
            Notice.receiver.in_([await world.id_of("maya"), await world.id_of("zoe")]),
        )
    )
    assert {notice.facts["step"] for notice in both if notice.pair_id == silent} == {1}
    assert next(notice.facts for notice in both if notice.pair_id == ordinary) == asked[0].facts


async def test_nobody_is_asked_while_they_are_to_meet(world: World, pair: str) -> None:
    planned = MONDAY + timedelta(days=9)
    await world.checks_in("tom", pair, next_at=planned)
    assert (await say_no_reply(world.services, world.who("tom"), pair)).planned_at == planned
    assert (await world.rows(Silence), await world.rows(Trouble)) == (0, 0)


async def test_the_organiser_learns_of_it_only_now_and_the_partner_never(world: World, pair: str) -> None:
    draft = await prepare_trouble(world.services, world.who("maya"), pair)
    assert [organiser.name for organiser in draft.organisers] == ["Amara Obi"]
    await ask_to_talk(world.services, world.who("maya"), TalkValues(pair, WORDS), "V-same")
    await ask_to_talk(world.services, world.who("maya"), TalkValues(pair, "again"), "V-same")
    [told] = await world.told("amara", TalkAsked)
    assert (told.author.name, told.partner.name, told.words) == ("Maya Iyer", "Tom Reed", WORDS)
    [saved] = await world.told("maya", TalkSaved)
    assert [organiser.name for organiser in saved.organisers] == ["Amara Obi"]
    [line] = (await world.home("amara")).boards[0].talks
    assert (line.author.name, line.words, line.since) == ("Maya Iyer", WORDS, MONDAY)
    assert await world.posts_to("tom") == []
    [trouble] = await world.all(select(Trouble))
    assert TroubleKind.TALK.value.encode() not in trouble.kind
    assert trouble.words
    assert WORDS.encode() not in trouble.words
    world.later(days=15)
    assert (await world.home("amara")).boards[0].talks == ()


async def test_a_partner_who_organises_hears_nothing(world: World) -> None:
    pair = await world.paired("amara", "maya")
    assert (await prepare_trouble(world.services, world.who("maya"), pair)).organisers == ()
    alone = ask_to_talk(world.services, world.who("maya"), TalkValues(pair, WORDS), world.form())
    assert await refusals_of(alone) == [(Reason.NO_ORGANISER_TO_ASK, None)]
    await world.known("zoe")
    await world.names("amara", "zoe")
    await ask_to_talk(world.services, world.who("maya"), TalkValues(pair, None), world.form())
    assert await world.told("amara", TalkAsked) == []
    assert (await world.home("amara")).boards[0].talks == ()
    [told] = await world.told("zoe", TalkAsked)
    assert told.words is None
    # Nor does whoever organises later.
    await world.known("leo")
    await world.names("amara", "zoe", "leo", by="zoe")
    assert (await world.home("leo")).boards[0].talks == ()
    [line] = (await world.home("zoe")).boards[0].talks
    assert replace(line, since=MONDAY).partner.name == "Amara Obi"


async def test_of_somebody_elses_pair_nobody_says_anything(world: World, pair: str) -> None:
    await world.known("zoe")
    assert await refusals_of(say_no_reply(world.services, world.who("zoe"), pair)) == [(Reason.NOT_PARTNER, None)]
