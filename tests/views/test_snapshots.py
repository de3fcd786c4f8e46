"""Every view as it stands, so that a change of words or shape is a readable difference.

Renew them with `RENEW_SNAPSHOTS=1 make test`, and read what changed before you commit it.
"""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from views.blocks import View
from views.messages import Message

pytestmark = pytest.mark.xdist_group("all that people can see")

SNAPSHOTS = Path(__file__).parent / "snapshots"
RENEW = "RENEW_SNAPSHOTS" in os.environ


@pytest.fixture(scope="module")
def shown(messages: dict[str, Message], views: dict[str, View]) -> dict[str, Any]:
    """All that is seen, but for the extremes: those are there for the limits; nobody reads them."""
    return {
        **{
            name: {"text": message.text.splitlines(), "blocks": message.blocks}
            for name, message in messages.items()
            if "extreme" not in name
        },
        **{name: view for name, view in views.items() if "extreme" not in name and name != "form-programme"},
    }


def test_every_view_is_as_its_snapshot_shows(shown: dict[str, Any], subtests: pytest.Subtests) -> None:
    for name, view in shown.items():
        file = SNAPSHOTS / f"{name}.json"
        if RENEW:
            file.write_text(_json(view), encoding="utf-8")
        # A test for each would cost more than what it looks at: only what differs gets one, to be told in full.
        if not file.exists() or json.loads(file.read_text(encoding="utf-8")) != view:
            with subtests.test(name):
                assert json.loads(file.read_text(encoding="utf-8")) == view


def test_no_snapshot_is_left_over(shown: dict[str, Any]) -> None:
    if RENEW:
        for file in SNAPSHOTS.glob("*.json"):
            if file.stem not in shown:
                file.unlink()
    assert {file.stem for file in SNAPSHOTS.glob("*.json")} == set(shown)


def _json(view: object) -> str:
    return json.dumps(view, indent=2, ensure_ascii=False, sort_keys=True) + "\n"
