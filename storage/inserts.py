"""Inserting once: what a unique key already has stays as it is."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import inspect
from sqlalchemy.dialects import postgresql, sqlite

from storage.models import Base
from storage.transaction import Transaction


async def insert_once(tx: Transaction, table: type[Base], **values: Any) -> Any | None:  # noqa: ANN401 - a key of any type
    """Insert a row unless one of its unique keys is taken; return its (first) primary key, or None if it was there."""
    insert = postgresql.insert if tx.dialect == "postgresql" else sqlite.insert
    key = inspect(table).primary_key[0]
    return await tx.scalar(insert(table).values(**values).on_conflict_do_nothing().returning(key))


async def insert_each_once(
    tx: Transaction, table: type[Base], rows: Sequence[dict[str, Any]], returning: Sequence[Any]
) -> Sequence[Any]:
    """Insert rows in one statement, leaving out those of which a unique key is taken; some columns of the new ones."""
    insert = postgresql.insert if tx.dialect == "postgresql" else sqlite.insert
    return (await tx.execute(insert(table).values(rows).on_conflict_do_nothing().returning(*returning))).all()
