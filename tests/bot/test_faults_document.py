"""docs/faults.md names, for each fault, a test that exists."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROWS = [line for line in (ROOT / "docs" / "faults.md").read_text("utf-8").splitlines() if line.startswith("| ")][1:]


def test_every_row_names_a_test_that_exists() -> None:
    assert len(ROWS) > 30
    for row in ROWS:
        shown_by = re.search(r"\| `(tests/[\w/]+\.py)::(test_\w+)` \|$", row)
        assert shown_by, row
        file, name = shown_by.groups()
        assert f"def {name}(" in (ROOT / file).read_text("utf-8"), row
