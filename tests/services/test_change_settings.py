"""What somebody sets for themselves: when they work, and which questions they get."""

from dataclasses import replace
from datetime import time
from typing import Any

from sqlalchemy import select

from mentoring.forms import SettingsValues
from mentoring.nudges.kinds import UNLESS_CHANGED, NudgeKind
from mentoring.own_settings import shown
from mentoring.people import Celebrations
from mentoring.refusals import Reason
from services.change_settings import change_settings
from services.prepare_forms import prepare_settings
from services.telling import hours_of
from storage.models import Pair
from storage.programmes import first_programme
from storage.transaction import Transaction
from tests.services.world import WORKSPACE, World, refusals_of

USUAL = SettingsValues(time(9), time(17), Celebrations.ASK)
OWN = SettingsValues(
    time(8), time(16), Celebrations.NEVER, "1234", "IN", UNLESS_CHANGED - {NudgeKind.PROMISE} | {NudgeKind.HOUR_BEFORE}
)


async def sets(world: World, values: SettingsValues) -> None:
    await change_settings(world.services, world.who("tom"), values)


async def test_what_is_set_is_kept_and_holds(world: World, pair: str) -> None:
    world.later(days=1)
    await sets(world, OWN)
    settings = (await prepare_settings(world.services, world.who("tom"))).settings
    assert (settings.works_from, settings.works_until, settings.celebrations) == (time(8), time(16), Celebrations.NEVER)
    assert (settings.works_on, settings.country, settings.kinds) == ("1234", "IN", OWN.kinds)
    tom = (await world.people())["U0TOM"]
    assert (tom.kinds_off, tom.wants_hour_before) == (["promise"], True)

    async def hours(tx: Transaction) -> bool:
        found = hours_of(tom, await first_programme(tx, WORKSPACE))
        assert found.days == {0, 1, 2, 3}
        # Republic Day.
        return world.now.date().replace(month=1, day=26) in found.holidays

    assert await world.store.read(hours)
    # Whatever was to come may come at another time now.
    assert await world.all(select(Pair.look_at).where(Pair.id == pair)) == [world.now]
    await sets(world, USUAL)
    tom = (await world.people())["U0TOM"]
    assert (tom.kinds_off, tom.wants_hour_before, tom.country) == ([], False, None)


async def test_hours_that_were_left_alone_follow_the_programme(world: World) -> None:
    async def hours() -> tuple[time, time]:
        settings = (await prepare_settings(world.services, world.who("tom"))).settings
        return settings.works_from, settings.works_until

    await world.known("tom")
    await sets(world, replace(USUAL, celebrations=Celebrations.NEVER))
    await world.changes_programme(works_from=time(7), works_until=time(15))
    assert await hours() == (time(7), time(15))
    # Whoever has set one of them has set both: one alone could end before it begins.
    await sets(world, replace(USUAL, works_from=time(7), works_until=time(16)))
    await sets(world, replace(USUAL, works_from=time(7), works_until=time(15)))
    await world.changes_programme(works_from=time(16), works_until=time(20))
    assert await hours() == (time(7), time(15))


async def test_what_a_form_left_alone_stays_as_it_was_set_meanwhile(world: World) -> None:
    await world.known("tom")
    seen = shown((await prepare_settings(world.services, world.who("tom"))).settings)
    await sets(world, OWN)
    await world.changes_programme(works_from=time(7))

    async def saved(**mine: Any) -> SettingsValues:  # noqa: ANN401 - of SettingsValues
        await change_settings(world.services, world.who("tom"), replace(USUAL, **mine), seen=seen)
        now = (await prepare_settings(world.services, world.who("tom"))).settings
        return SettingsValues(now.works_from, now.works_until, now.celebrations, now.works_on, now.country, now.kinds)

    assert await saved() == OWN
    kinds = UNLESS_CHANGED - {NudgeKind.ECHO}
    assert await saved(works_on="123", kinds=kinds) == replace(OWN, works_on="123", kinds=OWN.kinds - {NudgeKind.ECHO})
    mine = {"works_from": time(10), "country": "DE", "celebrations": Celebrations.ALWAYS}
    changed = await saved(**mine)
    assert {name: getattr(changed, name) for name in mine} == mine
    assert (changed.works_until, changed.works_on) == (time(17), "123")


async def test_a_country_that_nobody_knows(world: World) -> None:
    await world.known("tom")
    assert await refusals_of(sets(world, replace(USUAL, country="XX"))) == [(Reason.UNKNOWN_COUNTRY, "country")]
