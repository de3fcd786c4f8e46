"""No column of the database is without its line in the table."""

from sqlalchemy import JSON, Column, LargeBinary, String

from storage.models import Base
from tests.privacy.table import FIELDS, NOBODYS_WORDS

COLUMNS = {f"{table.name}.{column.name}": column for table in Base.metadata.sorted_tables for column in table.c}
EXCUSED = [name for names in NOBODYS_WORDS.values() for name in names]


def may_hold_words(column: Column[object]) -> bool:
    """Whether somebody's words could be put there: all that is sealed, text and JSON, other than keys."""
    is_key = bool(column.foreign_keys) or column.name == "id"
    return isinstance(column.type, LargeBinary) or (isinstance(column.type, String | JSON) and not is_key)


def test_every_column_that_may_hold_words_has_a_line() -> None:
    needed = {name for name, column in COLUMNS.items() if may_hold_words(column)}
    assert sorted(needed - {*FIELDS, *EXCUSED}) == []


def test_every_line_is_of_a_column_and_each_has_one() -> None:
    assert sorted({*FIELDS, *EXCUSED} - {*COLUMNS}) == []
    lines = [*FIELDS, *EXCUSED]
    assert sorted(name for name in lines if lines.count(name) > 1) == []


def test_whatever_is_sealed_is_somebodys() -> None:
    sealed = {name for name, column in COLUMNS.items() if isinstance(column.type, LargeBinary)}
    assert sealed & {*EXCUSED} == {"key_proof.sealed"}
