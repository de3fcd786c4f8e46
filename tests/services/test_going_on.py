"""A pair comes to its end: it goes on, goes on less often, or is finished."""

from datetime import UTC, date, datetime, timedelta

from sqlalchemy import select

from mentoring.going_on import GoOnValues, PairCompleted, PairGoesOn
from mentoring.home import PairCard
from mentoring.pairs import PairState, Role
from mentoring.pausing import PauseValues
from mentoring.refusals import Reason
from mentoring.sessions import SessionState
from services.finish_pair import finish_pair
from services.go_on import go_on, prepare_go_on
from services.look_at_pairs import look_at_pairs
from services.pause_pair import pause_pair
from storage.models import Pair, Session
from tests.services.world import World, refusals_of

# Six months after both accepted, and ten days before.
END, NEAR_ITS_END = date(2026, 7, 31), datetime(2026, 7, 21, 10, tzinfo=UTC)


async def near_its_end(world: World, mentor: str = "tom", mentee: str = "maya") -> str:
    pair = await world.paired(mentor, mentee)
    world.now = NEAR_ITS_END
    while await look_at_pairs(world.services):
        pass
    return pair


async def card_of(world: World, name: str) -> PairCard:
    [card] = (await world.home(name)).pairs
    return card


async def completed_with(world: World, name: str) -> str | None:
    """The partner whom somebody's Home thanks them for."""
    completed = (await world.home(name)).completed
    return completed.partner.name if completed else None


async def test_its_end_is_seen_and_there_is_a_choice(world: World) -> None:
    pair = await near_its_end(world)
    card = await card_of(world, "tom")
    assert (card.state, card.ends_on) == (PairState.WRAPPING_UP, END)
    draft = await prepare_go_on(world.services, world.who("tom"), pair)
    assert [(end.length_months, end.on) for end in draft.ends] == [(9, date(2026, 10, 31)), (12, date(2027, 1, 31))]
    assert (draft.chosen, draft.suggested, draft.goes_on_until) == (9, None, None)
    assert (await prepare_go_on(world.services, world.who("tom"), pair, less=True)).suggested == 30


async def test_who_speaks_last_decides_and_two_who_say_the_same_say_it_once(world: World) -> None:
    pair = await near_its_end(world)
    await go_on(world.services, world.who("tom"), GoOnValues(pair, 9), "V-same")
    await go_on(world.services, world.who("tom"), GoOnValues(pair, 12), "V-same")
    await go_on(world.services, world.who("maya"), GoOnValues(pair, 9), world.form())
    [told] = [told for told in await world.told("maya", PairGoesOn) if not told.is_mine]
    assert (told.partner.name, told.ends_on, told.rhythm_days, told.holds) == ("Tom Reed", date(2026, 10, 31), 14, True)
    await look_at_pairs(world.services)
    card = await card_of(world, "maya")
    assert (card.state, card.ends_on) == (PairState.ACTIVE, None)
    await world.send_all()
    draft = await prepare_go_on(world.services, world.who("maya"), pair)
    assert (draft.chosen, draft.goes_on_until) == (9, date(2026, 10, 31))
    await go_on(world.services, world.who("maya"), GoOnValues(pair, 12, 30), world.form())
    assert [told.holds for told in await world.told("tom", PairGoesOn)] == [False, False, True]
    [row] = await world.all(select(Pair))
    assert (row.length_months, row.rhythm_days, row.look_at) == (12, 30, world.now)


async def test_a_pause_moves_the_end(world: World, pair: str) -> None:
    await pause_pair(world.services, world.who("tom"), PauseValues(pair, date(2026, 3, 23)), world.form())
    world.now = NEAR_ITS_END + timedelta(days=20)
    await look_at_pairs(world.services)
    assert (await card_of(world, "tom")).ends_on == END + timedelta(days=20)


async def test_what_cannot_be_chosen_any_more(world: World) -> None:
    pair = await near_its_end(world)
    for months in (0, 5, 121):
        late = go_on(world.services, world.who("tom"), GoOnValues(pair, months), world.form())
        assert await refusals_of(late) == [(Reason.OUT_OF_DATE, None)]
    bad = go_on(world.services, world.who("tom"), GoOnValues(pair, 9, 0), world.form())
    assert await refusals_of(bad) == [(Reason.BAD_RHYTHM, "rhythm_days")]


async def test_one_finishes_it_and_all_who_should_hear_it_kindly(world: World) -> None:
    pair = await near_its_end(world, "tom", "priya")
    planned = world.now + timedelta(days=5)
    await world.checks_in("tom", pair, next_at=planned)
    await finish_pair(world.services, world.who("tom"), pair, world.form())
    await finish_pair(world.services, world.who("priya"), pair, world.form())
    [mine] = await world.told("tom", PairCompleted)
    assert (mine.role, mine.is_mine, mine.cancelled) == (Role.MENTOR, True, planned)
    [theirs] = await world.told("priya", PairCompleted)
    assert (theirs.role, theirs.is_mine, theirs.cancelled) == (Role.MENTEE, False, planned)
    [organiser] = await world.told("amara", PairCompleted)
    assert (organiser.role, organiser.is_mine, organiser.cancelled) == (None, False, None)
    [line] = (await world.home("amara")).boards[0].pairs
    assert (line.state, line.ended_at) == (PairState.COMPLETED, world.now)
    # To whoever was in it, Rapport is no stranger; the last pair is the one that counts, until they are in one again.
    assert await completed_with(world, "priya") == "Tom Reed"
    other = await world.paired("leo", "priya")
    assert await completed_with(world, "priya") is None
    await finish_pair(world.services, world.who("priya"), other, world.form())
    assert await completed_with(world, "tom") == "Priya Shah"
    assert await completed_with(world, "amara") is None
    assert await world.all(select(Session.state).where(Session.planned_at.is_not(None))) == [SessionState.CANCELLED]
    await look_at_pairs(world.services)
    [row] = await world.all(select(Pair).where(Pair.id == pair))
    # Its echo is asked for months later.
    assert row.state == PairState.COMPLETED
    assert row.look_at is not None
    late = go_on(world.services, world.who("priya"), GoOnValues(pair, 12), world.form())
    assert await refusals_of(late) == [(Reason.ALREADY_ENDED, None)]
