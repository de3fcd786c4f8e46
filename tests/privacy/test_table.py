"""No column of the database is without its line in the table, and docs/privacy.md shows all of it.

`RENEW_SNAPSHOTS=1 make test` writes the page's two tables anew.
"""

import os
import re
from collections.abc import Iterable
from pathlib import Path

from sqlalchemy import JSON, Column, LargeBinary, String

from storage.models import Base
from tests.privacy.table import FIELDS, NOBODYS_WORDS

PAGE = Path(__file__).parents[2] / "docs" / "privacy.md"
COLUMNS = {f"{table.name}.{column.name}": column for table in Base.metadata.sorted_tables for column in table.c}
SEALED = {name for name, column in COLUMNS.items() if isinstance(column.type, LargeBinary)}
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
    assert SEALED & {*EXCUSED} == {"key_proof.sealed"}


def test_whatever_is_somebodys_is_sealed_but_settings() -> None:
    assert {*FIELDS} - SEALED == {"person.kinds_off", "person.wants_hour_before"}


def rows(lines: Iterable[tuple[object, ...]]) -> str:
    return "".join(f"| {' | '.join(map(str, line))} |\n" for line in lines)


def test_the_page_shows_the_table() -> None:
    fields = rows(
        (field.what, field.read_by, f"`{name}`", "yes" if name in SEALED else "no") for name, field in FIELDS.items()
    )
    others = rows((what, ", ".join(f"`{name}`" for name in sorted(names))) for what, names in NOBODYS_WORDS.items())
    page = PAGE.read_text("utf-8")
    if "RENEW_SNAPSHOTS" in os.environ:
        new = iter((fields, others))
        page = re.sub(r"(\|---.*\n)(?:\|.*\n)*", lambda head: head[1] + next(new), page)
        PAGE.write_text(page, "utf-8")
    assert fields in page
    assert others in page
    assert len(re.findall("^[|] ", page, re.MULTILINE)) == len(FIELDS) + len(NOBODYS_WORDS) + 2
