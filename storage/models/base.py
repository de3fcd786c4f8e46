"""What every table shares: text ids made here, instants in UTC, and a workspace each row belongs to."""

from datetime import UTC, datetime
from typing import Any, cast
from uuid import uuid4

from sqlalchemy import DateTime, ForeignKey, MetaData, String, Table
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator


def new_id() -> str:
    """A random id of 32 hexadecimal digits."""
    return uuid4().hex


class UtcDateTime(TypeDecorator[datetime]):
    """An instant. It goes in aware and comes out in UTC; a naive one is refused with a ValueError.

    SQLite forgets the zone, so it is put back on the way out.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy passes it
        """Turn an aware datetime into UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            msg = f"An instant needs a time zone: {value!r}"
            raise ValueError(msg)
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy passes it
        """Give the datetime back, aware and in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Base(DeclarativeBase):
    """The parent of all tables."""

    # Named constraints, so that a migration can address each of them on either database.
    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {datetime: UtcDateTime}  # noqa: RUF012 - SQLAlchemy reads it as a plain class attribute


def table_of(rows: type[Base]) -> Table:
    """The bare table of a kind of row, for statements that have nothing to do with rows that are at hand."""
    return cast("Table", rows.__table__)


class InWorkspace:
    """A row that belongs to one workspace and goes when that workspace's data goes."""

    workspace_id: Mapped[str] = mapped_column(ForeignKey("workspace.id", ondelete="CASCADE"), index=True)


class Identified:
    """A row whose id is made at construction, so that sealed words can be bound to it before it is stored."""

    id: Mapped[str] = mapped_column(String(32), primary_key=True)

    def __init__(self, **values: Any) -> None:  # noqa: ANN401 - columns of any type
        values.setdefault("id", new_id())
        super().__init__(**values)


class OfPair:
    """A row that belongs to one pair."""

    pair_id: Mapped[str] = mapped_column(ForeignKey("pair.id", ondelete="CASCADE"), index=True)
