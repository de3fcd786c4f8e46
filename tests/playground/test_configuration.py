"""Manifest and seed: what they say, and how an error names its place."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from playground.configuration import ConfigurationError
from playground.manifest import Manifest
from playground.seed import Seed
from tests.playground.conftest import MANIFEST, SEED


def test_a_manifest_is_read() -> None:
    manifest = Manifest.read(MANIFEST)
    assert (manifest.name, manifest.bot_name, manifest.home_tab, manifest.messages_tab) == (
        "Greeter",
        "Greeter",
        True,
        True,
    )
    greet = manifest.command("/greet")
    assert greet
    assert (greet.should_escape, greet.usage_hint) == (True, "[@somebody]")
    assert manifest.command("/other") is None
    shortcut = manifest.shortcut("greet_all")
    assert shortcut
    assert (shortcut.type, shortcut.name) == ("global", "Greet all")
    assert "message.im" in manifest.events
    assert manifest.optional_scopes == ("channels:history",)


@pytest.mark.parametrize(
    ("before", "after", "error"),
    [
        ("  name: Greeter\n", "  name: 7\n", "manifest.yml, line 4, display_information.name: must be a text, not 7"),
        ("  name: Greeter\n", "", "manifest.yml, line 4, display_information.name: is required"),
        ("  name: Greeter\n", f"  name: {'x' * 36}\n", "display_information.name: has 36 characters, at most 35"),
        ("command: /raw", "command: raw", r"line 17, features.slash_commands\[1\].command: must be a slash"),
        ("type: global", "type: local", r"features.shortcuts\[0\].type: must be global or message, not 'local'"),
        ("/raw", f"/{'x' * 32}", r"slash_commands\[1\].command: has 33 characters, at most 32"),
        ("name: Greet all", f"name: {'x' * 25}", r"shortcuts\[0\].name: has 25 characters, at most 24"),
        ("bot: [commands, ", "bot: [", "features.slash_commands: needs the scope commands"),
        ("should_escape: true", "should_escape: 1", r"slash_commands\[0\].should_escape: must be true or false"),
        ("callback_id: greet_all", "callback: x", r"line 22, features.shortcuts\[0\].callback_id: is required"),
        ("[app_home_opened,", "[7,", r"settings.event_subscriptions.bot_events\[0\]: must be a text"),
        ("interactivity:\n    is_enabled: true", "interactivity: 7", "settings.interactivity: must be a mapping"),
        ("settings:\n", "settings: {\n", "manifest.yml: "),
    ],
)
def test_what_is_wrong_in_a_manifest_is_named_by_line_and_field(
    tmp_path: Path, before: str, after: str, error: str
) -> None:
    text = MANIFEST.read_text(encoding="utf-8")
    assert before in text
    path = tmp_path / "manifest.yml"
    path.write_text(text.replace(before, after), encoding="utf-8")
    with pytest.raises(ConfigurationError, match=error):
        Manifest.read(path)


def test_a_seed_is_read() -> None:
    seed = Seed.from_dict(SEED)
    maya = seed.people[0]
    assert (maya.id, maya.name, maya.initials, maya.team_id) == ("U1", "maya", "ML", "T1")
    assert seed.people[5].team_id == "T9"
    assert seed.channels[1].is_private
    assert (seed.tour[0].text, seed.tour[0].act_as) == ("Say hello", "U1")


def spoil(change: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
    seed: dict[str, Any] = {
        key: [dict(one) for one in value] if isinstance(value, list) else dict(value) for key, value in SEED.items()
    }
    change(seed)
    return seed


@pytest.mark.parametrize(
    ("change", "error"),
    [
        (lambda seed: seed.pop("workspace"), "seed, workspace.id: is required"),
        (lambda seed: seed["people"][1].update(tz="Mars/Base"), r"seed, people\[1\].tz: 'Mars/Base' is no IANA"),
        (lambda seed: seed["people"][0].pop("name"), r"seed, people\[0\].name: is required"),
        (lambda seed: seed["channels"][0].update(members=["U99"]), r"channels\[0\].members\[0\]: 'U99' is nobody"),
        (lambda seed: seed["tour"][0].update(act_as="U99"), r"tour\[0\].act_as: 'U99' is nobody"),
        (lambda seed: seed.update(people={}), "seed, people: must be a list"),
    ],
)
def test_what_is_wrong_in_a_seed_is_named_by_field(change: Callable[[dict[str, Any]], object], error: str) -> None:
    with pytest.raises(ConfigurationError, match=error):
        Seed.from_dict(spoil(change))
