"""Whatever people do, in whatever order and at the same time, the books are right."""

import asyncio
from collections import Counter

import pytest
from sqlalchemy import func, select

from mentoring.agreements import AgreementState
from mentoring.consent import Answer, ShoutOutState, is_agreed
from mentoring.notices import NoticeKind
from mentoring.partings import EndValues
from mentoring.sessions import SessionState
from services.end_pair import end_pair
from storage.models import Agreement, CheckIn, Consent, Delivery, DeliveryState, Notice, Person, Session, ShoutOut
from storage.transaction import Transaction
from tests.services.drawing import composed
from tests.services.walk import PAIR, SECRETS, Walk
from tests.services.world import ON_BOTH, World, user_of

pytestmark = ON_BOTH

STEPS = 12


async def everything_can_be_said(world: World) -> None:
    """Every message and every home can be drawn, and none has what is private to another."""
    said = repr(await composed(world.services, await world.all(select(Delivery.id))))
    assert [words for words in SECRETS.values() if words in said] == []
    for name in (*PAIR, "zoe", "amara"):
        home = repr(await world.home(name))
        assert [of for of, words in SECRETS.items() if words in home and of != name] == []


async def sessions_are_right(tx: Transaction, world: World) -> None:
    """What happened has been logged by one or both, what is planned or called off by nobody; one is next."""
    logged = Counter((await tx.scalars(select(CheckIn.session_id))).all())
    sessions = (await tx.scalars(select(Session))).all()
    for session in sessions:
        if session.state == SessionState.PLANNED:
            assert (session.planned_at is not None, logged[session.id], session.called_off_at) == (True, 0, None)
        elif session.state in (SessionState.CANCELLED, SessionState.MISSED):
            assert (session.called_off_at is not None, logged[session.id]) == (True, 0)
        else:
            assert session.happened_on is not None
            assert logged[session.id] in ((1, 2) if session.state == SessionState.HAPPENED else (1,))
    planned = [each for each in sessions if each.state == SessionState.PLANNED and each.planned_at]
    assert len([each for each in planned if each.planned_at and each.planned_at > world.now]) <= 1


async def posts_are_right(tx: Transaction) -> None:
    """Nothing is posted twice, or without the consent of all."""
    posts = await tx.execute(
        select(Notice.subject, Delivery.state)
        .join(Delivery, Delivery.id == Notice.delivery_id)
        .where(Notice.kind == NoticeKind.SHOUT_OUT)
    )
    states: dict[str, str] = {}
    for subject, state in posts:
        assert subject not in states
        states[subject] = state
    for shout_out in (await tx.scalars(select(ShoutOut))).all():
        said = (await tx.scalars(select(Consent.answer).where(Consent.shout_out_id == shout_out.id))).all()
        agreed = is_agreed([Answer(answer) if answer else None for answer in said])
        assert agreed or shout_out.state in (ShoutOutState.ASKING, ShoutOutState.NOT_POSTED)
        assert agreed or shout_out.id not in states
        assert states.get(shout_out.id) != DeliveryState.SENT or shout_out.state != ShoutOutState.NOT_POSTED


async def agreements_are_right(tx: Transaction) -> None:
    """One at most waits and one holds; each version has its number, and has been settled unless it waits."""
    versions = (await tx.scalars(select(Agreement).order_by(Agreement.number))).all()
    states = Counter(version.state for version in versions)
    assert states[AgreementState.WAITING] <= 1
    assert states[AgreementState.AGREED] <= 1
    assert [version.number for version in versions] == list(range(1, len(versions) + 1))
    assert all((version.settled_at is None) is (version.state == AgreementState.WAITING) for version in versions)


async def nothing_is_told_twice(tx: Transaction) -> None:
    told = await tx.execute(
        select(Notice.kind, Notice.subject, Notice.occurrence, Notice.receiver)
        .where(Notice.kind != NoticeKind.CHANNEL_CLOSED)
        .group_by(Notice.kind, Notice.subject, Notice.occurrence, Notice.receiver)
        .having(func.count() > 1)
    )
    assert told.all() == []


async def nothing_is_open_any_more(tx: Transaction, world: World) -> None:
    """No session is to come, and nobody of the pair is asked about a post of theirs."""
    planned = select(Session.id).where(Session.state == SessionState.PLANNED, Session.planned_at > world.now)
    assert (await tx.scalars(planned)).all() == []
    asked = (
        select(Consent.shout_out_id)
        .join(ShoutOut, ShoutOut.id == Consent.shout_out_id)
        .join(Person, Person.id == Consent.person_id)
        .where(ShoutOut.state == ShoutOutState.ASKING, Consent.answer.is_(None))
        .where(Person.slack_id.in_([user_of(name) for name in PAIR]))
    )
    assert (await tx.scalars(asked)).all() == []


@pytest.mark.parametrize("seed", [1])
async def test_three_walks_at_once_leave_everything_right(world: World, seed: int) -> None:
    pair = await world.paired(*PAIR)
    await world.known("zoe")
    walks = [Walk(world, pair, 10 * seed + number) for number in range(3)]
    await asyncio.gather(*(walk.go(STEPS) for walk in walks))
    assert sum(sum(walk.done.values()) for walk in walks) >= 3 * STEPS
    await everything_can_be_said(world)

    async def look(tx: Transaction) -> None:
        await sessions_are_right(tx, world)
        await posts_are_right(tx)
        await agreements_are_right(tx)
        await nothing_is_told_twice(tx)

    await world.store.read(look)

    # Their pair ends, from both sides at once; whatever was open then, everything can still be said.
    endings = [end_pair(world.services, world.who(name), EndValues(pair), world.form()) for name in PAIR]
    await asyncio.gather(*endings)
    await world.settles()
    await everything_can_be_said(world)
    await world.store.read(lambda tx: nothing_is_open_any_more(tx, world))
