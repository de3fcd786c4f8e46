"""Every view as it stands, so that a change of words or shape is a readable difference.

Renew them with `RENEW_SNAPSHOTS=1 make test`, and read what changed before you commit it.
"""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.views.surfaces import MESSAGES, VIEWS

SNAPSHOTS = Path(__file__).parent / "snapshots"
RENEW = "RENEW_SNAPSHOTS" in os.environ

# Extremes are there for the limits; nobody reads them.
SHOWN: dict[str, Any] = {
    **{
        name: {"text": message.text.splitlines(), "blocks": message.blocks}
        for name, message in MESSAGES.items()
        if "extreme" not in name
    },
    **{name: view for name, view in VIEWS.items() if "extreme" not in name and name != "form-programme"},
}


@pytest.mark.parametrize("name", SHOWN)
def test_view_is_as_its_snapshot_shows(name: str) -> None:
    file = SNAPSHOTS / f"{name}.json"
    if RENEW:
        file.write_text(_json(SHOWN[name]), encoding="utf-8")
    assert json.loads(file.read_text(encoding="utf-8")) == SHOWN[name]


def test_no_snapshot_is_left_over() -> None:
    if RENEW:
        for file in SNAPSHOTS.glob("*.json"):
            if file.stem not in SHOWN:
                file.unlink()
    assert {file.stem for file in SNAPSHOTS.glob("*.json")} == set(SHOWN)


def _json(view: object) -> str:
    return json.dumps(view, indent=2, ensure_ascii=False, sort_keys=True) + "\n"
