"""Rapport is removed from a workspace."""

from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any

from sqlalchemy import Column, func, insert, select

from mentoring.forms import AgendaValues
from mentoring.pairs import Role
from mentoring.wins import Audience
from services.bring_to_session import bring_to_session
from services.ensure_workspace import Installed, ensure_workspace
from services.uninstall import KEPT_FOR, forget_uninstalled, uninstall
from services.wish_to_join import wish_to_join
from storage.models import Base, KeyProof, Pair, SlackEvent, Workspace
from storage.models.base import UtcDateTime
from storage.store import Store
from storage.transaction import Transaction
from tests.services.world import MONDAY, ON_BOTH, RAPPORT, WINS, WORKSPACE, World, profile


async def busy(world: World) -> str:
    """A pair that makes use of much."""
    await world.changes_programme(channel=WINS)
    pair = await world.paired("tom", "maya")
    await world.checks_in("tom", pair, their_promises=("Read",), next_at=world.now + timedelta(days=7), win="Done")
    await world.celebrates("tom", "Thanks", Audience.CHANNEL, pair, thanks=("zoe",))
    await bring_to_session(world.services, world.who("tom"), AgendaValues(pair, "Reviews"), world.form())
    await wish_to_join(world.services, world.workspace, profile("leo", world.workspace), Role.MENTOR)
    await world.send_all()
    return pair


async def busy_everywhere(world: World) -> None:
    """The same, with something in every table."""
    await world.store.write(partial(_fill, workspace=world.workspace, pair_id=await busy(world)))


async def _fill(tx: Transaction, workspace: str, pair_id: str) -> None:
    """A made-up row in each table in which a workspace has none yet."""
    pair = await tx.get_one(Pair, pair_id)
    known = {"workspace": workspace, "pair": pair_id, "programme": pair.programme_id, "person": pair.mentor_id}
    for table in Base.metadata.sorted_tables:
        if table.name in known or "workspace_id" not in table.c or table.name == SlackEvent.__tablename__:
            continue
        key = next(iter(table.primary_key))
        there = await tx.scalar(select(key).where(table.c.workspace_id == workspace).limit(1))
        if there is None:
            there = f"{table.name[:20]}-{workspace}"
            needed = [each for each in table.c if not each.nullable and each.default is None and each.computed is None]
            refers = {each.parent.name: each.column.table.name for each in table.foreign_keys}
            row = {each.name: known[refers[each.name]] if each.name in refers else _any(each) for each in needed}
            await tx.execute(insert(table).values({**row, **({"id": there} if "id" in row else {})}))
        known[table.name] = str(there)


def _any(column: Column[Any]) -> object:
    some: dict[type, object] = {
        str: "x", bytes: b"x", bool: False, int: 1, dict: {}, list: [], datetime: MONDAY, date: MONDAY.date(),
        time: MONDAY.time(),
    }  # fmt: skip
    plain = column.type.impl_instance if isinstance(column.type, UtcDateTime) else column.type
    return some[plain.python_type]


async def rows(world: World) -> dict[str, int]:
    """How many rows each table has that belongs to workspaces."""
    tables = [mapper.class_ for mapper in Base.registry.mappers if mapper.class_ is not KeyProof]
    numbers = select(*(select(func.count()).select_from(table).scalar_subquery() for table in tables))
    [found] = (await world.store.read(lambda tx: tx.execute(numbers))).all()
    return dict(zip((table.__tablename__ for table in tables), found, strict=True))


async def test_it_falls_silent_at_once(world: World) -> None:
    pair = await busy(world)
    await world.checks_in("maya", pair, is_new=True)
    await uninstall(world.services, WORKSPACE)
    assert await world.send_all() == []


async def test_installed_again_everything_is_as_it_was(world: World) -> None:
    pair = await busy(world)
    await uninstall(world.services, WORKSPACE)
    world.later(days=29)
    await forget_uninstalled(world.services)
    await ensure_workspace(world.services, Installed(WORKSPACE, "Acme", RAPPORT))
    await forget_uninstalled(world.services)
    [card] = (await world.home("tom")).pairs
    assert (card.pair_id, card.sessions) == (pair, 1)
    await world.checks_in("tom", pair)
    assert await world.send_all()


@ON_BOTH
async def test_after_thirty_days_nothing_is_left(world: World, store: Store) -> None:
    other = await World.begin(store, "T2")
    for each in (world, other):
        await busy_everywhere(each)
    both = await rows(world)
    assert both.pop("slack_event") == 0
    assert all(number >= 2 for number in both.values())
    await uninstall(world.services, WORKSPACE)
    world.later(days=1)
    await uninstall(world.services, WORKSPACE)
    world.later(days=29)
    await forget_uninstalled(world.services)
    left = await rows(world)
    assert left.pop("slack_event") == 0
    assert left == {table: number // 2 for table, number in both.items()}
    assert (await other.home("tom")).pairs


async def test_what_is_in_use_is_not_forgotten(world: World) -> None:
    world.now += KEPT_FOR * 2
    await forget_uninstalled(world.services)
    assert await world.rows(Workspace) == 1


async def test_removing_what_was_never_there_does_no_harm(world: World) -> None:
    await uninstall(world.services, "T9")
    assert await world.rows(Workspace) == 1
