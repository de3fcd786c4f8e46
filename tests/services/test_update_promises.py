"""Somebody says by when they mean to keep their promises, and what became of them."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from mentoring.check_in_news import CheckInSaved, PartnerCheckedIn
from mentoring.promises import PROMISES_A_PAGE, PromiseRow, PromisesDraft, PromiseState, PromiseValues, Standing
from mentoring.refusals import Reason
from services.answer_promise import answer_promise
from services.prepare_promises import MOST_PROMISES, prepare_promises
from services.read_partner_promises import read_partner_promises
from services.update_promises import update_promises
from services.withdraw_check_in import withdraw_check_in
from storage.models import CheckIn, Promise
from tests.services.beginnings import Beginning, Prepare
from tests.services.world import MONDAY, World, refusals_of

FRIDAY = date(2026, 3, 6)
DONE, DROPPED = Standing(state=PromiseState.DONE), Standing(state=PromiseState.DROPPED)


@pytest.fixture(scope="module")
async def promised(paired: Beginning, prepare: Prepare) -> Beginning:
    """Tom and Maya met; Tom promised two things, and suggested one to Maya. All is told."""

    async def story(world: World, pair: str) -> None:
        await world.checks_in("tom", pair, my_promises=("Read", "Write"), their_promises=("Rest",))
        await world.send_all()

    return await prepare(paired, story)


@pytest.fixture
def beginning(request: pytest.FixtureRequest, beginning: Beginning, promised: Beginning) -> Beginning:
    return beginning if "pair" in request.fixturenames else promised


async def draft(world: World, name: str = "tom") -> PromisesDraft:
    return await prepare_promises(world.services, world.who(name))


def chosen(row: PromiseRow, standing: Standing) -> PromiseValues:
    return PromiseValues(row.id, standing, row.seen)


async def update(world: World, *values: PromiseValues, name: str = "tom", form: str | None = None) -> None:
    await update_promises(world.services, world.who(name), values, form or world.form())


async def test_what_is_done_or_dropped_leaves_both_homes_and_nobody_is_sent_a_message(world: World) -> None:
    posts = len(await world.posts_to("maya"))
    read, write = (await draft(world)).rows
    assert [(row.words, row.partner.name, row.seen) for row in (read, write)] == [
        ("Read", "Maya Iyer", Standing()),
        ("Write", "Maya Iyer", Standing()),
    ]
    await update(world, chosen(read, DONE), chosen(write, Standing(FRIDAY)))
    shown = (await world.home("tom")).promises_mine, (await world.home("maya")).promises_theirs
    for promises in shown:
        assert [(each.promise.words, each.promise.due_on) for each in promises] == [("Write", FRIDAY)]
    assert await world.redrawings() == {
        (await world.post_with("maya", PartnerCheckedIn)).id,
        (await world.post_with("tom", CheckInSaved)).id,
    }
    assert len(await world.posts_to("maya")) == posts
    [saved] = await world.told("tom", CheckInSaved)
    assert [(line.state, line.due_on) for line in saved.my_promises] == [
        (PromiseState.DONE, None),
        (PromiseState.OPEN, FRIDAY),
    ]
    settled = select(Promise.settled_at).order_by(Promise.position)
    assert await world.all(settled) == [MONDAY, None, None]
    # Taken back, it is open again.
    await update(world, PromiseValues(read.id, Standing(), DONE))
    assert await world.all(settled) == [None, None, None]


async def test_a_form_sent_twice_and_one_without_changes_do_nothing(world: World) -> None:
    [read, write] = (await draft(world)).rows
    await update(world, chosen(read, Standing()), chosen(write, Standing()))
    assert await world.redrawings() == set()
    await update(world, chosen(read, DONE), form="V-same")
    await update(world, chosen(read, DROPPED), form="V-same")
    assert [row.words for row in (await draft(world)).rows] == ["Write"]
    [saved] = await world.told("tom", CheckInSaved)
    assert saved.my_promises[0].state is PromiseState.DONE


async def test_two_forms_at_once_write_only_what_each_changed(world: World) -> None:
    [read, write] = (await draft(world)).rows
    await update(world, chosen(read, DONE), chosen(write, DROPPED))
    # The other form was opened before: it gives a date to the one and calls the other done.
    dated, differs = chosen(read, Standing(FRIDAY)), chosen(write, DONE)
    wrong = await refusals_of(update(world, dated, differs))
    assert wrong == [(Reason.CHANGED_MEANWHILE, differs.state_field)]
    again = await prepare_promises(world.services, world.who("tom"), shown=(read.id, write.id))
    assert [row.seen.state for row in again.rows] == [PromiseState.DONE, PromiseState.DROPPED]
    await update(world, dated, replace(differs, seen=again.rows[1].seen))
    query = select(Promise).where(Promise.owner_id == await world.id_of("tom")).order_by(Promise.position)
    stored = await world.all(query)
    assert [(promise.state, promise.due_on) for promise in stored] == [("done", FRIDAY), ("done", None)]


async def test_what_is_suggested_is_ones_own_once_accepted(world: World) -> None:
    mayas = await draft(world, "maya")
    assert mayas.rows == ()
    [rest] = mayas.proposals
    await answer_promise(world.services, world.who("maya"), rest.promise.id, accepts=True)
    [row] = (await draft(world, "maya")).rows
    await update(world, chosen(row, DONE), name="maya")
    # A tap in an older message does not open it again, nor refuse what is done.
    await answer_promise(world.services, world.who("maya"), row.id, accepts=True)
    assert (await draft(world, "maya")).rows == ()
    late = answer_promise(world.services, world.who("maya"), row.id, accepts=False)
    assert await refusals_of(late) == [(Reason.TOO_LATE, None)]


async def test_only_the_owner_changes_a_promise(world: World) -> None:
    await world.known("zoe")
    [read, _] = (await draft(world)).rows
    for name in ("maya", "zoe"):
        assert await refusals_of(update(world, chosen(read, DONE), name=name)) == [(Reason.NOT_YOURS, None)]
    assert await refusals_of(draft(world, "zoe")) == [(Reason.NO_PAIR, None)]
    mayas = await prepare_promises(world.services, world.who("maya"), shown=(read.id,))
    assert mayas.rows == ()
    past = chosen(read, Standing(date(2026, 3, 1)))
    assert await refusals_of(update(world, past)) == [(Reason.DUE_IN_PAST, past.due_field)]


async def test_what_was_kept_stays_when_the_check_in_is_withdrawn(world: World) -> None:
    [read, write] = (await draft(world)).rows
    await update(world, chosen(read, DONE), chosen(write, DROPPED))
    [check_in] = await world.all(select(CheckIn.id))
    await withdraw_check_in(world.services, world.who("tom"), check_in)
    assert await world.all(select(Promise.state)) == [PromiseState.DONE]
    # A form that still has what is gone keeps the rest.
    await update(world, chosen(write, DONE), PromiseValues(read.id, DROPPED, DONE))
    assert await world.all(select(Promise.state)) == [PromiseState.DROPPED]


async def test_of_forty_promises_a_form_has_the_newest_and_the_next_one_the_rest(world: World, pair: str) -> None:
    for n in (1, 2):
        await world.checks_in("tom", pair, my_promises=[f"{n}-{line}" for line in range(20)], is_new=True)
        world.later(days=3)
    await world.checks_in("maya", pair, their_promises=[f"Rest {n}" for n in range(7)], is_new=True)
    first = await draft(world)
    assert [row.words for row in first.rows] == [f"2-{line}" for line in range(MOST_PROMISES)]
    assert (first.left, first.proposals_left) == (25, 2)
    second = await prepare_promises(world.services, world.who("tom"), skip=MOST_PROMISES)
    assert [row.words for row in second.rows][:6] == [*(f"2-{line}" for line in range(15, 20)), "1-0"]
    assert (second.skipped, second.left) == (15, 10)
    # What a form has stays in it; where there is room, more comes.
    few = await prepare_promises(world.services, world.who("tom"), shown=[row.id for row in first.rows[3:5]])
    assert [row.words for row in few.rows][:4] == ["2-3", "2-4", "2-0", "2-1"]


async def test_the_partner_reads_all_that_was_promised_whole(world: World, pair: str) -> None:
    long = "Read " * 500
    await world.checks_in("tom", pair, my_promises=(long, *(f"{n}" for n in range(12))))
    await world.checks_in("maya", pair, their_promises=("Rest",), is_new=True)
    first, second = [
        await read_partner_promises(world.services, world.who("maya"), skip=skip) for skip in (0, PROMISES_A_PAGE)
    ]
    words = [each.promise.words for each in (*first.promises, *second.promises)]
    assert sorted(words) == sorted([long, "Rest", *(f"{n}" for n in range(12))])
    assert (first.count, first.left, second.left) == (14, 4, 0)
    assert (await world.home("maya")).left_out.promises_theirs == 4
    assert (await read_partner_promises(world.services, world.who("tom"))).promises == ()
    assert await refusals_of(read_partner_promises(world.services, world.who("zoe"))) == [(Reason.NO_PAIR, None)]
