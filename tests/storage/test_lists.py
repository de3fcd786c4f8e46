"""A statement with room for a few values finds the rows that have one of them, however few or many there are."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Column, Connection, Integer, MetaData, Table, create_engine, select

from storage.lists import is_one_of, listed, room_for

NUMBERS = Table("numbers", MetaData(), Column("number", Integer))
SOME = st.sets(st.integers(min_value=0, max_value=9), max_size=9)


@pytest.fixture(scope="module")
def numbers() -> Iterator[Connection]:
    """A table with the numbers from 0 to 9 and a row that has none."""
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        NUMBERS.create(connection)
        connection.execute(NUMBERS.insert(), [{"number": number} for number in (*range(10), None)])
        yield connection
    engine.dispose()


# A busy machine is slow, and that says nothing about the code.
@settings(deadline=None)
@given(SOME)
def test_the_rows_that_have_one_of_the_values_are_found(numbers: Connection, values: set[int]) -> None:
    found = select(NUMBERS).where(is_one_of(NUMBERS.c.number, "number", room_for(values)))
    assert set(numbers.scalars(found, listed("number", values))) == values


@pytest.mark.parametrize(
    ("values", "room"), [(0, 1), (1, 1), (2, 2), (3, 4), (4, 4), (5, 8), (8, 8), (9, 16), (1000, 1024)]
)
def test_there_are_few_statements_for_any_number_of_values(values: int, room: int) -> None:
    assert room_for(range(values)) == room
