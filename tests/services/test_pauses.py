"""A pair rests, is resumed, meets less often."""

from datetime import date, timedelta

from sqlalchemy import select

from mentoring.home import PairCard
from mentoring.pairs import PairState
from mentoring.pausing import PairPaused, PairResumed, PauseValues
from mentoring.refusals import Reason
from mentoring.rhythms import RhythmChanged, RhythmValues
from mentoring.sessions import SessionState
from services.change_rhythm import change_rhythm, prepare_rhythm
from services.look_at_pairs import look_at_pairs
from services.pause_pair import pause_pair, prepare_pause
from services.resume_pair import resume_pair
from storage.models import Pair, Pause, Session
from tests.services.world import MONDAY, World, refusals_of

NEXT = MONDAY + timedelta(days=9)
UNTIL = date(2026, 3, 23)


async def pauses(
    world: World, name: str, pair: str, until: date = UNTIL, *, cancels: bool = False, form: str | None = None
) -> None:
    seen = (await prepare_pause(world.services, world.who(name), pair)).rests_until
    values = PauseValues(pair, until, cancels, seen)
    await pause_pair(world.services, world.who(name), values, form or world.form())


async def card_of(world: World, name: str) -> PairCard:
    [card] = (await world.home(name)).pairs
    return card


async def test_the_partner_is_told_until_when_in_their_hours(world: World) -> None:
    pair = await world.paired("tom", "priya")
    await world.checks_in("priya", pair, next_at=NEXT)
    draft = await prepare_pause(world.services, world.who("tom"), pair)
    assert (draft.until, draft.rests_until, draft.planned) == (date(2026, 3, 16), None, (NEXT,))
    await pauses(world, "tom", pair)
    [mine] = await world.told("tom", PairPaused)
    assert (mine.partner.name, mine.until, mine.is_mine, mine.kept) == ("Priya Shah", UNTIL, True, (NEXT,))
    [theirs] = await world.told("priya", PairPaused)
    assert (theirs.partner.name, theirs.until, theirs.is_mine, theirs.is_over) == ("Tom Reed", UNTIL, False, False)
    assert (await world.post_with("priya", PairPaused)).at == MONDAY + timedelta(hours=12)
    # A day is the writer's: midnight in London is morning in Sydney.
    for name in ("tom", "priya"):
        card = await card_of(world, name)
        assert (card.state, card.paused_until) == (PairState.PAUSED, UNTIL)
    assert (await world.home("amara")).boards[0].pairs[0].state is PairState.PAUSED


async def test_what_is_planned_before_the_day_is_cancelled_only_if_they_say_so(world: World, pair: str) -> None:
    await world.checks_in("tom", pair, next_at=NEXT)
    await pauses(world, "tom", pair, NEXT.date(), cancels=True)
    # It is on that day: they are back.
    assert (await world.newest("maya", PairPaused)).cancelled == ()
    await pauses(world, "maya", pair, cancels=True)
    [told] = [each for each in await world.told("tom", PairPaused) if not each.is_mine]
    assert (told.until, told.cancelled, told.kept) == (UNTIL, (NEXT,), ())
    assert await world.all(select(Session.state).where(Session.planned_at.is_not(None))) == [SessionState.CANCELLED]


async def test_a_day_that_is_left_alone_stays_the_one_that_the_partner_meant(world: World, pair: str) -> None:
    await pauses(world, "maya", pair)
    await world.checks_in("tom", pair, next_at=NEXT)
    draft = await prepare_pause(world.services, world.who("tom"), pair)
    # Her midnight is still the day before where he is.
    assert draft.until == UNTIL - timedelta(days=1)
    before = await world.all(select(Pause.until))
    await pauses(world, "tom", pair, draft.until, cancels=True)
    assert await world.all(select(Pause.until)) == before
    [told] = [each for each in await world.told("maya", PairPaused) if not each.is_mine]
    assert (told.until, told.cancelled) == (UNTIL, (NEXT,))


async def test_a_day_that_the_partner_chose_meanwhile_is_seen_before_it_is_overwritten(world: World, pair: str) -> None:
    await pauses(world, "tom", pair)
    early = date(2026, 3, 9)
    # Maya's form was opened before.
    refused = await refusals_of(pause_pair(world.services, world.who("maya"), PauseValues(pair, early), world.form()))
    assert refused == [(Reason.CHANGED_MEANWHILE, "until")]
    assert (await card_of(world, "maya")).paused_until == UNTIL
    # What she leaves as it was, and what both chose, is no clash.
    await pause_pair(world.services, world.who("maya"), PauseValues(pair, UNTIL), world.form())
    await pause_pair(world.services, world.who("maya"), PauseValues(pair, early, seen=UNTIL), world.form())
    assert (await card_of(world, "tom")).paused_until == early
    # Nor does what she had seen, and left alone, come back in the place of what he has chosen since.
    await pauses(world, "tom", pair)
    stale = PauseValues(pair, early, cancels=True, seen=early)
    refused = await refusals_of(pause_pair(world.services, world.who("maya"), stale, world.form()))
    assert refused == [(Reason.CHANGED_MEANWHILE, "until")]
    await pauses(world, "tom", pair, early)
    # He goes on while she is about to have them rest for longer.
    await resume_pair(world.services, world.who("tom"), pair)
    late = PauseValues(pair, UNTIL, seen=early)
    refused = await refusals_of(pause_pair(world.services, world.who("maya"), late, world.form()))
    assert refused == [(Reason.CHANGED_MEANWHILE, "until")]
    assert (await card_of(world, "maya")).paused_until is None


async def test_a_pair_has_one_pause_and_a_second_changes_its_end(world: World, pair: str) -> None:
    await pauses(world, "tom", pair, form="V-same")
    await pauses(world, "tom", pair, date(2026, 4, 1), form="V-same")
    assert (await prepare_pause(world.services, world.who("maya"), pair)).until == UNTIL
    await pauses(world, "maya", pair, date(2026, 4, 6))
    [pause] = await world.all(select(Pause))
    assert pause.by_id == await world.id_of("maya")
    assert {told.until for told in await world.told("tom", PairPaused)} == {date(2026, 4, 6)}


async def test_either_resumes_and_who_never_heard_of_the_pause_hears_of_neither(world: World) -> None:
    pair = await world.paired("tom", "priya")
    await pauses(world, "tom", pair)
    world.later(hours=1)
    await resume_pair(world.services, world.who("tom"), pair)
    assert [(told.is_mine, told.next_at) for told in await world.told("tom", PairResumed)] == [(True, None)]
    world.later(hours=12)
    assert await world.told("priya", PairPaused) == []
    assert await world.told("priya", PairResumed) == []
    await pauses(world, "tom", pair, UNTIL)
    world.later(days=1)
    await world.send_all()
    await world.checks_in("tom", pair, next_at=NEXT)
    await resume_pair(world.services, world.who("priya"), pair)
    [told] = [told for told in await world.told("tom", PairResumed) if not told.is_mine]
    assert (told.partner.name, told.next_at) == ("Priya Shah", NEXT)
    assert all(told.is_over for told in await world.told("tom", PairPaused))
    assert (await card_of(world, "tom")).paused_until is None
    late = resume_pair(world.services, world.who("tom"), pair)
    assert await refusals_of(late) == [(Reason.NOT_PAUSED, None)]


async def test_who_never_heard_of_the_pause_hears_of_the_session_that_it_took(world: World) -> None:
    pair = await world.paired("tom", "priya")
    await world.checks_in("priya", pair, next_at=NEXT)
    await world.send_all()
    await pauses(world, "tom", pair, cancels=True)
    world.later(hours=1)
    await resume_pair(world.services, world.who("tom"), pair)
    for _ in range(2):
        [told] = await world.told("priya", PairPaused)
        assert (told.is_over, told.is_mine, told.cancelled) == (True, False, (NEXT,))
        world.later(hours=12)
        await world.send_all()
    # That the pause is over stands there already.
    assert await world.told("priya", PairResumed) == []


async def test_a_pause_that_has_ended_by_itself(world: World, pair: str) -> None:
    await pauses(world, "tom", pair, date(2026, 3, 4))
    world.later(days=2)
    # Before anything has looked at it: nothing shows a pause that is over.
    assert (await card_of(world, "maya")).paused_until is None
    await look_at_pairs(world.services)
    assert (await card_of(world, "maya")).state is PairState.ACTIVE
    await pauses(world, "maya", pair)
    assert await world.rows(Pause) == 2


async def test_when_they_meet_next_is_after_the_reader_hears_of_it(world: World, pair: str) -> None:
    saturday = MONDAY + timedelta(days=5)
    await world.checks_in("tom", pair, next_at=saturday)
    await pauses(world, "tom", pair)
    world.later(days=1)
    await world.send_all()
    # On Friday evening: Maya hears of it on Monday.
    world.now = saturday - timedelta(hours=14)
    await resume_pair(world.services, world.who("tom"), pair)
    [mine], [theirs] = await world.told("tom", PairResumed), await world.told("maya", PairResumed)
    assert (mine.next_at, theirs.next_at) == (saturday, None)


async def test_days_that_cannot_be_and_pairs_that_are_not_theirs(world: World, pair: str) -> None:
    for until in (date(2026, 3, 2), date(2026, 9, 3)):
        assert await refusals_of(pauses(world, "tom", pair, until)) == [(Reason.BAD_PAUSE, "until")]
    await world.known("zoe")
    assert await refusals_of(pauses(world, "zoe", pair)) == [(Reason.NOT_PARTNER, None)]
    assert await refusals_of(resume_pair(world.services, world.who("zoe"), pair)) == [(Reason.NOT_PARTNER, None)]


async def test_how_often_they_meet_is_changed_by_either_and_back(world: World, pair: str) -> None:
    draft = await prepare_rhythm(world.services, world.who("tom"), pair)
    assert (draft.pair.rhythm_days, draft.suggested) == (14, 30)
    await change_rhythm(world.services, world.who("tom"), RhythmValues(pair, 30), "V-same")
    await change_rhythm(world.services, world.who("tom"), RhythmValues(pair, 60), "V-same")
    [told] = await world.told("maya", RhythmChanged)
    assert (told.rhythm_days, told.is_mine, told.holds) == (30, False, True)
    await world.send_all()
    await change_rhythm(world.services, world.who("maya"), RhythmValues(pair, 14), world.form())
    assert [told.holds for told in await world.told("maya", RhythmChanged)] == [False, True]
    assert [(told.rhythm_days, told.is_mine) for told in await world.told("tom", RhythmChanged)][-1] == (14, False)
    # Somebody whose form showed another rhythm sees what it is now first.
    late = change_rhythm(world.services, world.who("tom"), RhythmValues(pair, 60, seen=30), world.form())
    assert await refusals_of(late) == [(Reason.CHANGED_MEANWHILE, "rhythm")]
    # So does who chooses the one that it showed.
    late = change_rhythm(world.services, world.who("tom"), RhythmValues(pair, 30, seen=30), world.form())
    assert await refusals_of(late) == [(Reason.CHANGED_MEANWHILE, "rhythm")]
    # What holds anyhow is nothing to tell.
    await change_rhythm(world.services, world.who("maya"), RhythmValues(pair, 14), world.form())
    assert len(await world.told("tom", RhythmChanged)) == 2
    bad = change_rhythm(world.services, world.who("maya"), RhythmValues(pair, 181), world.form())
    assert await refusals_of(bad) == [(Reason.BAD_RHYTHM, "rhythm_days")]
    assert await world.all(select(Pair.look_at)) == [world.now]
