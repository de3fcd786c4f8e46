"""Somebody changes what they recorded of a session; and two of a pair change the same thing at once."""

from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy import select

from mentoring.check_in_news import CheckInSaved, PartnerCheckedIn
from mentoring.promises import PromiseState
from mentoring.refusals import Reason
from mentoring.sessions import CheckInValues, Seen, SessionKind
from services.answer_promise import answer_promise
from services.edit_check_in import edit_check_in, prepare_edit
from services.prepare_check_in import prepare_check_in
from services.withdraw_check_in import withdraw_check_in
from storage.models import CheckIn, Notice, Promise
from tests.services.world import MONDAY, World, refusals_of

TODAY = MONDAY.date()
YESTERDAY = TODAY - timedelta(days=1)
NEXT = MONDAY + timedelta(days=14, hours=3)


async def opens_edit(world: World, name: str) -> tuple[str, CheckInValues]:
    """What somebody's newest entry is called, and the form of it as it would be submitted untouched."""
    check_in = (await world.newest(name, CheckInSaved)).check_in_id
    draft = await prepare_edit(world.services, world.who(name), check_in)
    return check_in, CheckInValues(
        draft.pair.id, draft.day, kind=draft.kind, notes=draft.notes or None, my_promises=draft.my_promises,
        their_promises=draft.their_promises, next_at=draft.next_at, feeling=draft.feeling, reflection=draft.reflection,
        seen=draft.seen,
    )  # fmt: skip


async def saves(world: World, name: str, check_in: str, values: CheckInValues, form: str | None = None) -> None:
    await edit_check_in(world.services, world.who(name), check_in, values, form or world.form())


async def both_logged(world: World) -> str:
    """Tom and Maya each recorded the same session, with the next one planned; the id of their pair."""
    pair = await world.paired("tom", "maya")
    await world.checks_in("tom", pair, next_at=NEXT)
    session = (await world.newest("maya", PartnerCheckedIn)).session_id
    await world.checks_in("maya", pair, session_id=session)
    await world.send_all()
    return pair


async def test_the_form_is_filled_with_the_entry(world: World, pair: str) -> None:
    entered = CheckInValues(
        pair, YESTERDAY, kind=SessionKind.COFFEE_CHAT, notes="Saying no", my_promises=("Read", "Call"),
        their_promises=("Write",), next_at=NEXT, feeling=4, reflection="I talked too much",
    )  # fmt: skip
    await world.checks_in(
        "tom", pair, happened_on=YESTERDAY, kind=entered.kind, notes=entered.notes, my_promises=entered.my_promises,
        their_promises=entered.their_promises, next_at=NEXT, feeling=4, reflection=entered.reflection,
    )  # fmt: skip
    _, form = await opens_edit(world, "tom")
    assert form == replace(entered, seen=Seen(NEXT, YESTERDAY, SessionKind.COFFEE_CHAT))


async def test_both_see_what_it_says_now_and_nobody_is_told_again(world: World, pair: str) -> None:
    await world.checks_in("tom", pair, notes="Sayin no", feeling=4, reflection="Private")
    await world.send_all()
    notices = await world.rows(Notice)
    posts = {(await world.post_with("tom", CheckInSaved)).id, (await world.post_with("maya", PartnerCheckedIn)).id}
    check_in, form = await opens_edit(world, "tom")
    changed = replace(
        form, notes="Saying no", happened_on=YESTERDAY, kind=SessionKind.WRITTEN, feeling=None, reflection=None
    )
    await saves(world, "tom", check_in, changed)
    [saved], [news] = await world.told("tom", CheckInSaved), await world.told("maya", PartnerCheckedIn)
    for content in (saved, news):
        assert (content.notes, content.happened_on, content.kind) == ("Saying no", YESTERDAY, SessionKind.WRITTEN)
    assert not saved.keeps_private
    assert await world.rows(Notice) == notices
    assert await world.redrawings() == posts
    assert (await world.home("maya")).pairs[0].last_met == YESTERDAY


async def test_promises_are_compared_line_by_line(world: World, pair: str) -> None:
    await world.checks_in("tom", pair, my_promises=("Read", "Call"), their_promises=("Write", "Ask", "Sleep"))
    [news] = await world.told("maya", PartnerCheckedIn)
    ids = {line.words: line.id for line in (*news.their_promises, *news.proposals)}
    await answer_promise(world.services, world.who("maya"), ids["Write"], accepts=True)
    await answer_promise(world.services, world.who("maya"), ids["Sleep"], accepts=False)
    check_in, form = await opens_edit(world, "tom")
    assert form.their_promises == ("Write", "Ask")
    await saves(world, "tom", check_in, replace(form, my_promises=("Ring", "Read"), their_promises=("Write",)))
    [news] = await world.told("maya", PartnerCheckedIn)
    assert [line.words for line in news.their_promises] == ["Ring", "Read"]
    assert news.their_promises[1].id == ids["Read"]
    states = {line.words: (line.id == ids[line.words], line.state) for line in news.proposals}
    assert states == {"Write": (True, PromiseState.OPEN), "Sleep": (True, PromiseState.REFUSED)}


async def test_a_second_submit_of_the_form_changes_nothing(world: World, pair: str) -> None:
    await world.checks_in("tom", pair)
    check_in, form = await opens_edit(world, "tom")
    for _ in range(2):
        await saves(world, "tom", check_in, replace(form, my_promises=("Read",)), "V-same")
    assert await world.rows(Promise) == 1


async def test_what_cannot_be_edited(world: World, pair: str) -> None:
    await world.known("zoe")
    await world.checks_in("tom", pair)
    check_in, form = await opens_edit(world, "tom")
    tomorrow = replace(form, happened_on=TODAY + timedelta(days=1))
    assert await refusals_of(saves(world, "tom", check_in, tomorrow)) == [(Reason.DATE_IN_FUTURE, "happened_on")]
    for name in ("maya", "zoe"):
        assert await refusals_of(saves(world, name, check_in, form)) == [(Reason.NOT_YOURS, None)]
        assert await refusals_of(prepare_edit(world.services, world.who(name), check_in)) == [(Reason.NOT_YOURS, None)]
    await withdraw_check_in(world.services, world.who("tom"), check_in)
    assert await refusals_of(saves(world, "tom", check_in, form)) == [(Reason.WITHDRAWN, None)]


# Two at once


async def test_what_the_other_changed_stays_where_this_one_left_it_alone(world: World) -> None:
    await both_logged(world)
    maya, hers = await opens_edit(world, "maya")
    tom, his = await opens_edit(world, "tom")
    later = NEXT + timedelta(days=1)
    await saves(world, "tom", tom, replace(his, happened_on=YESTERDAY, kind=SessionKind.WRITTEN, next_at=later))
    await saves(world, "maya", maya, replace(hers, notes="Only a word"))
    [saved] = await world.told("maya", CheckInSaved)
    assert (saved.happened_on, saved.kind, saved.next_at) == (YESTERDAY, SessionKind.WRITTEN, later)
    assert saved.notes == "Only a word"


async def test_what_both_changed_is_shown_to_the_second_who_then_decides(world: World) -> None:
    await both_logged(world)
    maya, hers = await opens_edit(world, "maya")
    tom, his = await opens_edit(world, "tom")
    hers = replace(
        hers, happened_on=TODAY - timedelta(days=2), kind=SessionKind.WRITTEN, next_at=NEXT + timedelta(days=2)
    )
    later = NEXT + timedelta(days=1)
    his = replace(his, happened_on=YESTERDAY, kind=SessionKind.COFFEE_CHAT, next_at=later)
    await saves(world, "tom", tom, his)
    assert await refusals_of(saves(world, "maya", maya, hers, "V-hers")) == [
        (Reason.CHANGED_MEANWHILE, "happened_on"),
        (Reason.CHANGED_MEANWHILE, "kind"),
        (Reason.CHANGED_MEANWHILE, "next_at"),
    ]
    [saved] = await world.told("maya", CheckInSaved)
    assert (saved.happened_on, saved.kind, saved.next_at) == (YESTERDAY, SessionKind.COFFEE_CHAT, later)
    # The form has come back with what Tom entered; she saves again.
    _, now = await opens_edit(world, "maya")
    await saves(world, "maya", maya, replace(hers, seen=now.seen), "V-hers")
    [saved] = await world.told("tom", CheckInSaved)
    assert (saved.happened_on, saved.kind, saved.next_at) == (hers.happened_on, hers.kind, hers.next_at)


async def test_the_same_change_by_both_is_no_clash(world: World) -> None:
    await both_logged(world)
    for name in ("tom", "maya"):
        check_in, form = await opens_edit(world, name)
        changed = replace(form, happened_on=YESTERDAY, seen=Seen(NEXT, TODAY, SessionKind.SESSION))
        await saves(world, name, check_in, changed)
    assert (await world.home("tom")).pairs[0].last_met == YESTERDAY


async def test_a_next_session_that_both_plan_while_logging(world: World, pair: str) -> None:
    await world.checks_in("tom", pair, next_at=NEXT)
    later = NEXT + timedelta(days=1)
    session = (await world.newest("maya", PartnerCheckedIn)).session_id
    logging = world.checks_in("maya", pair, session_id=session, next_at=later, form="V-maya")
    assert await refusals_of(logging) == [(Reason.CHANGED_MEANWHILE, "next_at")]
    await world.checks_in("maya", pair, session_id=session, next_at=later, seen=Seen(NEXT), form="V-maya")
    planned = (await world.home("tom")).next_session
    assert planned is not None
    assert planned.planned_at == later


async def test_whoever_adds_their_side_may_put_the_day_right(world: World, pair: str) -> None:
    await world.checks_in("tom", pair)
    session = (await world.newest("maya", PartnerCheckedIn)).session_id
    await world.checks_in("maya", pair, session_id=session, happened_on=YESTERDAY, seen=Seen(on=TODAY))
    [saved] = await world.told("tom", CheckInSaved)
    assert saved.happened_on == YESTERDAY


async def test_the_day_changed_by_both_while_one_adds_their_side(world: World, pair: str) -> None:
    await world.checks_in("tom", pair)
    session = (await world.newest("maya", PartnerCheckedIn)).session_id
    check_in, form = await opens_edit(world, "tom")
    await saves(world, "tom", check_in, replace(form, happened_on=YESTERDAY))
    before = TODAY - timedelta(days=2)
    logging = world.checks_in("maya", pair, session_id=session, happened_on=before, seen=Seen(on=TODAY))
    assert await refusals_of(logging) == [(Reason.CHANGED_MEANWHILE, "happened_on")]
    await world.checks_in("maya", pair, session_id=session, happened_on=before, seen=Seen(on=YESTERDAY))
    assert (await world.home("tom")).pairs[0].last_met == before


async def test_a_reflection_stays_with_its_question_and_the_next_has_another(world: World, pair: str) -> None:
    asked = []
    for day in (1, 2):
        draft = await prepare_check_in(world.services, world.who("tom"))
        asked.append(draft.question)
        await world.checks_in(
            "tom", pair, happened_on=date(2026, 2, day), is_new=True, reflection="Private", question=draft.question
        )
        # The partner's turn is their own.
        await world.checks_in("maya", pair, happened_on=date(2026, 1, day), is_new=True)
    assert asked == [1, 2]
    mine = select(CheckIn.id).where(CheckIn.author_id == await world.id_of("tom")).order_by(CheckIn.created_at)
    drafts = [await prepare_edit(world.services, world.who("tom"), id_) for id_ in await world.all(mine)]
    assert sorted((draft.question, draft.reflection) for draft in drafts) == [(1, "Private"), (2, "Private")]
