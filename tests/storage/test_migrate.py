"""The migrations lead from nothing to what the models say, and take everybody's rows along."""

import asyncio
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, MetaData, insert, inspect, select, text

from storage.migrate import BrokenReferencesError, migrate
from storage.models import Base
from storage.schema import SchemaState, on_schema, schema_state
from tests.storage.rows import ROWS_AT_0001

T = TypeVar("T")

FIRST = "0001"


def described(connection: Connection) -> dict[str, Any]:
    """All there is to know of a schema, down to conditions of indexes and checks, which Alembic does not compare."""
    inspector = inspect(connection)
    return {
        table: {
            "columns": {
                column["name"]: (
                    str(column["type"]),
                    column["nullable"],
                    column["default"],
                    column.get("autoincrement"),
                )
                for column in inspector.get_columns(table)
            },
            "key": inspector.get_pk_constraint(table),
            "references": sorted(inspector.get_foreign_keys(table), key=str),
            "unique": sorted(inspector.get_unique_constraints(table), key=str),
            "checks": sorted(inspector.get_check_constraints(table), key=str),
            "indexes": sorted(map(str, _indexes(connection, table))),
        }
        for table in inspector.get_table_names()
        if table != "alembic_version"
    }


def _indexes(connection: Connection, table: str) -> Iterator[Any]:
    query = (
        "SELECT indexdef FROM pg_indexes WHERE tablename = :table"
        if connection.dialect.name == "postgresql"
        else "SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = :table"
    )
    yield from connection.scalars(text(query), {"table": table})


def put_rows(connection: Connection) -> None:
    """Fill the first revision's tables as they stand in the database, not as the models have them by now."""
    tables = MetaData()
    tables.reflect(connection)
    for table in tables.sorted_tables:
        if table.name != "alembic_version":
            connection.execute(insert(table).values(**ROWS_AT_0001[table.name]))


def rows(connection: Connection) -> dict[str, list[dict[str, Any]]]:
    tables = MetaData()
    tables.reflect(connection)
    return {
        table.name: [dict(row) for row in connection.execute(select(table)).mappings()]
        for table in tables.sorted_tables
        if table.name != "alembic_version"
    }


async def test_alembic_finds_no_difference_to_the_models(empty_database_url: str) -> None:
    await migrate(empty_database_url)
    options = {"compare_type": True, "compare_server_default": True}

    def difference(connection: Connection) -> list[Any]:
        return list(compare_metadata(MigrationContext.configure(connection, opts=options), Base.metadata))

    assert await on_schema(empty_database_url, difference) == []


async def test_migrating_and_creating_from_the_models_give_the_same_schema(empty_database_url: str) -> None:
    await on_schema(empty_database_url, Base.metadata.create_all)
    created = await on_schema(empty_database_url, described)
    await on_schema(empty_database_url, Base.metadata.drop_all)
    await migrate(empty_database_url)
    assert await on_schema(empty_database_url, described) == created


async def test_rows_of_the_first_revision_reach_the_newest(empty_database_url: str) -> None:
    await migrate(empty_database_url, FIRST)
    await on_schema(empty_database_url, put_rows)
    before = await on_schema(empty_database_url, rows)
    assert all(len(found) == 1 for found in before.values())
    await migrate(empty_database_url)
    after = await on_schema(empty_database_url, rows)
    for table, [row] in before.items():
        [kept] = after[table]
        assert {name: kept[name] for name in row if name in kept} == {name: row[name] for name in row if name in kept}


async def test_state_of_the_schema(empty_database_url: str) -> None:
    empty = await schema_state(empty_database_url)
    assert empty.current is None
    assert not empty.is_newest
    migrated = await migrate(empty_database_url)
    assert migrated == await schema_state(empty_database_url) == SchemaState(empty.newest, empty.newest)
    assert migrated.is_newest


async def test_the_newest_revision_is_alembics_head() -> None:
    config = Config()
    config.set_main_option("script_location", "storage:migrations")
    newest = (await schema_state("sqlite:///nowhere/there-is-none.db")).newest
    assert newest == ScriptDirectory.from_config(config).get_current_head()


@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_looking_at_a_missing_file_does_not_make_it(empty_database_url: str, tmp_path: Path) -> None:
    assert (await schema_state(empty_database_url)).current is None
    assert os.listdir(tmp_path) == []  # noqa: PTH208


async def test_several_can_migrate_at_once(empty_database_url: str) -> None:
    states = await asyncio.gather(*(migrate(empty_database_url) for _ in range(3)))
    assert all(state.is_newest for state in states)


@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_building_a_table_anew_keeps_the_rows_that_refer_to_it(empty_database_url: str) -> None:
    await migrate(empty_database_url)
    await on_schema(empty_database_url, put_rows)
    before = await on_schema(empty_database_url, rows)

    def build_anew(connection: Connection) -> None:
        with Operations(MigrationContext.configure(connection)).batch_alter_table("workspace", recreate="always"):
            pass

    await on_schema(empty_database_url, build_anew)
    assert await on_schema(empty_database_url, rows) == before


@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_rows_that_refer_to_nothing_stop_a_migration(empty_database_url: str) -> None:
    await migrate(empty_database_url)

    def orphan(connection: Connection) -> None:
        connection.execute(insert(Base.metadata.tables["submitted_form"]).values(ROWS_AT_0001["submitted_form"]))

    await on_schema(empty_database_url, orphan)
    with pytest.raises(BrokenReferencesError, match="submitted_form"):
        await migrate(empty_database_url)


@pytest.mark.parametrize("dialect", ["postgresql"])
async def test_two_databases_are_migrated_side_by_side(empty_database_url: str, tmp_path: Path) -> None:
    urls = (empty_database_url, f"sqlite:///{tmp_path / 'beside.db'}")
    states = await asyncio.gather(*map(migrate, urls))
    assert all(state.is_newest for state in states)
