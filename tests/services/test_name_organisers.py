"""An organiser names others; whoever comes or goes is told, and sees what is theirs to see."""

from dataclasses import replace

import pytest

from mentoring.beginnings import PairAgreed, PairDeclined
from mentoring.notices import OrganiserNamed, OrganiserReleased
from mentoring.people import Profile
from mentoring.refusals import Reason
from services.become_organiser import become_organiser
from services.change_programme import change_programme
from services.note_profile import note_profile
from services.open_home import open_home
from services.prepare_forms import prepare_pair, prepare_programme
from services.read_menu import read_organisers
from storage.models import Organiser
from tests.services.test_picture_home import publish
from tests.services.world import WORKSPACE, World, profile, refusals_of, user_of


async def organisers(world: World) -> list[str]:
    return [person.name for person in await read_organisers(world.services, WORKSPACE)]


async def test_who_is_named_is_told_and_sees_the_board(world: World) -> None:
    for name in ("tom", "maya"):
        await open_home(world.services, WORKSPACE, profile(name))
    await publish(world)
    await world.names("amara", "tom")
    # Maya is in no pair: her Home says whom to ask.
    assert await publish(world) == {"tom", "maya"}
    assert await organisers(world) == ["Amara Obi", "Tom Reed"]
    [told] = await world.told("tom", OrganiserNamed)
    assert (told.programme, told.by.name, told.still) == ("Acme", "Amara Obi", True)
    assert len((await world.home("tom")).boards) == 1
    # He can do what she can, and changes nothing by saving what is.
    await world.names("amara", "tom", by="tom")
    assert len(await world.told("tom", OrganiserNamed)) == 1
    assert await world.told("amara", OrganiserNamed) == []


async def test_who_is_released_is_told_and_sees_it_no_more(world: World) -> None:
    await world.names("amara", "tom")
    await world.send_all()
    named = await world.post_with("tom", OrganiserNamed)
    await world.names("amara")
    assert [told.by.name for told in await world.told("tom", OrganiserReleased) if told.by] == ["Amara Obi"]
    assert named.id in await world.redrawings()
    assert [told.still for told in await world.told("tom", OrganiserNamed)] == [False]
    assert (await world.home("tom")).boards == ()
    assert await refusals_of(prepare_pair(world.services, world.who("tom"))) == [(Reason.NOT_ORGANISER, None)]
    await world.send_all()
    # Named once more is told once more.
    await world.names("amara", "tom")
    assert len(await world.told("tom", OrganiserNamed)) == 2


async def test_what_was_undone_before_they_heard_of_it_is_not_told(world: World) -> None:
    # Sydney is asleep.
    await world.names("amara", "priya")
    await world.names("amara")
    assert await world.posts_to("priya") == []


async def test_who_leaves_it_to_others_hears_so_at_once(world: World) -> None:
    await world.names("amara", "tom")
    await world.names("tom")
    [told] = await world.told("amara", OrganiserReleased)
    assert told.by is None
    assert (await world.post_with("amara", OrganiserReleased)).at == world.now
    assert await organisers(world) == ["Tom Reed"]


async def test_what_becomes_of_a_proposal_is_told_to_those_who_organise_by_then(world: World) -> None:
    await world.names("amara", "tom", "maya")
    first, second = await world.proposed("zoe", "leo"), await world.proposed("zoe", "priya")
    await world.accepts("zoe", first)
    await world.accepts("leo", first)
    assert [len(await world.told(name, PairAgreed)) for name in ("amara", "tom", "maya")] == [1, 0, 0]
    await world.names("tom", "maya")
    await world.declines("zoe", second)
    assert [len(await world.told(name, PairDeclined)) for name in ("amara", "tom", "maya")] == [0, 1, 1]


@pytest.mark.parametrize(
    ("somebody", "reason"),
    [
        (Profile("U0BEEP", "Beep", WORKSPACE, is_bot=True), Reason.BOT),
        (replace(profile("tom"), is_deactivated=True), Reason.DEACTIVATED),
        (replace(profile("tom"), home="T2"), Reason.OTHER_WORKSPACE),
        (replace(profile("tom"), is_guest=True), Reason.GUEST),
        (replace(profile("tom"), is_guest=True, is_single_channel_guest=True), Reason.GUEST),
    ],
)
async def test_who_cannot_organise(world: World, somebody: Profile, reason: Reason) -> None:
    now = await prepare_programme(world.services, world.who("amara"))
    values = replace(now, name="Spring", organisers=(user_of("amara"), somebody.user))
    changing = change_programme(world.services, world.who("amara"), values, world.form(), named=[somebody])
    assert await refusals_of(changing) == [(reason, "organisers")]
    assert await prepare_programme(world.services, world.who("amara")) == now


async def test_once_all_organisers_have_left_the_next_admin_becomes_one(world: World) -> None:
    admin = replace(profile("zoe"), is_admin=True)
    await note_profile(world.services, WORKSPACE, replace(profile("amara"), is_deactivated=True))
    assert await organisers(world) == []
    assert await refusals_of(become_organiser(world.services, WORKSPACE, profile("tom"))) == [
        (Reason.NOT_ORGANISER, None)
    ]
    await become_organiser(world.services, WORKSPACE, admin)
    assert await organisers(world) == ["Zoë Brandt"]
    # Amara comes back: not as an organiser, now that somebody else is.
    await note_profile(world.services, WORKSPACE, profile("amara"))
    assert await organisers(world) == ["Zoë Brandt"]
    assert await world.rows(Organiser) == 1
