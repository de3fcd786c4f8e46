"""Inserting once: what a unique key already has stays as it is."""

from collections.abc import Sequence
from functools import cache
from typing import Any, cast

from sqlalchemy import ColumnElement, Table, inspect
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import InstrumentedAttribute
from sqlalchemy.sql.dml import ReturningInsert

from storage.models import Base
from storage.transaction import Transaction


async def insert_once(tx: Transaction, table: type[Base], **values: Any) -> Any | None:  # noqa: ANN401 - a key of any type
    """Insert a row unless one of its unique keys is taken; return its (first) primary key, or None if it was there."""
    # What is not written yet may be what it refers to; a statement on the bare table does not see to that.
    await tx.flush()
    return await tx.scalar(_insert(table, tx.dialect), values)


async def insert_each_once(
    tx: Transaction, table: type[Base], rows: Sequence[dict[str, Any]], *returning: InstrumentedAttribute[Any]
) -> Sequence[Any]:
    """Insert rows together, leaving out those of which a unique key is taken; some columns of the new ones."""
    await tx.flush()
    names = tuple(column.key for column in returning)
    new: Sequence[Any] = (await tx.execute(_insert(table, tx.dialect, names), rows)).all()
    return new


# Made once for each table: making a statement takes longer than running it.
@cache
def _insert(table: type[Base], dialect: str, returning: tuple[str, ...] = ()) -> ReturningInsert[Any]:
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    mapper = inspect(table)
    bare = cast("Table", mapper.local_table)
    columns: list[ColumnElement[Any]] = [bare.c[name] for name in returning]
    columns = columns or [mapper.primary_key[0]]
    return insert(bare).on_conflict_do_nothing().returning(*columns)
