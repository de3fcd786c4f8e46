"""Somebody in no pair would like to be in one: the organisers' list has it, until it has come about."""

from dataclasses import replace

from mentoring.pairs import Role
from mentoring.refusals import Reason
from services.note_profile import note_profile
from services.open_home import open_home
from services.prepare_forms import prepare_pair
from services.wish_to_join import wish_no_longer, wish_to_join
from tests.services.test_picture_home import publish
from tests.services.world import WORKSPACE, World, profile, refusals_of


async def wishes(world: World, name: str, role: Role) -> None:
    await wish_to_join(world.services, WORKSPACE, profile(name), role)


async def listed(world: World) -> list[tuple[str, Role]]:
    """The organiser's list."""
    return [(wish.person.name, wish.role) for wish in (await world.home("amara")).wishes]


async def test_the_organiser_sees_who_has_waited_longest_first(world: World) -> None:
    for name in ("amara", "zoe", "leo"):
        await open_home(world.services, WORKSPACE, profile(name))
    await publish(world)
    await wishes(world, "zoe", Role.MENTEE)
    assert await publish(world) == {"amara", "zoe"}
    since = world.now
    world.later(days=3)
    await wishes(world, "leo", Role.MENTOR)
    # Said twice, it keeps its place.
    await wishes(world, "zoe", Role.MENTEE)
    assert await listed(world) == [("Zoë Brandt", Role.MENTEE), ("Leo Cruz", Role.MENTOR)]
    [zoes] = (await world.home("zoe")).my_wishes
    assert (zoes.since < since, zoes.another) == (True, False)
    # Nobody else sees it, the two themselves included.
    assert (await world.home("zoe")).wishes == (await world.home("leo")).wishes == ()
    await wish_no_longer(world.services, world.who("zoe"), Role.MENTEE)
    await wish_no_longer(world.services, world.who("zoe"), Role.MENTEE)
    assert await listed(world) == [("Leo Cruz", Role.MENTOR)]
    assert (await world.home("zoe")).my_wishes == ()


async def test_a_pair_begins_from_the_list_and_ends_the_wish(world: World) -> None:
    await wishes(world, "zoe", Role.MENTEE)
    world.later(minutes=1)
    await wishes(world, "zoe", Role.MENTOR)
    first, second = (await world.home("amara")).wishes
    draft = await prepare_pair(world.services, world.who("amara"), wish_id=first.id)
    assert (draft.mentor, draft.mentee) == (None, "U0ZOE")
    draft = await prepare_pair(world.services, world.who("amara"), wish_id=second.id)
    assert (draft.mentor, draft.mentee) == ("U0ZOE", None)

    pair = await world.proposed("tom", "zoe")
    # While she is asked, she need not be asked again; what she said stays hers.
    assert await listed(world) == [("Zoë Brandt", Role.MENTOR)]
    assert len((await world.home("zoe")).my_wishes) == 2
    await world.declines("tom", pair)
    assert len(await listed(world)) == 2
    pair = await world.proposed("leo", "zoe")
    for name in ("leo", "zoe"):
        await world.accepts(name, pair)
    assert await listed(world) == [("Zoë Brandt", Role.MENTOR)]
    gone = prepare_pair(world.services, world.who("amara"), wish_id=first.id)
    assert await refusals_of(gone) == [(Reason.WISH_GONE, None)]


async def test_whom_nobody_could_pair_is_not_listed(world: World) -> None:
    for somebody, reason in (
        (replace(profile("leo"), is_single_channel_guest=True), Reason.CANNOT_JOIN),
        (replace(profile("leo"), home="T2"), Reason.STRANGER),
    ):
        wishing = wish_to_join(world.services, WORKSPACE, somebody, Role.MENTOR)
        assert await refusals_of(wishing) == [(reason, None)]
    await wishes(world, "leo", Role.MENTOR)
    await note_profile(world.services, WORKSPACE, replace(profile("leo"), is_deactivated=True))
    assert await listed(world) == []
