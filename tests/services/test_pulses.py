"""Whether a session was worth its hour: noted by each for themselves, and read by the other only as it was shared."""

from datetime import date

import pytest
from sqlalchemy import select, update

from mentoring.check_in_news import CheckInSaved
from mentoring.partings import EndValues
from mentoring.pulses import PulseShared, PulseSharing, PulseValues, Share, Worth
from mentoring.refusals import Reason
from services.dispute_session import dispute_session
from services.end_pair import end_pair
from services.note_pulse import keep_pulse, note_pulse, prepare_pulse
from services.share_pulse import share_pulse
from services.withdraw_check_in import withdraw_check_in
from storage.models import CheckIn, Pulse, Session
from storage.pulses import pulse_of
from storage.transaction import Transaction
from tests.services.beginnings import Beginning, Prepare
from tests.services.world import World, refusals_of

WORDS = "We-stayed-with-one-thing"


@pytest.fixture(scope="module")
async def logged(paired: Beginning, prepare: Prepare) -> Beginning:
    """Tom recorded a session, which he found good; both have been told."""

    async def story(world: World, pair: str) -> None:
        await world.checks_in("tom", pair, feeling=4)
        await world.send_all()

    return await prepare(paired, story)


@pytest.fixture
def beginning(request: pytest.FixtureRequest, beginning: Beginning, logged: Beginning) -> Beginning:
    return logged if "session" in request.fixturenames else beginning


@pytest.fixture
async def session(world: World) -> str:
    [session] = await world.all(select(Session.id))
    return session


async def writes(world: World, name: str, session: str, worth: Worth, words: str | None, form: str = "") -> None:
    values = PulseValues(session, worth, words)
    await keep_pulse(world.services, world.who(name), values, form or world.form())


async def shares(world: World, name: str, session: str, share: Share, *, form: str = "") -> bool:
    revision = (await prepare_pulse(world.services, world.who(name), session)).revision
    values = PulseSharing(session, share, revision)
    return await share_pulse(world.services, world.who(name), values, form or world.form())


async def said(world: World, name: str, session: str) -> tuple[Worth, str | None] | None:
    """What this person reads as their own."""
    person = await world.id_of(name)

    async def look(tx: Transaction) -> tuple[Worth, str | None] | None:
        found = await pulse_of(tx, person, session)
        return (found[1].worth, found[1].words) if found else None

    return await world.store.read(look)


async def test_a_tap_is_kept_once_and_can_be_changed(world: World, session: str) -> None:
    [saved] = await world.told("tom", CheckInSaved)
    assert saved.pulse is not None
    assert not saved.pulse.is_noted
    for worth in (Worth.HARDLY, Worth.WELL, Worth.WELL):
        await note_pulse(world.services, world.who("tom"), session, worth)
    assert await said(world, "tom", session) == (Worth.WELL, None)
    assert (await prepare_pulse(world.services, world.who("tom"), session)).revision == 2
    [saved] = await world.told("tom", CheckInSaved)
    assert saved.pulse is not None
    assert (saved.pulse.is_noted, saved.pulse.is_shared) == (True, False)
    assert await world.redrawings(), "the message with the taps says that it is noted"


async def test_words_are_added_and_a_tap_leaves_them(world: World, session: str) -> None:
    await note_pulse(world.services, world.who("tom"), session, Worth.WELL)
    for _ in range(2):
        await writes(world, "tom", session, Worth.PARTLY, f" {WORDS} ", form="V-same")
    assert await said(world, "tom", session) == (Worth.PARTLY, WORDS)
    await note_pulse(world.services, world.who("tom"), session, Worth.HARDLY)
    assert await said(world, "tom", session) == (Worth.HARDLY, WORDS)
    await writes(world, "tom", session, Worth.HARDLY, None)
    assert await said(world, "tom", session) == (Worth.HARDLY, None)


async def test_each_has_their_own_and_nobody_reads_the_others(world: World, session: str) -> None:
    await writes(world, "tom", session, Worth.HARDLY, WORDS)
    assert await said(world, "maya", session) is None
    for name in ("maya", "amara"):
        assert await refusals_of(prepare_pulse(world.services, world.who(name), session)) == [(Reason.WITHDRAWN, None)]
    # The partner need not log anything to say so, too.
    await note_pulse(world.services, world.who("maya"), session, Worth.WELL)
    assert await said(world, "maya", session) == (Worth.WELL, None)
    assert await said(world, "tom", session) == (Worth.HARDLY, WORDS)
    attempt = note_pulse(world.services, world.who("amara"), session, Worth.WELL)
    assert await refusals_of(attempt) == [(Reason.NOT_YOURS, None)]


async def test_what_is_shared_is_what_was_chosen_and_seen(world: World, session: str) -> None:
    await writes(world, "tom", session, Worth.WELL, WORDS)
    for _ in range(2):
        assert await shares(world, "tom", session, Share.WORTH, form="V-same")
    await world.send_all()
    on = date(2026, 3, 2)
    tom = (await world.told("maya", PulseShared))[0].author
    assert await world.told("maya", PulseShared) == [PulseShared(tom, on, Worth.WELL, None)]
    # Changed, it is private again until it is shared anew.
    await writes(world, "tom", session, Worth.HARDLY, "Closer-next-time")
    assert await world.told("maya", PulseShared) == [PulseShared(tom, on, Worth.WELL, None)]
    assert await shares(world, "tom", session, Share.WORDS)
    await world.send_all()
    first, last = await world.told("maya", PulseShared)
    assert last == PulseShared(tom, on, None, "Closer-next-time")
    # Each goes on saying what it said, and no more.
    assert first == PulseShared(tom, on, Worth.WELL, None)
    [saved] = await world.told("tom", CheckInSaved)
    assert saved.pulse is not None
    assert saved.pulse.is_shared


async def test_what_changed_since_it_was_shown_is_not_sent(world: World, session: str) -> None:
    await note_pulse(world.services, world.who("tom"), session, Worth.WELL)
    seen = (await prepare_pulse(world.services, world.who("tom"), session)).revision
    await note_pulse(world.services, world.who("tom"), session, Worth.HARDLY)
    values = PulseSharing(session, Share.WORTH, seen)
    assert not await share_pulse(world.services, world.who("tom"), values, world.form())
    await world.send_all()
    assert await world.told("maya", PulseShared) == []


async def test_only_what_took_place_has_a_pulse(world: World, session: str) -> None:
    await dispute_session(world.services, world.who("maya"), session)
    [saved] = await world.told("tom", CheckInSaved)
    assert saved.pulse is None
    attempt = note_pulse(world.services, world.who("tom"), session, Worth.WELL)
    assert await refusals_of(attempt) == [(Reason.WITHDRAWN, None)]
    assert await said(world, "tom", session) is None


async def test_it_goes_with_its_session(world: World, session: str) -> None:
    await note_pulse(world.services, world.who("tom"), session, Worth.WELL)
    assert await shares(world, "tom", session, Share.WORTH)
    await world.send_all()
    [check_in] = await world.all(select(CheckIn.id))
    await withdraw_check_in(world.services, world.who("tom"), check_in)
    assert await world.rows(Pulse) == 0
    assert await world.told("maya", PulseShared) == []


async def test_after_the_end_it_is_still_theirs_and_not_shared_any_more(world: World, pair: str, session: str) -> None:
    await end_pair(world.services, world.who("maya"), EndValues(pair), world.form())
    await note_pulse(world.services, world.who("tom"), session, Worth.WELL)
    assert await said(world, "tom", session) == (Worth.WELL, None)
    assert await refusals_of(shares(world, "tom", session, Share.WORTH)) == [(Reason.ALREADY_ENDED, None)]


@pytest.mark.parametrize(("feelings", "weighs"), [((1,), True), ((5, 4, 3), True), ((5, 4), False), ((2, 3, 4), False)])
async def test_heavy_weeks_are_asked_about_to_their_writer_alone(
    world: World, feelings: tuple[int, ...], weighs: bool
) -> None:
    pair = await world.paired("tom", "zoe")
    for n, feeling in enumerate(feelings):
        await world.checks_in("tom", pair, happened_on=date(2026, 2, 20 + n), is_new=True, feeling=feeling)
        # What the partner feels is nothing to it.
        await world.checks_in("zoe", pair, happened_on=date(2026, 2, 20 + n), is_new=True, feeling=5 - n)
    await world.send_all()
    assert [saved.weighs for saved in await world.told("tom", CheckInSaved)][-1] is weighs
    me = await world.id_of("tom")

    async def say_nothing_of_it(tx: Transaction) -> None:
        await tx.execute(update(CheckIn).where(CheckIn.author_id == me).values(feeling=None))

    await world.store.write(say_nothing_of_it)
    assert not any(saved.weighs for saved in await world.told("tom", CheckInSaved))
