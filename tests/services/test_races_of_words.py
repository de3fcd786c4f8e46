"""Promises and wins that are changed at the same time, on PostgreSQL: nothing twice, nothing lost."""

from collections import Counter

import pytest
from sqlalchemy import select

from mentoring.celebrations import ConsentAsked, WinShared
from mentoring.promises import PromiseState, PromiseValues, Standing
from mentoring.refusals import Reason
from mentoring.sessions import CheckInValues
from mentoring.widening import WideningValues
from mentoring.wins import Audience
from services.answer_promise import answer_promise
from services.edit_check_in import edit_check_in, prepare_edit
from services.prepare_promises import prepare_promises
from services.update_promises import update_promises
from services.widen_win import share_with_partner, widen_win
from storage.models import CheckIn, Promise, Win
from tests.services.test_races import at_once
from tests.services.world import World

# On SQLite one deed comes after the other, and what that does the tests of each show.
pytestmark = pytest.mark.parametrize("dialect", ["postgresql"])


async def test_promises_are_settled_answered_and_edited_at_once(
    world: World, pair: str, caplog: pytest.LogCaptureFixture
) -> None:
    await world.checks_in("tom", pair, my_promises=("Read", "Write"), their_promises=("Rest",))
    await world.send_all()
    [check_in] = await world.all(select(CheckIn.id))
    edit = await prepare_edit(world.services, world.who("tom"), check_in)
    toms = (await prepare_promises(world.services, world.who("tom"))).rows
    [rest] = (await prepare_promises(world.services, world.who("maya"))).proposals
    done = [PromiseValues(row.id, Standing(state=PromiseState.DONE), row.seen) for row in toms]
    values = CheckInValues(
        pair, edit.day, notes="At once", my_promises=("Read", "Write"), their_promises=("Rest",), seen=edit.seen
    )
    counted = await at_once(
        *(update_promises(world.services, world.who("tom"), done, f"V{n % 2}") for n in range(4)),
        *(answer_promise(world.services, world.who("maya"), rest.promise.id, accepts=True) for _ in range(2)),
        edit_check_in(world.services, world.who("tom"), check_in, values, "V-edit"),
    )
    assert counted == {None: 7}
    # None had to give way, as two do that hold what the other needs.
    assert "runs again" not in caplog.text
    states = Counter(await world.all(select(Promise.state)))
    # Saved after they were done, the entry promises them anew.
    assert states[PromiseState.DONE] == 2
    assert states[PromiseState.PROPOSED] + states[PromiseState.OPEN] <= 3


async def test_a_win_is_widened_twice_at_once(world: World, pair: str, caplog: pytest.LogCaptureFixture) -> None:
    await world.has_channel()
    await world.celebrates("tom", "Maya taught me to wait", Audience.ME, pair)
    [win] = await world.all(select(Win.id))
    values = WideningValues(win, pair, Audience.CHANNEL)
    await at_once(
        *(share_with_partner(world.services, world.who("tom"), win) for _ in range(3)),
        *(widen_win(world.services, world.who("tom"), values, (), f"V{n}") for n in range(3)),
    )
    assert await world.all(select(Win.audience)) == [Audience.CHANNEL]
    assert len(await world.told("maya", ConsentAsked)) == 1
    assert len(await world.told("maya", WinShared)) <= 1
    assert "runs again" not in caplog.text


async def test_a_win_of_no_pair_is_widened_in_two_at_once(world: World, pair: str) -> None:
    other = await world.paired("zoe", "tom")
    await world.celebrates("tom", "I learned to wait", Audience.ME)
    [win] = await world.all(select(Win.id))
    outcomes = await at_once(
        *(
            widen_win(world.services, world.who("tom"), WideningValues(win, id_, audience), (), world.form())
            for id_, audience in ((pair, Audience.PARTNER), (other, Audience.CHANNEL))
        )
    )
    assert outcomes == {None: 1, (Reason.TOO_LATE, None): 1}
