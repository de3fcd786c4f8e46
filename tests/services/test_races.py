"""Things that happen at the same time, on real databases: nothing twice, nothing lost, nobody stuck."""

import asyncio
from collections import Counter
from collections.abc import Awaitable
from dataclasses import replace
from typing import cast

import pytest
from sqlalchemy import select

from mentoring.celebrations import ConsentAsked, WinSaved
from mentoring.check_in_news import CheckInSaved, PartnerCheckedIn
from mentoring.consent import Answer
from mentoring.partings import EndValues
from mentoring.people import Celebrations
from mentoring.programmes import fingerprints
from mentoring.refusals import Reason
from mentoring.wins import Audience
from services.answer_consent import answer_consent
from services.answer_message import answer_message
from services.become_organiser import become_organiser
from services.change_programme import change_programme
from services.end_pair import end_pair
from services.ensure_workspace import Installed, ensure_workspace
from services.look_at_pairs import look_at_pairs
from services.meet import meet
from services.note_profile import note_profile
from services.open_home import open_home
from services.prepare_forms import prepare_programme
from services.settle_shout_outs import settle_shout_outs
from storage.models import CheckIn, Milestone, Notice, Organiser, Pair, Person, Programme, Session, Workspace
from storage.store import Store
from tests.services.world import RAPPORT, WORKSPACE, World, profile, refusals_of

TASKS = 4


@pytest.fixture(params=["sqlite", "postgresql"])
def dialect(request: pytest.FixtureRequest) -> str:
    return cast("str", request.param)


Refused = tuple[Reason, str | None]


async def at_once(*deeds: Awaitable[object]) -> Counter[Refused | None]:
    """Do several deeds at the same time; how often each was refused, and why. None: it was done."""
    outcomes = await asyncio.gather(*(refusals_of(deed) for deed in deeds))
    return Counter(outcome[0] if outcome else None for outcome in outcomes)


async def test_of_two_admins_who_come_first_one_organises(store: Store) -> None:
    world = World(store)
    await ensure_workspace(world.services, Installed(WORKSPACE, "Acme", RAPPORT))
    admins = [replace(profile(name), is_admin=True) for name in ("tom", "maya", "zoe", "leo")]
    outcomes = await at_once(*(become_organiser(world.services, WORKSPACE, admin) for admin in admins))
    assert outcomes == {None: 1, (Reason.NOT_ORGANISER, None): 3}
    assert await world.rows(Organiser) == 1


async def test_organisers_who_change_the_programme_at_once_overwrite_nothing_unseen(world: World) -> None:
    await world.names("amara", "tom", "maya", "zoe")
    now = await prepare_programme(world.services, world.who("amara"))
    seen = fingerprints(now)
    changes = {name: replace(now, name=f"By {name}") for name in ("amara", "tom", "maya")}
    changes["zoe"] = replace(now, country="DE")
    outcomes = await at_once(
        *(
            change_programme(world.services, world.who(name), values, world.form(), seen=seen)
            for name, values in changes.items()
        )
    )
    assert outcomes == {None: 2, (Reason.CHANGED_MEANWHILE, "name"): 2}
    after = await prepare_programme(world.services, world.who("zoe"))
    assert (after.country, after.name[:3]) == ("DE", "By ")


async def test_a_workspace_that_is_met_by_all_at_once_has_one_programme(store: Store) -> None:
    world = World(store)
    installed = Installed(WORKSPACE, "Acme", RAPPORT)
    assert await at_once(*(ensure_workspace(world.services, installed) for _ in range(TASKS))) == {None: TASKS}
    assert (await world.rows(Workspace), await world.rows(Programme)) == (1, 1)


async def test_one_person_is_met_once(world: World) -> None:
    await at_once(*(meet(world.services, WORKSPACE, profile("tom")) for _ in range(TASKS)))
    assert sorted(await world.people()) == ["U0AMARA", "U0TOM"]


async def test_the_same_event_again_and_again_is_answered_once(world: World) -> None:
    await at_once(*(answer_message(world.services, WORKSPACE, profile("tom"), "Ev1") for _ in range(TASKS)))
    assert await world.rows(Notice) == 1


async def test_a_check_in_sent_again_and_again_is_one(world: World, pair: str) -> None:
    outcomes = await at_once(*(world.checks_in("tom", pair, form="V-same", win="Done") for _ in range(TASKS)))
    assert outcomes == {None: TASKS}
    assert (await world.rows(CheckIn), await world.rows(Session)) == (1, 1)
    assert len(await world.told("tom", CheckInSaved)) == 1
    assert len(await world.told("tom", WinSaved)) == 1
    assert len(await world.told("maya", PartnerCheckedIn)) == 1


async def test_both_log_the_same_session_in_the_same_moment(world: World, pair: str) -> None:
    outcomes = await at_once(*(world.checks_in(name, pair, form=name) for name in ("tom", "maya") * (TASKS // 2)))
    # Whoever comes second is asked whether it is the same, and answers that.
    assert set(outcomes) == {None, (Reason.SAME_SESSION, None)}
    assert await world.rows(Session) == 1
    [session] = await world.sessions_of(pair)
    outcomes = await at_once(
        *(world.checks_in(name, pair, form=name, session_id=session) for name in ("tom", "maya") * (TASKS // 2))
    )
    assert outcomes == {None: TASKS}
    assert (await world.rows(CheckIn), await world.rows(Session)) == (2, 1)
    for name in ("tom", "maya"):
        [news] = await world.told(name, PartnerCheckedIn)
        assert news.added_mine


async def test_no_check_in_of_many_is_lost_and_each_milestone_counts_once(world: World, pair: str) -> None:
    for name in ("tom", "maya"):
        await world.sets(name, Celebrations.NEVER)
    outcomes = await at_once(
        *(world.checks_in(name, pair, is_new=True, my_promises=("Read",)) for name in ("tom", "maya") * 5)
    )
    assert outcomes == {None: 10}
    assert await world.rows(CheckIn) == 10
    assert (await world.home("tom")).pairs[0].sessions == 10
    assert await world.rows(Milestone) == 2
    assert len(await world.told("maya", PartnerCheckedIn)) == 5
    assert len(await world.told("tom", PartnerCheckedIn)) == 5


@pytest.mark.parametrize("dialect", ["postgresql"])
async def test_pairs_that_share_people_do_not_stand_in_each_others_way(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    """Two transactions that wait for each other are told apart only after a second, and one of them is run again."""
    names = ("tom", "maya", "zoe", "amara")
    pairs = [(await world.paired(a, b), a, b) for a in names for b in names if a < b]
    caplog.clear()
    for _ in range(2):
        outcomes = await at_once(
            *(world.checks_in(name, pair, is_new=True, win="Done") for pair, a, b in pairs for name in (a, b))
        )
        assert outcomes == {None: 2 * len(pairs)}
    assert await world.rows(CheckIn) == 4 * len(pairs)
    assert [record.getMessage() for record in caplog.records if record.name == "storage.store"] == []


async def test_all_agree_in_the_same_moment_and_it_is_posted_once(world: World, pair: str) -> None:
    await world.has_channel()
    others = ("maya", "zoe", "leo", "priya")
    await world.celebrates("tom", "Thanks", Audience.CHANNEL, pair, thanks=others)
    shout_out = (await world.told("maya", ConsentAsked))[0].shout_out_id
    outcomes = await at_once(
        *(answer_consent(world.services, world.who(name), shout_out, Answer.YES) for name in others)
    )
    assert outcomes == {None: len(others)}
    assert len(await world.posts_to_channel()) == 1


async def test_settling_beside_settling_posts_and_gives_up_once(world: World, pair: str) -> None:
    await world.celebrates("tom", "Thanks", Audience.CHANNEL, pair, thanks=("zoe",))
    world.later(days=10)
    settled = await asyncio.gather(*(settle_shout_outs(world.services) for _ in range(TASKS)))
    assert sum(settled) == 1


async def test_one_win_of_a_form_sent_again_and_again(world: World, pair: str) -> None:
    await at_once(
        *(
            world.celebrates("tom", "Thanks", Audience.CHANNEL, pair, thanks=("zoe", "maya"), form="V-same")
            for _ in range(TASKS)
        )
    )
    assert len((await world.home("tom")).wins) == 1
    assert len(await world.told("zoe", ConsentAsked)) == 1
    assert await world.rows(Person) == 4


@pytest.mark.parametrize("dialect", ["postgresql"])
async def test_whoever_leaves_and_whoever_ends_do_not_wait_for_each_other(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    names = ("tom", "maya", "zoe", "leo")
    for name in (*names, "amara"):
        await open_home(world.services, WORKSPACE, profile(name))
    pairs = [(await world.paired(a, b), a, b) for a in names for b in names if a < b]
    proposed = [(await world.proposed(a, b), b) for a in names for b in names if a > b]
    await world.send_all()
    world.later(days=20)
    caplog.clear()
    outcomes = await at_once(
        *(world.checks_in(a, pair, win="Done") for pair, a, _ in pairs),
        *(end_pair(world.services, world.who(b), EndValues(pair), f"V-{pair}") for pair, _, b in pairs),
        *(world.accepts(name, pair) for pair, name in proposed),
        *(note_profile(world.services, WORKSPACE, replace(profile("tom"), is_deactivated=True)) for _ in range(2)),
        *(look_at_pairs(world.services) for _ in range(2)),
    )
    assert set(outcomes) <= {None, (Reason.ALREADY_ENDED, None)}
    assert [record.getMessage() for record in caplog.records if record.name == "storage.store"] == []
    query = select(Pair.id).where(Pair.ended_at.is_(None), Pair.mentor_id == await world.id_of("tom"))
    assert await world.all(query) == []
