"""Inserting rows: now, or once, where what a unique key already has stays as it is."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Insert, insert, inspect
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import InstrumentedAttribute, make_transient_to_detached
from sqlalchemy.sql.dml import ReturningInsert

from storage.models import Base, table_of
from storage.transaction import Transaction


async def insert_row(tx: Transaction, row: Base) -> None:
    """Insert a new row now, which has its key. As adding and flushing it, in half the time."""
    statement, defaults = _insert_whole(type(row))
    held = vars(row)
    for column, default in defaults:
        held.setdefault(column, default)
    # A column without a value is left out: to say of each that it is empty takes a sixth longer.
    await tx.execute(statement, {column: held[column] for column, _ in defaults if held[column] is not None})
    # From now on it is as any row that was read: what is changed in it is written.
    make_transient_to_detached(row)
    tx.add(row)


async def insert_once(tx: Transaction, table: type[Base], **values: Any) -> Any | None:  # noqa: ANN401 - a key of any type
    """Insert a row unless one of its unique keys is taken; return its (first) primary key, or None if it was there."""
    return await tx.scalar(_insert(table, tx.dialect), values)


async def insert_each(tx: Transaction, table: type[Base], rows: Sequence[dict[str, Any]]) -> Sequence[Any]:
    """Insert rows together; their (first) primary keys, in their order."""
    if not rows:
        return ()
    keys: Sequence[Any] = (await tx.scalars(_insert_in_order(table), rows)).all()
    return keys


async def insert_each_once(
    tx: Transaction, table: type[Base], rows: Sequence[dict[str, Any]], *returning: InstrumentedAttribute[Any]
) -> Sequence[Any]:
    """Insert rows together, leaving out those of which a unique key is taken; some columns of the new ones."""
    names = tuple(column.key for column in returning)
    new: Sequence[Any] = (await tx.execute(_insert(table, tx.dialect, names), rows)).all()
    return new


# Made once for each table: making a statement takes longer than running it.
@cache
def _insert(table: type[Base], dialect: str, returning: tuple[str, ...] = ()) -> ReturningInsert[Any]:
    insert_or_not = postgresql.insert if dialect == "postgresql" else sqlite.insert
    mapper = inspect(table)
    bare = table_of(table)
    columns: list[ColumnElement[Any]] = [bare.c[name] for name in returning]
    columns = columns or [mapper.primary_key[0]]
    return insert_or_not(bare).on_conflict_do_nothing().returning(*columns)


@cache
def _insert_in_order(table: type[Base]) -> ReturningInsert[Any]:
    mapper = inspect(table)
    bare = table_of(table)
    return insert(bare).returning(mapper.primary_key[0], sort_by_parameter_order=True)


@cache
def _insert_whole(table: type[Base]) -> tuple[Insert, list[tuple[str, Any]]]:
    """A statement, and the default of each column that it fills."""
    mapper = inspect(table)
    filled = [(attribute.key, attribute.columns[0]) for attribute in mapper.column_attrs]
    return insert(table_of(table)), [(name, _default(column)) for name, column in filled if not column.computed]


def _default(column: ColumnElement[Any]) -> object:
    default = getattr(column, "default", None)
    if default is not None and not default.is_scalar:
        msg = f"{column} is filled by a function: add such a row and flush it."
        raise TypeError(msg)
    return default.arg if default is not None else None
