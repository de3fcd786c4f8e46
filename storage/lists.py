"""Values of which a column is to have one, in statements that are made once.

SQLAlchemy writes its own `IN` anew each time it runs, for there may be any number of values: that takes a third as long
as the statement. Here a statement has room for one, two, four, eight, ... of them.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import Column, ColumnElement, bindparam, literal
from sqlalchemy.orm import InstrumentedAttribute

AnyColumn = Column[Any] | ColumnElement[Any] | InstrumentedAttribute[Any]


def is_any(column: AnyColumn, values: Iterable[str]) -> ColumnElement[bool]:
    """Whether a column has one of certain values, which are always the same."""
    return column.in_([literal(str(value)) for value in values])


def room_for(values: Collection[object]) -> int:
    """How much room a statement has for these: the next power of two."""
    return 1 << max(0, len(values) - 1).bit_length()


def is_one_of(column: AnyColumn, name: str, room: int) -> ColumnElement[bool]:
    """Whether a column has one of the values that `listed` names."""
    return column.in_([bindparam(f"{name}{number}", type_=column.type) for number in range(room)])


def listed(name: str, values: Collection[object]) -> Mapping[str, object]:
    """The parameters of `is_one_of`, as many as there is room for: the last is said again; none is like nothing."""
    found = list(values) or [None]
    return {f"{name}{number}": found[min(number, len(found) - 1)] for number in range(room_for(found))}
