"""App Home costs the same few queries however much there is to show."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from mentoring.consent import ShoutOutState
from mentoring.feedback import RequestState
from mentoring.pairs import PairState
from mentoring.promises import PromiseState
from mentoring.sessions import SessionKind, SessionState
from mentoring.shared_goals import GoalState
from mentoring.wins import Audience
from storage.models import (
    AgendaItem,
    CheckIn,
    Consent,
    FeedbackRequest,
    Goal,
    Pair,
    Pause,
    Person,
    Programme,
    Promise,
    Session,
    ShoutOut,
    Win,
)
from storage.store import Store
from storage.transaction import Transaction
from tests.services.queries import counted_queries
from tests.services.world import MONDAY, WORKSPACE, World
from views.blocks import VIEW_BLOCKS
from views.home import home as draw_home
from views.wording import Wording

WORDING = Wording()


async def add_history(store: Store, mentor: str, *, pairs: int, wins: int, goals: int) -> None:
    """Give somebody many pairs with something of everything in each, proposals beside them, wins and goals.

    One of the pairs rests, and a post waits for their answer.
    """

    async def deed(tx: Transaction) -> None:
        programme = (await tx.scalars(select(Programme))).one()
        people = [
            Person(workspace_id=WORKSPACE, slack_id=f"U1{n}", name=f"Mentee {n}", time_zone="UTC", celebrations="ask")
            for n in range(pairs + 3)
        ]
        tx.add_all(people)
        await tx.flush()
        made = [
            Pair(
                workspace_id=WORKSPACE, programme_id=programme.id, mentor_id=mentor, mentee_id=mentee.id,
                proposed_by_id=mentor, rhythm_days=14, length_months=6, proposed_at=MONDAY,
                accepted_at=MONDAY if n < pairs else None,
                state=PairState.PAUSED if n == 0 else PairState.ACTIVE if n < pairs else PairState.PROPOSED,
            )
            for n, mentee in enumerate(people)
        ]  # fmt: skip
        tx.add_all(made)
        await tx.flush()
        for number, pair in enumerate(made[:pairs]):
            await _add_to(tx, pair, goals=len(range(number, goals, pairs)), wins=len(range(number, wins, pairs)))
        rest = Pause(
            workspace_id=WORKSPACE, pair_id=made[0].id, since=MONDAY - timedelta(days=1),
            until=MONDAY + timedelta(days=9),
        )  # fmt: skip
        win = (await tx.scalars(select(Win).limit(1))).one()
        post = ShoutOut(
            workspace_id=WORKSPACE, programme_id=programme.id, win_id=win.id, state=ShoutOutState.ASKING,
            asked_at=MONDAY, waits_until=MONDAY + timedelta(days=3),
        )  # fmt: skip
        tx.add_all([rest, post])
        await tx.flush()
        tx.add(Consent(workspace_id=WORKSPACE, shout_out_id=post.id, person_id=mentor))

    await store.write(deed)


async def _add_to(tx: Transaction, pair: Pair, *, goals: int, wins: int) -> None:
    """Two sessions with a check-in of each side, one planned, and something in every list."""
    of = {"workspace_id": WORKSPACE, "pair_id": pair.id, "created_at": MONDAY}
    met = [
        Session(
            **of,
            kind=SessionKind.SESSION,
            state=SessionState.HAPPENED,
            happened_on=MONDAY.date() - timedelta(days=days),
        )
        for days in (0, 14)
    ]
    planned = Session(**of, kind=SessionKind.SESSION, state=SessionState.PLANNED, planned_at=MONDAY + timedelta(days=1))
    tx.add_all([*met, planned])
    await tx.flush()
    for session in met:
        for author in (pair.mentor_id, pair.mentee_id):
            check_in = CheckIn(workspace_id=WORKSPACE, session_id=session.id, author_id=author, created_at=MONDAY)
            tx.seal(check_in, "feeling", "4")
            tx.add(check_in)
    for n, state in enumerate((PromiseState.OPEN, PromiseState.PROPOSED)):
        promise = Promise(**of, author_id=pair.mentee_id, owner_id=pair.mentor_id, position=n, state=state)
        tx.seal(promise, "words", "Read")
        tx.add(promise)
    item = AgendaItem(**of, author_id=pair.mentee_id)
    tx.seal(item, "words", "How to say no")
    request = FeedbackRequest(**of, author_id=pair.mentee_id, giver_id=pair.mentor_id, state=RequestState.OPEN)
    tx.seal(request, "about", "my talk")
    tx.seal(request, "question", "Was it clear?")
    tx.add_all([item, request])
    for n in range(goals):
        goal = Goal(**of, author_id=pair.mentor_id, position=n, state=GoalState.OPEN, revisited_at=MONDAY)
        tx.seal(goal, "statement", "Speak up")
        tx.add(goal)
    for _ in range(wins):
        win = Win(**of, author_id=pair.mentee_id, audience=Audience.PARTNER)
        tx.seal(win, "words", "Done")
        tx.add(win)


@pytest.mark.parametrize(("name", "dialect"), [("tom", "sqlite"), ("amara", "sqlite"), ("amara", "postgresql")])
async def test_it_takes_ten_queries_at_most_however_much_there_is(world: World, name: str) -> None:
    """Also for an organiser, for whom the board is in the price."""
    await world.known(name)
    await add_history(world.store, await world.id_of(name), pairs=12, wins=300, goals=40)
    with counted_queries() as queries:
        home = await world.home(name)
    assert (len(home.pairs), len(home.invitations), len(home.questions)) == (12, 3, 1)
    assert len(home.wins) + home.more_wins == 300
    assert len(home.goals) + home.left_out.goals == 40
    assert (len(home.promises_mine) + home.left_out.promises_mine, home.more_feedback) == (12, 11)
    assert (len(home.confidence), home.left_out.confidence, home.confidence[0].count) == (3, 9, 2)
    assert [pair.paused_until is not None for pair in home.pairs] == [False] * 11 + [True]
    assert bool(home.boards) == (name == "amara")
    assert len(queries) <= 10
    blocks = draw_home(home, WORDING)["blocks"]
    assert len(blocks) <= VIEW_BLOCKS
