"""What the form suggests: times in the rhythm, when neither is away or in another session."""

from datetime import UTC, datetime, timedelta

from mentoring.hours import local
from mentoring.sessions import Seen, SessionKind
from storage.models import Pause
from storage.transaction import Transaction
from tests.services.planning import FRIDAY, draft_of, plan, sessions
from tests.services.world import MONDAY, World


async def test_suggestions_keep_to_the_rhythm_to_pauses_and_to_other_sessions(world: World, pair: str) -> None:
    draft = await draft_of(world, "tom")
    assert [at.date().isoformat() for at in draft.times] == ["2026-03-03", "2026-03-04", "2026-03-05"]
    assert draft.suits
    other = await world.paired("tom", "zoe")
    await plan(world, "zoe", other, draft.times[0])
    assert draft.times[0] not in (await draft_of(world, "tom", pair_id=pair)).times
    await world.checks_in("tom", pair)
    assert (await draft_of(world, "maya")).times[0].date().isoformat() == "2026-03-16"

    async def pause(tx: Transaction) -> None:
        tx.add(Pause(workspace_id=world.workspace, pair_id=pair, since=MONDAY, until=MONDAY + timedelta(days=30)))

    await world.store.write(pause)
    assert min((await draft_of(world, "maya")).times) >= MONDAY + timedelta(days=30)


async def test_to_move_a_session_its_form_shows_when_it_is(world: World, pair: str) -> None:
    await plan(world, "tom", pair, FRIDAY, kind=SessionKind.WRITTEN, minutes=30)
    [session] = await sessions(world, pair)
    for about in ({"session_id": session.id}, {"pair_id": pair}, {}):
        draft = await draft_of(world, "maya", **about)
        seen = Seen(FRIDAY, kind=SessionKind.WRITTEN, minutes=30)
        assert (draft.session_id, draft.planned_at, draft.seen) == (session.id, FRIDAY, seen)
        assert (draft.kind, draft.minutes, draft.has_passed) == (SessionKind.WRITTEN, 30, False)
        assert FRIDAY not in draft.times
        assert draft.times[0].date() == FRIDAY.date()


async def test_whoever_comes_off_worse_gets_the_better_time_next(world: World) -> None:
    """In June, New York's working day ends as Sydney's is long over; no hour suits both."""
    world.now = datetime(2026, 6, 1, 13, tzinfo=UTC)
    pair = await world.paired("leo", "priya")
    turns = []
    for _ in range(3):
        draft = await draft_of(world, "leo", pair_id=pair)
        assert not draft.suits
        at = draft.times[0]
        turns.append(tuple(f"{local(at, zone):%H:%M}" for zone in ("America/New_York", "Australia/Sydney")))
        await plan(world, "leo", pair, at)
        [*_, session] = await sessions(world, pair)
        world.now = at + timedelta(hours=2)
        await world.checks_in("leo", pair, session_id=session.id)
    assert turns[0] == turns[2] != turns[1]
