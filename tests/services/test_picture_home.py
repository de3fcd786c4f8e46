"""What App Home shows: to a mentor, a mentee, an organiser and an outsider, and at what price."""

from datetime import timedelta

import pytest

from mentoring.confidence import SHOWN
from mentoring.forms import AgendaValues
from mentoring.home import Step
from mentoring.pairs import PairState, Role
from mentoring.pausing import PauseValues
from mentoring.people import Celebrations
from mentoring.wins import Audience
from services.bring_to_session import bring_to_session
from services.keep_homes_fresh import StaleHome, home_published, stale_homes
from services.note_profile import note_profile
from services.open_home import open_home
from services.pause_pair import pause_pair
from tests.services.world import MONDAY, WINS, WORKSPACE, World, profile

TODAY = MONDAY.date()


@pytest.mark.usefixtures("pair")
async def test_an_outsider_sees_whom_to_ask(world: World) -> None:
    await world.known("zoe")
    home = await world.home("zoe")
    assert [organiser.name for organiser in home.organisers] == ["Amara Obi"]
    assert (home.pairs, home.invitations, home.wins, home.boards, home.step) == ((), (), (), (), None)
    assert home.settings.time_zone == "Europe/Berlin"
    assert home.settings.celebrations is Celebrations.ASK
    assert home.locale == "en-GB"


async def test_mentor_and_mentee_see_the_pair_from_their_side(world: World, pair: str) -> None:
    [toms], [mayas] = (await world.home("tom")).pairs, (await world.home("maya")).pairs
    assert (toms.pair_id, toms.role, toms.partner.name, toms.partner_zone) == (
        pair, Role.MENTOR, "Maya Iyer", "Asia/Kolkata",
    )  # fmt: skip
    assert (mayas.role, mayas.partner.name, mayas.rhythm_days, mayas.sessions) == (Role.MENTEE, "Tom Reed", 14, 0)
    assert (await world.home("tom")).boards == ()


@pytest.mark.usefixtures("pair")
async def test_an_invitation_comes_first(world: World) -> None:
    pair = await world.proposed("zoe", "tom")
    home = await world.home("tom")
    assert home.step is Step.ANSWER_INVITATION
    [invitation] = home.invitations
    assert (invitation.pair_id, invitation.role, invitation.partner.name) == (pair, Role.MENTEE, "Zoë Brandt")
    assert (invitation.programme, invitation.i_accepted) == ("Acme", False)
    assert len(home.pairs) == 1
    await world.accepts("tom", pair)
    home = await world.home("tom")
    assert home.step is Step.PLAN_FIRST
    assert [each.i_accepted for each in home.invitations] == [True]


async def test_the_step_follows_what_happens(world: World, pair: str) -> None:
    assert (await world.home("maya")).step is Step.PLAN_FIRST
    await world.checks_in("tom", pair, next_at=MONDAY + timedelta(days=2))
    home = await world.home("maya")
    assert home.step is Step.ADD_MY_SIDE
    assert home.to_add is not None
    assert (home.to_add.partner.name, home.to_add.happened_on) == ("Tom Reed", TODAY)
    assert (await world.home("tom")).step is Step.PREPARE
    world.later(days=2, hours=1)
    home = await world.home("tom")
    assert home.step is Step.LOG_PLANNED
    assert home.next_session is None
    assert home.to_log is not None
    assert home.to_log.planned_at == MONDAY + timedelta(days=2)
    await world.checks_in("tom", pair, session_id=home.to_log.session_id)
    assert (await world.home("tom")).step is Step.PLAN
    until = (world.now + timedelta(days=9)).date()
    await pause_pair(world.services, world.who("maya"), PauseValues(pair, until), world.form())
    assert (await world.home("tom")).step is Step.REST


async def test_what_nobody_logged_for_two_weeks_is_left_alone(world: World, pair: str) -> None:
    await world.checks_in("tom", pair, next_at=MONDAY + timedelta(hours=1))
    world.later(days=15)
    home = await world.home("maya")
    assert (home.to_log, home.to_add) == (None, None)


async def test_of_several_plans_the_nearest_is_next(world: World) -> None:
    with_maya, with_zoe = await world.paired("tom", "maya"), await world.paired("tom", "zoe")
    await world.checks_in("tom", with_maya, next_at=MONDAY + timedelta(days=7))
    await world.checks_in("tom", with_zoe, next_at=MONDAY + timedelta(days=3))
    planned = (await world.home("tom")).next_session
    assert planned is not None
    assert planned.partner.name == "Zoë Brandt"
    assert (await world.home("maya")).next_session != planned


async def test_the_journal_has_the_newest_and_counts_the_rest(world: World, pair: str) -> None:
    for number in range(7):
        world.later(minutes=1)
        await world.celebrates("tom", f"Win {number}", Audience.PARTNER if number % 2 else Audience.ME, pair)
    mine, mayas = await world.home("tom"), await world.home("maya")
    assert [win.words for win in mine.wins] == ["Win 6", "Win 5", "Win 4"]
    assert mine.more_wins == 4
    assert [win.words for win in mayas.wins] == ["Win 5", "Win 3", "Win 1"]
    assert mayas.more_wins == 0
    assert mayas.wins[0].author.name == "Tom Reed"


async def test_a_win_has_the_date_of_whoever_reads_it(world: World, pair: str) -> None:
    world.now = MONDAY + timedelta(hours=10)  # past midnight in Kolkata
    await world.celebrates("tom", "Done", Audience.PARTNER, pair)
    assert (await world.home("tom")).wins[0].on == TODAY
    assert (await world.home("maya")).wins[0].on == TODAY + timedelta(days=1)


async def test_wins_of_one_pair_are_not_shown_to_another(world: World) -> None:
    with_maya, _ = await world.paired("tom", "maya"), await world.paired("tom", "zoe")
    await world.celebrates("tom", "With Maya", Audience.PARTNER, with_maya)
    await world.celebrates("maya", "By Maya", Audience.CHANNEL, with_maya)
    assert (await world.home("zoe")).wins == ()
    assert {win.words for win in (await world.home("maya")).wins} == {"With Maya", "By Maya"}


async def test_an_organiser_sees_that_pairs_meet_and_not_what_they_say(world: World, pair: str) -> None:
    await world.has_channel()
    waiting = await world.proposed("zoe", "leo")
    await world.accepts("leo", waiting)
    await world.declines("priya", await world.proposed("priya", "tom"))
    await world.checks_in("tom", pair, notes="quiet", win="loud", my_promises=("soft",))
    home = await world.home("amara")
    [board] = home.boards
    assert (board.programme, board.channel, board.more_pairs) == ("Acme", WINS, 0)
    first, second = board.pairs
    assert (first.state, first.mentor.name, [person.name for person in first.waits_for]) == (
        PairState.PROPOSED, "Zoë Brandt", ["Zoë Brandt"],
    )  # fmt: skip
    assert (second.state, second.sessions, second.last_met, second.waits_for) == (PairState.ACTIVE, 1, TODAY, ())
    assert [words for words in ("quiet", "loud", "soft") if words in repr(home)] == []


async def test_a_home_is_published_when_something_in_it_changed(world: World) -> None:
    for name in ("maya", "amara"):
        await open_home(world.services, WORKSPACE, profile(name))
    await publish(world)
    pair = await world.proposed("tom", "maya")
    assert await publish(world) == {"maya", "amara"}
    await world.accepts("tom", pair)
    assert await publish(world) == {"maya", "amara"}
    await world.accepts("maya", pair)
    await publish(world)
    await world.checks_in("tom", pair)
    assert await publish(world) == {"maya", "amara"}
    await world.celebrates("tom", "Done", Audience.PARTNER, pair)
    assert await publish(world) == {"maya"}
    await note_profile(world.services, WORKSPACE, profile("tom"))
    assert await publish(world) == {"maya"}
    await world.sets("maya")
    assert await publish(world) == {"maya"}
    assert await publish(world) == set()


async def test_what_changes_while_a_home_is_published_is_published_next(world: World) -> None:
    await open_home(world.services, WORKSPACE, profile("maya"))
    [home] = await stale_homes(world.services, 10)
    world.later(seconds=1)
    await world.sets("maya")
    await home_published(world.services, home)
    [again] = await stale_homes(world.services, 10)
    assert (again.user, again.stale_since) == (home.user, world.now)


async def publish(world: World) -> set[str]:
    """Publish the homes that are stale; whose they are."""
    world.later(seconds=1)
    homes: tuple[StaleHome, ...] = await stale_homes(world.services, 10)
    for home in homes:
        await home_published(world.services, home)
    return {home.user.removeprefix("U0").lower() for home in homes}


async def test_the_next_session_comes_with_what_is_for_that_pair(world: World) -> None:
    with_maya, with_zoe = await world.paired("tom", "maya"), await world.paired("tom", "zoe")
    for pair, days in ((with_maya, 3), (with_zoe, 2)):
        await world.checks_in(
            "tom", pair, my_promises=(f"mine {days}",), their_promises=("not accepted",),
            next_at=MONDAY + timedelta(days=days),
        )  # fmt: skip
        for n in range(4):
            world.later(seconds=1)
            item = AgendaValues(pair, f"item {days} {n}")
            await bring_to_session(world.services, world.who("tom"), item, world.form())
    there = (await world.home("tom")).preparation
    assert [line.words for line in there.agenda] == ["item 2 0", "item 2 1", "item 2 2"]
    assert there.more_agenda == 1
    assert [promise.words for promise in there.promises_mine] == ["mine 2"]
    assert there.promises_theirs == ()


async def test_confidence_is_its_writers_alone_and_has_the_newest(world: World, pair: str) -> None:
    for n in range(SHOWN + 2):
        world.later(days=7)
        await world.checks_in("maya", pair, feeling=1 + n % 5)
    [noted] = (await world.home("maya")).confidence
    assert (noted.role, noted.partner.name, noted.count, len(noted.scores)) == (
        Role.MENTEE, "Tom Reed", SHOWN + 2, SHOWN,
    )  # fmt: skip
    assert [score.value for score in noted.scores] == [1 + n % 5 for n in range(2, SHOWN + 2)]
    assert (await world.home("tom")).confidence == (await world.home("amara")).confidence == ()
