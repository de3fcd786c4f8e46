"""What a nudge about a session, a promise or a pair says while it asks, and what became of it once it is over."""

from collections.abc import Awaitable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from sqlalchemy import delete, select, update

from mentoring.checkpoints import Checkpoint
from mentoring.forms import AgendaValues, SettingsValues
from mentoring.goals import GoalWords
from mentoring.nudge_contents import (
    AfterSession,
    BeforeSession,
    BetweenSessions,
    By,
    Echo,
    FirstMeeting,
    HourBefore,
    Outcome,
    PromiseHalfWay,
    Settled,
    WrapUp,
)
from mentoring.nudges.kinds import NudgeKind
from mentoring.pairs import PairState
from mentoring.partings import EndValues
from mentoring.people import Celebrations
from mentoring.planning import PlanValues
from mentoring.promises import PromiseState, PromiseValues, Standing
from mentoring.question_bank import Stage
from mentoring.sessions import Seen
from mentoring.shared_goals import GoalListValues, SharedGoal
from services.answer_promise import answer_promise
from services.bring_to_session import bring_to_session
from services.cancel_session import cancel_session
from services.change_settings import change_settings
from services.compose_delivery import compose_delivery
from services.end_pair import end_pair
from services.miss_session import miss_session
from services.plan_session import plan_session
from services.prepare_promises import prepare_promises
from services.share_goals import prepare_list, save_list
from services.update_promises import update_promises
from storage.models import Pair, Person, Promise
from storage.transaction import Transaction
from tests.services.asking import NEXT, became, changes, planned
from tests.services.beginnings import THURSDAY, Beginning
from tests.services.nudged import jumps, passes, ticks
from tests.services.queries import counted_queries
from tests.services.world import MONDAY, World


async def test_before_a_session_both_get_what_helps(world: World, pair: str) -> None:
    await world.checks_in("tom", pair, my_promises=("Send the list",), happened_on=date(2026, 2, 27))
    await planned(world, pair, MONDAY + timedelta(days=7))
    await bring_to_session(world.services, world.who("maya"), AgendaValues(pair, "How to say no"), world.form())
    await passes(world, MONDAY + timedelta(days=6))
    to_tom, to_maya = await world.newest("tom", BeforeSession), await world.newest("maya", BeforeSession)
    assert to_tom.card == to_maya.card
    assert to_tom.card is not None
    assert to_tom.card.stage is Stage.EARLY
    assert (to_tom.partner_zone, to_maya.partner_zone) == ("Asia/Kolkata", "Europe/London")
    assert [promise.words for promise in to_tom.promises_mine] == ["Send the list"]
    assert [promise.words for promise in to_maya.promises_theirs] == ["Send the list"]
    assert to_tom.promises_theirs == to_maya.promises_mine == ()
    assert [line.words for line in to_tom.agenda] == ["How to say no"]
    assert [line.author and line.author.name for line in to_tom.agenda] == ["Maya Iyer"]


async def test_what_prepares_a_session_shows_what_has_become_of_promises_and_checkpoints(
    world: World, pair: str
) -> None:
    tom, maya = world.who("tom"), world.who("maya")
    await world.checks_in("tom", pair, my_promises=("Read",), their_promises=("Rest",), happened_on=date(2026, 2, 27))
    await planned(world, pair, MONDAY + timedelta(days=2, hours=3))
    await passes(world, MONDAY + timedelta(days=1, hours=1))
    posts = {(await world.post_with(name, BeforeSession)).id for name in ("tom", "maya")}

    async def shown_anew(deed: Awaitable[None]) -> BeforeSession:
        """What Maya reads once somebody has done something."""
        await deed
        assert posts <= await world.redrawings()
        await ticks(world)
        return await world.newest("maya", BeforeSession)

    [rest] = (await prepare_promises(world.services, maya)).proposals
    told = await shown_anew(answer_promise(world.services, maya, rest.promise.id, accepts=True))
    assert [promise.words for promise in told.promises_mine] == ["Rest"]
    [read] = (await prepare_promises(world.services, tom)).rows
    done = PromiseValues(read.id, Standing(state=PromiseState.DONE), read.seen)
    assert (await shown_anew(update_promises(world.services, tom, [done], world.form()))).promises_theirs == ()

    goal = SharedGoal(None, GoalWords("Give a talk"), checkpoints=(Checkpoint(None, "Ask"), Checkpoint(None, "Try it")))
    told = await shown_anew(save_list(world.services, tom, GoalListValues(pair, (goal,), None), world.form()))
    first, second = told.checkpoints
    [goal] = (await prepare_list(world.services, tom, pair)).goals
    values = GoalListValues(pair, (goal,), None, frozenset({first.id or ""}))
    assert (await shown_anew(save_list(world.services, tom, values, world.form()))).checkpoints == (second,)
    told = await shown_anew(world.checks_in("maya", pair, is_new=True, ticked=frozenset({second.id or ""})))
    assert told.checkpoints == ()


async def test_an_hour_before_only_for_whoever_wants_it(world: World, pair: str) -> None:

    async def wants(tx: Transaction) -> None:
        await tx.execute(update(Person).where(Person.name == "Tom Reed").values(wants_hour_before=True))

    await world.store.write(wants)
    at = MONDAY + timedelta(days=1, hours=2)
    await planned(world, pair, at)
    await passes(world, at - timedelta(minutes=50))
    assert (await world.newest("tom", HourBefore)).on_agenda == 0
    assert await world.told("maya", HourBefore) == []


async def both_are_asked(world: World, pair: str) -> str:
    """Tom and Maya had planned a session for Monday at eleven, and it is over."""
    session = await planned(world, pair, MONDAY + timedelta(hours=1))
    await passes(world, MONDAY + timedelta(hours=3))
    for name in ("tom", "maya"):
        assert (await world.newest(name, AfterSession)).session_id == session
    return session


async def test_after_a_session_one_says_that_they_did_not_meet(world: World, pair: str) -> None:
    session = await both_are_asked(world, pair)
    await miss_session(world.services, world.who("tom"), session)
    await ticks(world)
    assert await became(world, "tom") == (Outcome.MISSED, By.ME)
    assert await became(world, "maya") == (Outcome.MISSED, By.PARTNER)


async def test_after_a_session_one_logs_it(world: World, pair: str) -> None:
    session = await both_are_asked(world, pair)
    await world.checks_in("maya", pair, session_id=session)
    await ticks(world)
    assert await became(world, "tom") == (Outcome.MET, By.PARTNER)
    assert await became(world, "maya") == (Outcome.MET, By.ME)


async def test_after_a_session_one_moves_it(world: World, pair: str) -> None:
    session = await both_are_asked(world, pair)
    values = PlanValues(pair, NEXT, session_id=session, seen=Seen(MONDAY + timedelta(hours=1)))
    await plan_session(world.services, world.who("maya"), values, world.form())
    await ticks(world)
    assert await became(world, "tom") == (Outcome.MOVED, By.PARTNER)
    assert await became(world, "maya") == (Outcome.MOVED, By.ME)


async def test_a_session_was_not_moved_because_somebody_turned_such_messages_off(world: World, pair: str) -> None:
    at = MONDAY + timedelta(days=2, hours=3)
    await planned(world, pair, at)
    kinds = frozenset(NudgeKind)
    values = SettingsValues(time(9), time(17), Celebrations.ASK, kinds=kinds)
    await change_settings(world.services, world.who("tom"), values)
    await passes(world, at - timedelta(minutes=45))
    values = replace(values, kinds=kinds - {NudgeKind.BEFORE_SESSION, NudgeKind.HOUR_BEFORE})
    await change_settings(world.services, world.who("tom"), values)
    for kind in (NudgeKind.BEFORE_SESSION, NudgeKind.HOUR_BEFORE):
        told = [each for each in await world.told("tom", Settled) if each.about.kind is kind]
        assert [each.outcome for each in told] == [Outcome.TURNED_OFF]


async def test_what_tells_of_a_session_follows_what_becomes_of_it(world: World, pair: str) -> None:
    at, later = MONDAY + timedelta(days=2, hours=3), MONDAY + timedelta(days=2, hours=5)
    session = await planned(world, pair, at)
    await passes(world, MONDAY + timedelta(days=1, hours=1))
    before = {name: (await world.post_with(name, BeforeSession)).id for name in ("tom", "maya")}
    values = PlanValues(pair, later, session_id=session, seen=Seen(at))
    await plan_session(world.services, world.who("tom"), values, world.form())
    assert set(before.values()) <= await world.redrawings()
    await ticks(world)
    for name, by in (("tom", By.ME), ("maya", By.PARTNER)):
        settled = await world.newest(name, Settled)
        assert (settled.outcome, settled.by, settled.at) == (Outcome.MOVED, by, later)
    await cancel_session(world.services, world.who("maya"), session)
    assert set(before.values()) <= await world.redrawings()
    assert await became(world, "tom") == (Outcome.CANCELLED, By.PARTNER)
    assert await became(world, "maya") == (Outcome.CANCELLED, By.ME)
    # Whoever is no pair any more is not told to plan another.
    await end_pair(world.services, world.who("tom"), EndValues(pair), world.form())
    assert await became(world, "maya") == (Outcome.ENDED, By.NOBODY)


async def test_a_promise_is_asked_for_until_its_owner_says(world: World, pair: str) -> None:
    await world.checks_in("tom", pair, my_promises=("Send the list",), happened_on=date(2026, 3, 1))
    [promise] = await world.all(select(Promise))
    tom = world.who("tom")

    async def by(due: date | None, seen: date | None, state: PromiseState = PromiseState.OPEN) -> None:
        values = PromiseValues(promise.id, Standing(due, state), Standing(seen))
        await update_promises(world.services, tom, [values], world.form())
        await ticks(world)

    due, later = date(2026, 3, 10), date(2026, 3, 27)
    await by(due, None)
    await passes(world, MONDAY + timedelta(days=5))
    asked = await world.newest("tom", PromiseHalfWay)
    assert (asked.promise_id, asked.words, asked.due_on) == (promise.id, "Send the list", due)
    assert await world.told("maya", PromiseHalfWay) == []
    await by(later, due)
    settled = await world.newest("tom", Settled)
    assert (settled.outcome, settled.on, settled.words) == (Outcome.REDATED, later, "Send the list")
    await by(None, later)
    assert (await world.newest("tom", Settled)).outcome is Outcome.UNDATED
    await by(None, None, PromiseState.DROPPED)
    assert (await world.newest("tom", Settled)).outcome is Outcome.DROPPED
    await changes(world, pair, delete(Promise))
    assert (await world.newest("tom", Settled)).outcome is Outcome.WITHDRAWN


async def test_a_first_meeting_is_asked_for_with_words_of_its_step(world: World, pair: str) -> None:
    await changes(world, pair, update(Pair).values(accepted_at=world.now))
    await passes(world, MONDAY + timedelta(days=4))
    assert (await world.newest("tom", FirstMeeting)).about.step == 1
    await passes(world, MONDAY + timedelta(days=8))
    assert (await world.newest("tom", FirstMeeting)).about.step == 2
    # What came first is settled by what came after it.
    first = (await world.posts_to("maya"))[-2]
    assert [type(each) for each in first.contents] == [FirstMeeting]


class TestOnceTheyMet:
    @pytest.fixture
    def beginning(self, met: Beginning) -> Beginning:
        return met

    async def test_between_two_sessions_one_of_them_is_asked(self, world: World, pair: str) -> None:
        await passes(world, MONDAY + timedelta(days=8))
        told = [name for name in ("tom", "maya") if await world.told(name, BetweenSessions)]
        assert told == ["maya"]
        await plan_session(world.services, world.who("maya"), PlanValues(pair, NEXT), world.form())
        assert await became(world, "maya") == (Outcome.PLANNED, By.ME)

    async def test_the_end_is_asked_about_said_and_looked_back_on(self, world: World, pair: str) -> None:
        ends = date(2026, 7, 31)
        await changes(world, pair, update(Pair).values(accepted_at=datetime(2026, 1, 31, tzinfo=UTC)))
        await jumps(world, datetime(2026, 7, 17, 10, tzinfo=UTC))
        assert (await world.newest("tom", WrapUp)).ends_on == ends
        await changes(world, pair, update(Pair).values(length_months=9))
        settled = await world.newest("tom", Settled)
        assert (settled.outcome, settled.on) == (Outcome.GOES_ON, date(2026, 10, 31))
        finished = {"state": PairState.COMPLETED, "ended_at": world.now}
        await changes(world, pair, update(Pair).values(length_months=6, **finished))
        await jumps(world, world.now + timedelta(days=95))
        assert (await world.newest("maya", Echo)).months == 3

    async def test_two_nudges_in_a_message_cost_as_many_statements_as_one(self, world: World, pair: str) -> None:
        await world.checks_in("tom", await world.paired("tom", "zoe"))
        await passes(world, THURSDAY)
        assert pair
        made = {}
        for name in ("tom", "maya"):
            post = (await world.posts_to(name))[-1]
            with counted_queries() as queries:
                composed = await compose_delivery(world.services, post.id)
            assert composed
            made[len(composed.contents)] = len(queries)
        assert made.keys() == {1, 2}
        assert made[1] == made[2] <= 17
