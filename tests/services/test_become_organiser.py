"""The first admin who sets the programme up organises it."""

from dataclasses import replace

import pytest

from mentoring.people import Profile
from mentoring.refusals import Reason
from services.become_organiser import become_organiser
from services.ensure_workspace import Installed, ensure_workspace
from services.read_menu import read_menu, read_organisers
from storage.models import Organiser
from storage.store import Store
from tests.services.world import RAPPORT, WORKSPACE, World, profile, refusals_of

ADMIN = replace(profile("zoe"), is_admin=True)


@pytest.fixture
async def new_world(store: Store) -> World:
    """A workspace that nobody organises yet."""
    world = World(store)
    await ensure_workspace(world.services, Installed(WORKSPACE, "Acme", RAPPORT))
    return world


async def test_an_admin_becomes_organiser_and_stays_so(new_world: World) -> None:
    assert (await read_menu(new_world.services, new_world.who("zoe"))).may_become_organiser
    for _ in range(2):
        await become_organiser(new_world.services, WORKSPACE, ADMIN)
    menu = await read_menu(new_world.services, new_world.who("zoe"))
    assert menu.is_organiser
    assert not menu.may_become_organiser
    assert [person.name for person in await read_organisers(new_world.services, WORKSPACE)] == ["Zoë Brandt"]
    assert await new_world.rows(Organiser) == 1


@pytest.mark.parametrize("somebody", [profile("tom"), replace(ADMIN, home="T2")])
async def test_who_administers_nothing_here_does_not(new_world: World, somebody: Profile) -> None:
    refused = await refusals_of(become_organiser(new_world.services, WORKSPACE, somebody))
    assert refused == [(Reason.NOT_ORGANISER, None)]
    assert await new_world.rows(Organiser) == 0


async def test_being_an_admin_is_not_enough_where_somebody_organises(world: World) -> None:
    refused = await refusals_of(become_organiser(world.services, WORKSPACE, ADMIN))
    assert refused == [(Reason.NOT_ORGANISER, None)]
    assert not (await read_menu(world.services, world.who("zoe"))).is_organiser


async def test_an_organiser_who_is_no_admin_any_more_stays_organiser(world: World) -> None:
    await become_organiser(world.services, WORKSPACE, replace(profile("amara"), is_admin=False))
    assert (await read_menu(world.services, world.who("amara"))).is_organiser
