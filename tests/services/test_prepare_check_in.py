"""What the check-in form starts with."""

from datetime import timedelta

import pytest

from mentoring.refusals import Reason
from mentoring.sessions import CheckInDraft
from services.prepare_check_in import prepare_check_in
from tests.services.queries import counted_queries
from tests.services.world import MONDAY, WINS, World, refusals_of, user_of

TODAY = MONDAY.date()


async def draft(
    world: World,
    name: str,
    partner_user: str | None = None,
    words: str = "",
    pair_id: str | None = None,
    session_id: str | None = None,
) -> CheckInDraft:
    return await prepare_check_in(
        world.services,
        world.who(name),
        partner_user=partner_user,
        words=words,
        pair_id=pair_id,
        session_id=session_id,
    )


async def test_without_a_pair_there_is_nothing_to_log(world: World) -> None:
    await world.proposed("tom", "maya")
    for name in ("tom", "amara", "zoe"):
        assert await refusals_of(draft(world, name)) == [(Reason.NO_PAIR, None)]


async def test_it_starts_with_today_and_the_only_pair(world: World, pair: str) -> None:
    form = await draft(world, "maya")
    assert form.pair.id == pair
    assert form.pair.partner.name == "Tom Reed"
    assert form.today == TODAY
    assert (form.sessions, form.chosen_session, form.next_at) == ((), None, None)
    assert not form.channel_is_set
    await world.changes_programme(channel=WINS)
    assert (await draft(world, "maya")).channel_is_set


@pytest.mark.usefixtures("pair")
async def test_today_is_where_the_writer_is(world: World) -> None:
    world.now = MONDAY + timedelta(hours=10)
    assert (await draft(world, "tom")).today == TODAY
    assert (await draft(world, "maya")).today == TODAY + timedelta(days=1)


@pytest.mark.usefixtures("pair")
async def test_a_partner_can_be_named_in_several_ways(world: World) -> None:
    with_zoe = await world.paired("zoe", "tom")
    assert (await draft(world, "tom", partner_user=user_of("zoe"))).pair.id == with_zoe
    assert (await draft(world, "tom", pair_id=with_zoe)).pair.id == with_zoe
    for words in ("Zoë", "@zoë", "zoë brandt"):
        form = await draft(world, "tom", words=words)
        assert (form.pair.id, form.notes) == (with_zoe, "")


@pytest.mark.usefixtures("pair")
async def test_words_that_name_nobody_begin_the_notes(world: World) -> None:
    assert (await draft(world, "tom", words="how to say no")).notes == "how to say no"


@pytest.mark.usefixtures("pair")
async def test_who_is_no_partner_is_refused(world: World) -> None:
    others = await world.paired("amara", "zoe")
    assert await refusals_of(draft(world, "tom", partner_user=user_of("zoe"))) == [(Reason.NOT_PARTNER, None)]
    assert await refusals_of(draft(world, "tom", pair_id=others)) == [(Reason.NOT_PARTNER, None)]


async def test_what_the_partner_logged_is_offered_first(world: World, pair: str) -> None:
    await world.checks_in("tom", pair, happened_on=TODAY - timedelta(days=1))
    form = await draft(world, "maya")
    assert form.chosen_session is not None
    assert form.chosen_session.partner_logged
    assert form.chosen_session.on == TODAY - timedelta(days=1)
    assert (await draft(world, "tom")).sessions == ()


async def test_an_old_session_is_offered_but_not_chosen(world: World, pair: str) -> None:
    await world.checks_in("tom", pair, happened_on=TODAY - timedelta(days=10))
    form = await draft(world, "maya")
    assert len(form.sessions) == 1
    assert form.chosen_session is None


async def test_a_very_old_session_is_not_offered(world: World, pair: str) -> None:
    await world.checks_in("tom", pair, happened_on=TODAY - timedelta(days=15))
    assert (await draft(world, "maya")).sessions == ()


async def test_a_planned_session_is_offered_from_the_morning_of_its_day(world: World, pair: str) -> None:
    planned = MONDAY + timedelta(days=7, hours=6)  # 16:00 in London
    await world.checks_in("tom", pair, next_at=planned)
    world.now = planned - timedelta(days=1)
    form = await draft(world, "tom")
    assert (form.sessions, form.next_at) == ((), planned)
    world.now = planned - timedelta(hours=9)
    form = await draft(world, "tom")
    assert form.chosen_session is not None
    assert form.chosen_session.on == planned.date()
    assert form.next_at is None


@pytest.mark.usefixtures("pair")
async def test_a_session_chosen_in_a_message_brings_its_own_pair(world: World) -> None:
    with_zoe = await world.paired("zoe", "tom")
    await world.checks_in("zoe", with_zoe)
    [session] = (await draft(world, "tom", pair_id=with_zoe)).sessions
    form = await draft(world, "tom", session_id=session.id)
    assert (form.pair.id, form.chosen_session) == (with_zoe, session)


async def test_a_session_that_is_logged_already_is_refused(world: World, pair: str) -> None:
    await world.checks_in("tom", pair)
    [session] = (await draft(world, "maya")).sessions
    assert await refusals_of(draft(world, "tom", session_id=session.id)) == [(Reason.ALREADY_LOGGED, None)]


@pytest.mark.usefixtures("pair")
async def test_a_session_that_is_gone_is_refused(world: World) -> None:
    assert await refusals_of(draft(world, "tom", session_id="0" * 32)) == [(Reason.WITHDRAWN, None)]


@pytest.mark.usefixtures("pair")
async def test_anothers_session_is_refused(world: World) -> None:
    others = await world.paired("amara", "zoe")
    await world.checks_in("amara", others)
    [session] = (await draft(world, "zoe")).sessions
    assert await refusals_of(draft(world, "tom", session_id=session.id)) == [(Reason.NOT_PARTNER, None)]


async def test_what_a_command_opens_is_one_query_with_many_pairs_and_sessions(world: World) -> None:
    with_maya, with_zoe = await world.paired("tom", "maya"), await world.paired("tom", "zoe")
    for name, pair in (("maya", with_maya), ("zoe", with_zoe)):
        await world.checks_in(name, pair)
    with counted_queries() as queries:
        form = await draft(world, "tom")
    assert (len(form.pairs), len(form.sessions)) == (2, 1)
    assert len(queries) == 1
