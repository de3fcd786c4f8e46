"""The migrations lead from nothing to what the models say, and take everybody's rows along."""

import asyncio
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, MetaData, Table, insert, inspect, select, text

from storage.migrate import BrokenReferencesError, migrate
from storage.models import Base
from storage.schema import SchemaState, on_schema, schema_state
from tests.storage.rows import ROWS_AT_0001

Rows = dict[str, list[dict[str, Any]]]

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


def put_rows(connection: Connection) -> Rows:
    """Fill the first revision's tables as they stand in the database, not as the models have them by now."""
    tables = _reflected(connection)
    for table in tables:
        connection.execute(insert(table).values(**ROWS_AT_0001[table.name]))
    return _rows(connection, tables)


def rows(connection: Connection) -> Rows:
    return _rows(connection, _reflected(connection))


def _rows(connection: Connection, tables: list[Table]) -> Rows:
    return {table.name: [dict(row) for row in connection.execute(select(table)).mappings()] for table in tables}


def _reflected(connection: Connection) -> list[Table]:
    tables = MetaData()
    tables.reflect(connection)
    return [table for table in tables.sorted_tables if table.name != "alembic_version"]


# A test that gets a `database_url` finds it as `migrate` left it; few need to migrate an empty one, which takes longer.
async def test_alembic_finds_no_difference_to_the_models(database_url: str) -> None:
    options = {"compare_type": True, "compare_server_default": True}

    def difference(connection: Connection) -> list[Any]:
        return list(compare_metadata(MigrationContext.configure(connection, opts=options), Base.metadata))

    assert await on_schema(database_url, difference) == []


async def test_migrating_and_creating_from_the_models_give_the_same_schema(
    database_url: str, empty_database_url: str
) -> None:
    await on_schema(empty_database_url, Base.metadata.create_all)
    assert await on_schema(empty_database_url, described) == await on_schema(database_url, described)


async def test_rows_of_the_first_revision_reach_the_newest(empty_database_url: str) -> None:
    await migrate(empty_database_url, FIRST)
    before = await on_schema(empty_database_url, put_rows)
    assert all(len(found) == 1 for found in before.values())
    await migrate(empty_database_url)
    after = await on_schema(empty_database_url, rows)
    for table, [row] in before.items():
        [kept] = after[table]
        assert {name: kept[name] for name in row if name in kept} == {name: row[name] for name in row if name in kept}


async def test_state_of_the_schema(database_url: str, empty_database_url: str) -> None:
    empty = await schema_state(empty_database_url)
    assert empty.current is None
    assert not empty.is_newest
    migrated = await schema_state(database_url)
    assert migrated == await migrate(database_url) == SchemaState(empty.newest, empty.newest)
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


async def test_several_can_migrate_at_once_one_database_and_another(empty_database_url: str, tmp_path: Path) -> None:
    urls = (empty_database_url, empty_database_url, f"sqlite:///{tmp_path / 'beside.db'}")
    states = await asyncio.gather(*map(migrate, urls))
    assert all(state.is_newest for state in states)


@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_building_a_table_anew_keeps_the_rows_that_refer_to_it(database_url: str) -> None:
    before = await on_schema(database_url, put_rows)

    def build_anew(connection: Connection) -> None:
        with Operations(MigrationContext.configure(connection)).batch_alter_table("workspace", recreate="always"):
            pass

    await on_schema(database_url, build_anew)
    assert await on_schema(database_url, rows) == before


@pytest.mark.parametrize("dialect", ["sqlite"])
async def test_rows_that_refer_to_nothing_stop_a_migration(database_url: str) -> None:
    def orphan(connection: Connection) -> None:
        connection.execute(insert(Base.metadata.tables["submitted_form"]).values(ROWS_AT_0001["submitted_form"]))

    await on_schema(database_url, orphan)
    with pytest.raises(BrokenReferencesError, match="submitted_form"):
        await migrate(database_url)
