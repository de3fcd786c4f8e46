"""What `/mentoring` offers, and when the outbox is looked at."""

from mentoring.forms import Menu
from mentoring.refusals import Reason
from services.meet import is_known
from services.read_invitations import read_invitations
from services.read_menu import read_menu
from tests.services.world import World, refusals_of

NOTHING = Menu(
    has_pair=False, awaits_answer=False, is_organiser=False, may_become_organiser=False, waits_to_begin=False
)


async def test_who_is_in_no_pair_is_offered_nothing(world: World) -> None:
    await world.known("zoe")
    for name in ("zoe", "leo"):
        assert await read_menu(world.services, world.who(name)) == NOTHING
    assert await is_known(world.services, world.who("zoe"))
    assert not await is_known(world.services, world.who("leo"))


async def test_it_follows_a_pair_from_its_proposal_to_its_end(world: World) -> None:
    pair = await world.proposed("tom", "maya")
    menu = await read_menu(world.services, world.who("tom"))
    assert (menu.has_pair, menu.awaits_answer, menu.waits_to_begin) == (False, True, True)
    assert await read_invitations(world.services, world.who("tom")) == (pair,)
    await world.accepts("tom", pair)
    menu = await read_menu(world.services, world.who("tom"))
    assert (menu.has_pair, menu.awaits_answer, menu.waits_to_begin) == (False, False, True)
    await world.accepts("maya", pair)
    menu = await read_menu(world.services, world.who("tom"))
    assert (menu.has_pair, menu.awaits_answer, menu.waits_to_begin) == (True, False, False)
    assert await read_invitations(world.services, world.who("tom")) == ()


async def test_a_declined_pair_is_no_pair(world: World) -> None:
    await world.declines("tom", await world.proposed("tom", "maya"))
    assert await read_menu(world.services, world.who("maya")) == NOTHING


async def test_an_organiser_may_be_in_no_pair(world: World) -> None:
    menu = await read_menu(world.services, world.who("amara"))
    assert menu.is_organiser
    assert not menu.has_pair


async def test_whom_nobody_knows_has_no_invitations(world: World) -> None:
    assert await refusals_of(read_invitations(world.services, world.who("leo"))) == [(Reason.NO_PAIR, None)]


async def test_the_outbox_is_looked_at_after_a_deed_and_only_then(world: World, pair: str) -> None:
    woken = world.woken
    await world.home("tom")
    await read_menu(world.services, world.who("tom"))
    assert await refusals_of(world.checks_in("leo", pair))
    assert world.woken == woken
    await world.checks_in("tom", pair)
    assert world.woken == woken + 1
