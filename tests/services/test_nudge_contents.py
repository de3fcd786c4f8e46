"""What a nudge says while it asks, and what became of it once events have overtaken it, to each of the two."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import delete, select, update

from mentoring.forms import AgendaValues
from mentoring.nudge_contents import (
    AfterSession,
    BeforeSession,
    BetweenSessions,
    By,
    Echo,
    FirstMeeting,
    HaveNotMet,
    HourBefore,
    Outcome,
    PromiseHalfWay,
    Settled,
    WrapUp,
)
from mentoring.nudges.kinds import NudgeKind
from mentoring.pairs import PairState, Role
from mentoring.partings import EndValues
from mentoring.planning import OfferValues, PlanValues
from mentoring.promises import PromiseState, PromiseValues, Standing
from mentoring.question_bank import Stage
from mentoring.rhythms import RhythmValues
from mentoring.sessions import Seen, SessionState
from services.bring_to_session import bring_to_session
from services.cancel_session import cancel_session
from services.change_rhythm import change_rhythm
from services.compose_delivery import compose_delivery
from services.end_pair import end_pair
from services.look_at_pairs import look_at_pairs
from services.miss_session import miss_session
from services.plan_session import plan_session
from services.propose_times import propose_times
from services.take_time import take_time
from services.update_promises import update_promises
from storage.models import Delivery, DeliveryState, OfferedTime, Pair, Pause, Person, Promise, Session
from storage.transaction import Transaction
from tests.services.nudged import last, passes, ticks
from tests.services.queries import counted_queries
from tests.services.world import MONDAY, Post, World

# Nineteen days after they met, two weeks and three working days, each is asked at half past nine.
THURSDAY = datetime(2026, 3, 19, 12, 0, tzinfo=UTC)
NEXT = datetime(2026, 3, 26, 15, 0, tzinfo=UTC)


@pytest.fixture
async def pair(world: World) -> str:
    """Tom and Maya met on Monday and planned nothing."""
    pair = await world.paired("tom", "maya")
    await world.checks_in("tom", pair)
    await ticks(world)
    return pair


async def planned(world: World, pair: str, at: datetime = NEXT, *, by: str = "tom") -> str:
    """Somebody plans a session."""
    person = await world.id_of(by)

    async def deed(tx: Transaction) -> str:
        session = Session(
            workspace_id=world.workspace, pair_id=pair, kind="session", state=SessionState.PLANNED, planned_at=at,
            planned_by_id=person, planned_zone="Europe/London", minutes=60, arranged_at=world.now,
            created_at=world.now,
        )  # fmt: skip
        tx.add(session)
        await _looked_at(tx, pair, world.now)
        return session.id

    session = await world.store.write(deed)
    await ticks(world)
    return session


async def _looked_at(tx: Transaction, pair: str, now: datetime) -> None:
    await tx.execute(update(Pair).where(Pair.id == pair).values(look_at=now))


async def changes(world: World, pair: str, *statements: object) -> None:
    """Something changes that no deed of this issue does, and the rules look at it."""

    async def deed(tx: Transaction) -> None:
        for statement in statements:
            await tx.execute(statement)  # type: ignore[call-overload]
        await _looked_at(tx, pair, world.now)

    await world.store.write(deed)
    await ticks(world)


async def became(world: World, name: str) -> tuple[Outcome, By]:
    settled = await last(world, name, Settled)
    return settled.outcome, settled.by


async def test_whoever_acts_settles_it_for_both(world: World, pair: str) -> None:
    await passes(world, THURSDAY)
    for name, role in (("tom", Role.MENTOR), ("maya", Role.MENTEE)):
        asked = await last(world, name, HaveNotMet)
        assert (asked.about.step, asked.about.role, asked.last_met) == (1, role, date(2026, 3, 2))
    await planned(world, pair, by="maya")
    assert await became(world, "tom") == (Outcome.PLANNED, By.PARTNER)
    assert await became(world, "maya") == (Outcome.PLANNED, By.ME)
    assert (await last(world, "tom", Settled)).at == NEXT


async def test_times_that_are_proposed_settle_it_until_one_is_taken(world: World, pair: str) -> None:
    await passes(world, THURSDAY)
    offer = OfferValues(pair, {"time_1": NEXT})
    await propose_times(world.services, world.who("tom"), offer, world.form())
    await ticks(world)
    assert await became(world, "tom") == (Outcome.PROPOSED, By.ME)
    assert await became(world, "maya") == (Outcome.PROPOSED, By.PARTNER)
    [time] = await world.all(select(OfferedTime.id))
    await take_time(world.services, world.who("maya"), time)
    await look_at_pairs(world.services)
    asked = {name: [post.id for post in await world.posts_to(name) if _asked_to_meet(post)] for name in ("tom", "maya")}
    assert {id_ for ids in asked.values() for id_ in ids[-1:]} <= await world.redrawings()
    assert await became(world, "tom") == (Outcome.PLANNED, By.PARTNER)
    assert await became(world, "maya") == (Outcome.PLANNED, By.ME)


def _asked_to_meet(post: Post) -> bool:
    return any(isinstance(each, Settled) and each.about.kind is NudgeKind.HAVE_NOT_MET for each in post.contents)


async def test_a_new_rhythm_settles_it(world: World, pair: str) -> None:
    await passes(world, THURSDAY)
    await change_rhythm(world.services, world.who("maya"), RhythmValues(pair, 30), world.form())
    await ticks(world)
    assert await became(world, "tom") == (Outcome.REPACED, By.PARTNER)
    assert await became(world, "maya") == (Outcome.REPACED, By.ME)
    assert (await last(world, "tom", Settled)).about.rhythm_days == 30


async def test_a_meeting_that_was_not_logged_is_logged_from_there(world: World, pair: str) -> None:
    await passes(world, THURSDAY)
    await world.checks_in("tom", pair, happened_on=date(2026, 3, 17))
    await ticks(world)
    for name, by in (("tom", By.ME), ("maya", By.PARTNER)):
        settled = await last(world, name, Settled)
        assert (settled.outcome, settled.by, settled.on) == (Outcome.MET, by, date(2026, 3, 17))


async def test_a_pause_and_an_end_settle_it(world: World, pair: str) -> None:
    await passes(world, THURSDAY)
    tom = await world.id_of("tom")
    until = world.now + timedelta(days=20)

    async def pauses(tx: Transaction) -> None:
        tx.add(Pause(workspace_id=world.workspace, pair_id=pair, by_id=tom, since=world.now, until=until))
        await _looked_at(tx, pair, world.now)

    await world.store.write(pauses)
    await ticks(world)
    for name, by in (("tom", By.ME), ("maya", By.PARTNER)):
        settled = await last(world, name, Settled)
        assert (settled.outcome, settled.by, settled.on) == (Outcome.PAUSED, by, date(2026, 4, 8))
    await end_pair(world.services, world.who("maya"), EndValues(pair), world.form())
    assert {each.outcome for each in await world.told("tom", Settled)} == {Outcome.ENDED}


async def test_what_was_overtaken_before_it_went_is_not_said(world: World, pair: str) -> None:
    await passes(world, THURSDAY)
    query = select(Delivery.id).order_by(Delivery.id.desc()).limit(1)
    [newest] = await world.all(query)

    async def unsent(tx: Transaction) -> None:
        values = {"state": DeliveryState.PENDING, "channel": None, "ts": None}
        await tx.execute(update(Delivery).where(Delivery.id == newest).values(**values))

    await world.store.write(unsent)
    [post] = [post for name in ("tom", "maya") for post in await world.posts_to(name) if post.id == newest]
    assert isinstance(post.contents[0], HaveNotMet)
    await planned(world, pair)
    assert newest not in [post.id for name in ("tom", "maya") for post in await world.posts_to(name)]


async def test_before_a_session_both_get_what_helps(world: World) -> None:
    pair = await world.paired("tom", "maya")
    await world.checks_in("tom", pair, my_promises=("Send the list",), happened_on=date(2026, 2, 27))
    await planned(world, pair, MONDAY + timedelta(days=7))
    await bring_to_session(world.services, world.who("maya"), AgendaValues(pair, "How to say no"), world.form())
    await passes(world, MONDAY + timedelta(days=6))
    to_tom, to_maya = await last(world, "tom", BeforeSession), await last(world, "maya", BeforeSession)
    assert to_tom.card == to_maya.card
    assert to_tom.card is not None
    assert to_tom.card.stage is Stage.EARLY
    assert (to_tom.partner_zone, to_maya.partner_zone) == ("Asia/Kolkata", "Europe/London")
    assert [promise.words for promise in to_tom.promises_mine] == ["Send the list"]
    assert [promise.words for promise in to_maya.promises_theirs] == ["Send the list"]
    assert to_tom.promises_theirs == to_maya.promises_mine == ()
    assert [line.words for line in to_tom.agenda] == ["How to say no"]
    assert [line.author and line.author.name for line in to_tom.agenda] == ["Maya Iyer"]


async def test_an_hour_before_only_for_whoever_wants_it(world: World) -> None:
    pair = await world.paired("tom", "maya")

    async def wants(tx: Transaction) -> None:
        await tx.execute(update(Person).where(Person.name == "Tom Reed").values(wants_hour_before=True))

    await world.store.write(wants)
    at = MONDAY + timedelta(days=1, hours=2)
    await planned(world, pair, at)
    await passes(world, at - timedelta(minutes=50))
    assert (await last(world, "tom", HourBefore)).on_agenda == 0
    assert await world.told("maya", HourBefore) == []


async def both_are_asked(world: World, pair: str) -> str:
    """Tom and Maya had planned a session for Monday at eleven, and it is over."""
    session = await planned(world, pair, MONDAY + timedelta(hours=1))
    await passes(world, MONDAY + timedelta(hours=3))
    for name in ("tom", "maya"):
        assert (await last(world, name, AfterSession)).session_id == session
    return session


async def test_after_a_session_one_says_that_they_did_not_meet(world: World) -> None:
    session = await both_are_asked(world, await world.paired("tom", "maya"))
    await miss_session(world.services, world.who("tom"), session)
    await ticks(world)
    assert await became(world, "tom") == (Outcome.MISSED, By.ME)
    assert await became(world, "maya") == (Outcome.MISSED, By.PARTNER)


async def test_after_a_session_one_logs_it(world: World) -> None:
    pair = await world.paired("tom", "maya")
    session = await both_are_asked(world, pair)
    await world.checks_in("maya", pair, session_id=session)
    await ticks(world)
    assert await became(world, "tom") == (Outcome.MET, By.PARTNER)
    assert await became(world, "maya") == (Outcome.MET, By.ME)


async def test_after_a_session_one_moves_it(world: World) -> None:
    pair = await world.paired("tom", "maya")
    session = await both_are_asked(world, pair)
    values = PlanValues(pair, NEXT, session_id=session, seen=Seen(MONDAY + timedelta(hours=1)))
    await plan_session(world.services, world.who("maya"), values, world.form())
    await ticks(world)
    assert await became(world, "tom") == (Outcome.MOVED, By.PARTNER)
    assert await became(world, "maya") == (Outcome.MOVED, By.ME)


async def test_what_tells_of_a_session_follows_what_becomes_of_it(world: World) -> None:
    pair = await world.paired("tom", "maya")
    at, later = MONDAY + timedelta(days=2, hours=3), MONDAY + timedelta(days=2, hours=5)
    session = await planned(world, pair, at)
    await passes(world, MONDAY + timedelta(days=1, hours=1))
    before = {name: (await world.post_with(name, BeforeSession)).id for name in ("tom", "maya")}
    values = PlanValues(pair, later, session_id=session, seen=Seen(at))
    await plan_session(world.services, world.who("tom"), values, world.form())
    assert set(before.values()) <= await world.redrawings()
    await ticks(world)
    for name, by in (("tom", By.ME), ("maya", By.PARTNER)):
        settled = await last(world, name, Settled)
        assert (settled.outcome, settled.by, settled.at) == (Outcome.MOVED, by, later)
    await cancel_session(world.services, world.who("maya"), session)
    assert set(before.values()) <= await world.redrawings()
    assert await became(world, "tom") == (Outcome.CANCELLED, By.PARTNER)
    assert await became(world, "maya") == (Outcome.CANCELLED, By.ME)


async def test_a_promise_is_asked_for_until_its_owner_says(world: World) -> None:
    pair = await world.paired("tom", "maya")
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
    asked = await last(world, "tom", PromiseHalfWay)
    assert (asked.promise_id, asked.words, asked.due_on) == (promise.id, "Send the list", due)
    assert await world.told("maya", PromiseHalfWay) == []
    await by(later, due)
    settled = await last(world, "tom", Settled)
    assert (settled.outcome, settled.on, settled.words) == (Outcome.REDATED, later, "Send the list")
    await by(None, later)
    assert (await last(world, "tom", Settled)).outcome is Outcome.UNDATED
    await by(None, None, PromiseState.DROPPED)
    assert (await last(world, "tom", Settled)).outcome is Outcome.DROPPED
    await changes(world, pair, delete(Promise))
    assert (await last(world, "tom", Settled)).outcome is Outcome.WITHDRAWN


async def test_a_first_meeting_is_asked_for_with_words_of_its_step(world: World) -> None:
    pair = await world.paired("tom", "maya")
    await changes(world, pair, update(Pair).values(accepted_at=world.now))
    await passes(world, MONDAY + timedelta(days=4))
    assert (await last(world, "tom", FirstMeeting)).about.step == 1
    await passes(world, MONDAY + timedelta(days=8))
    assert (await last(world, "tom", FirstMeeting)).about.step == 2
    # What came first is settled by what came after it.
    first = (await world.posts_to("maya"))[-2]
    assert [type(each) for each in first.contents] == [FirstMeeting]


async def test_between_two_sessions_one_of_them_is_asked(world: World, pair: str) -> None:
    await passes(world, MONDAY + timedelta(days=8))
    told = [name for name in ("tom", "maya") if await world.told(name, BetweenSessions)]
    assert told == ["maya"]
    await plan_session(world.services, world.who("maya"), PlanValues(pair, NEXT), world.form())
    assert await became(world, "maya") == (Outcome.PLANNED, By.ME)


async def test_the_end_is_asked_about_said_and_looked_back_on(world: World, pair: str) -> None:
    ends = date(2026, 7, 31)
    await changes(world, pair, update(Pair).values(accepted_at=datetime(2026, 1, 31, tzinfo=UTC)))
    await passes(world, datetime(2026, 7, 20, tzinfo=UTC))
    assert (await last(world, "tom", WrapUp)).ends_on == ends
    await changes(world, pair, update(Pair).values(length_months=9))
    settled = await last(world, "tom", Settled)
    assert (settled.outcome, settled.on) == (Outcome.GOES_ON, date(2026, 10, 31))
    finished = {"state": PairState.COMPLETED, "ended_at": world.now}
    await changes(world, pair, update(Pair).values(length_months=6, **finished))
    await passes(world, world.now + timedelta(days=110))
    assert (await last(world, "maya", Echo)).months == 3


async def test_two_nudges_in_a_message_cost_as_many_statements_as_one(world: World, pair: str) -> None:
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
