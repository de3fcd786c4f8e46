"""Which card a session opens with, and which one somebody gets who looks for one."""

from collections import Counter
from datetime import date, datetime, timedelta
from itertools import pairwise

from sqlalchemy import select

from mentoring.notices import BroughtToSession
from mentoring.nudge_contents import BeforeSession, BetweenSessions, Outcome, Settled
from mentoring.nudges.kinds import NudgeKind
from mentoring.planning import PlanValues
from mentoring.question_bank import CARDS, Card, Stage
from mentoring.refusals import Reason
from mentoring.sessions import Seen, SessionState
from services.draw_card import bring_question, pass_card, prepare_card
from services.look_at_pairs import look_at_pairs
from services.plan_session import plan_session
from storage.models import AskedQuestion, DrawnCards, Pair, Session
from storage.transaction import Transaction
from tests.services.nudged import jumps, passes
from tests.services.world import MONDAY, World, refusals_of


async def plans(world: World, pair: str, at: datetime) -> str:
    """A session is planned; its id."""

    async def deed(tx: Transaction) -> str:
        session = Session(
            workspace_id=world.workspace, pair_id=pair, kind="session", state=SessionState.PLANNED, planned_at=at,
            planned_zone="Europe/London", minutes=60, arranged_at=world.now, created_at=world.now,
        )  # fmt: skip
        tx.add(session)
        (await tx.get_one(Pair, pair)).look_at = world.now
        return session.id

    return await world.store.write(deed)


async def looks(world: World, name: str, pair: str, stage: Stage) -> Card:
    card = (await prepare_card(world.services, world.who(name), pair, stage)).card
    assert card
    return card


async def passes_over(world: World, name: str, pair: str, card: Card) -> None:
    await pass_card(world.services, world.who(name), pair, card)


async def brings(world: World, name: str, pair: str, card: Card) -> None:
    form = world.form()
    for _ in range(2):
        await bring_question(world.services, world.who(name), pair, card, f"{card.stage} {card.number}", form)


async def test_both_open_with_the_same_and_with_another_one_next_time(world: World, pair: str) -> None:
    asked = []
    for week in range(6):
        session = await plans(world, pair, MONDAY + timedelta(days=7 * week + 3, hours=5))
        await jumps(world, MONDAY + timedelta(days=7 * week + 2))
        to_tom, to_maya = await world.newest("tom", BeforeSession), await world.newest("maya", BeforeSession)
        assert to_tom.card == to_maya.card
        assert to_tom.card is not None
        # Looked at once more, or drawn again, it is the same.
        assert await look_at_pairs(world.services) == 0
        assert (await world.newest("tom", BeforeSession)).card == to_tom.card
        asked.append(to_tom.card)
        world.now = MONDAY + timedelta(days=7 * week + 3, hours=7)
        await world.checks_in("tom", pair, session_id=session, happened_on=world.now.date())
        assert await world.rows(AskedQuestion) == week + 1
    assert len(set(asked)) == len(asked)
    assert [card.stage for card in asked] == [Stage.FIRST, *[Stage.EARLY] * 3, *[Stage.UNDER_WAY] * 2]


async def test_half_way_and_at_the_end_it_opens_with_what_fits(world: World, pair: str) -> None:
    await world.checks_in("tom", pair)
    for days, stage in ((63, Stage.HALF_WAY), (84, Stage.EARLY), (143, Stage.GOODBYE)):
        world.now = MONDAY + timedelta(days=days)
        await plans(world, pair, world.now + timedelta(days=3, hours=5))
        # Before a Sunday both are told on Friday.
        await jumps(world, world.now + timedelta(days=1), world.now + timedelta(days=2))
        to_tom, to_maya = await world.newest("tom", BeforeSession), await world.newest("maya", BeforeSession)
        assert to_tom.card == to_maya.card
        assert to_tom.card is not None
        assert to_tom.card.stage is stage


async def test_now_and_then_each_is_asked_what_they_get_and_give(world: World, pair: str) -> None:
    for day in (1, 2, 3):
        await world.checks_in("tom", pair, happened_on=date(2026, 2, day), is_new=True)
    await plans(world, pair, MONDAY + timedelta(days=3, hours=5))
    await jumps(world, MONDAY + timedelta(days=2))
    assert (await world.newest("tom", BeforeSession)).both_ways
    await world.checks_in("tom", pair, happened_on=date(2026, 2, 4), is_new=True)
    assert not (await world.newest("tom", BeforeSession)).both_ways


async def test_a_session_that_is_moved_keeps_its_question(world: World, pair: str) -> None:
    session = await plans(world, pair, MONDAY + timedelta(days=3, hours=5))
    await jumps(world, MONDAY + timedelta(days=2))
    before = (await world.newest("tom", BeforeSession)).card
    draft_at = MONDAY + timedelta(days=8, hours=5)
    seen = Seen(MONDAY + timedelta(days=3, hours=5))
    values = PlanValues(pair, draft_at, session_id=session, seen=seen)
    await plan_session(world.services, world.who("maya"), values, world.form())
    await jumps(world, MONDAY + timedelta(days=7))
    assert (await world.newest("tom", BeforeSession)).card == before == (await world.newest("maya", BeforeSession)).card
    assert await world.rows(AskedQuestion) == 1


async def test_all_of_a_stage_come_before_any_comes_again(world: World, pair: str) -> None:
    seen: list[Card] = []
    for _ in range(2 * CARDS[Stage.STUCK]):
        seen.append(await looks(world, "maya", pair, Stage.STUCK))
        for _ in range(2):
            await passes_over(world, "maya", pair, seen[-1])
    assert set(Counter(seen).values()) == {2}
    assert len(set(seen[: CARDS[Stage.STUCK]])) == CARDS[Stage.STUCK]
    assert all(one != other for one, other in pairwise(seen))


async def test_looking_uses_nothing_up_and_tells_the_partner_nothing(world: World, pair: str) -> None:
    before = await looks(world, "tom", pair, Stage.SELF_DOUBT)
    first = await looks(world, "maya", pair, Stage.SELF_DOUBT)
    assert await looks(world, "maya", pair, Stage.SELF_DOUBT) == first
    await passes_over(world, "maya", pair, first)
    assert await looks(world, "maya", pair, Stage.SELF_DOUBT) != first
    assert await looks(world, "tom", pair, Stage.SELF_DOUBT) == before

    async def rows(tx: Transaction) -> str:
        return repr((await tx.execute(select(DrawnCards.__table__))).all())

    # Not even that she looked for such a card stands there for everybody who sees the database.
    assert "doubt" not in await world.store.read(rows)
    assert await world.rows(AskedQuestion) == 0


async def test_what_one_brings_both_have_had(world: World, pair: str) -> None:
    card = await looks(world, "maya", pair, Stage.LIGHT)
    await brings(world, "maya", pair, card)
    [item] = (await world.home("tom")).agenda
    assert item.words == f"light {card.number}"
    await world.send_all()
    assert [told.words for told in await world.told("maya", BroughtToSession)] == [item.words]
    assert await world.told("tom", BroughtToSession) == []
    for name in ("tom", "maya"):
        assert await looks(world, name, pair, Stage.LIGHT) != card
    # What is of no single person, neither sees again before a session.
    farewell = await looks(world, "tom", pair, Stage.GOODBYE)
    await brings(world, "tom", pair, farewell)
    [asked] = await world.all(select(AskedQuestion))
    assert (asked.stage, asked.number, asked.session_id) == ("goodbye", farewell.number, None)
    assert await looks(world, "maya", pair, Stage.GOODBYE) != farewell


async def test_nobody_elses_pair_has_cards_for_one(world: World, pair: str) -> None:
    await world.known("zoe")
    card = Card(Stage.STUCK, 1)
    for attempt in (
        prepare_card(world.services, world.who("zoe"), pair, Stage.STUCK),
        pass_card(world.services, world.who("zoe"), pair, card),
        bring_question(world.services, world.who("zoe"), pair, card, "words", world.form()),
    ):
        assert await refusals_of(attempt) == [(Reason.NOT_PARTNER, None)]
    assert (await world.home("tom")).agenda == ()


async def test_a_preparation_shows_what_is_brought_after_it_was_told(world: World, pair: str) -> None:
    await world.checks_in("tom", pair, happened_on=date(2026, 2, 27))
    await plans(world, pair, MONDAY + timedelta(days=3, hours=5))
    await jumps(world, MONDAY + timedelta(days=2))
    before = await world.redrawings()
    await brings(world, "maya", pair, Card(Stage.LIGHT, 1))
    assert len(await world.redrawings()) == len(before) + 2
    for name in ("tom", "maya"):
        assert [line.words for line in (await world.newest(name, BeforeSession)).agenda] == ["light 1"]


async def test_something_to_talk_about_answers_what_asked_for_a_word(world: World, pair: str) -> None:
    await world.checks_in("tom", pair)
    await passes(world, MONDAY + timedelta(days=9))
    [name] = [each for each in ("tom", "maya") if await world.told(each, BetweenSessions)]
    await brings(world, name, pair, Card(Stage.LIGHT, 1))
    assert await world.told(name, BetweenSessions) == []
    became = {each.about.kind: each.outcome for each in await world.told(name, Settled)}
    assert became[NudgeKind.BETWEEN_SESSIONS] is Outcome.BROUGHT
