"""What manifest.yml declares of the Slack app."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import yaml

# A checkout has it at its root; a wheel carries it beside this module.
PLACES = (Path(__file__).parents[1] / "manifest.yml", Path(__file__).with_name("manifest.yml"))


@dataclass(frozen=True)
class Manifest:
    """The app as it is to be installed.

    Attributes:
        scopes: What the bot has to be allowed to do.
        optional_scopes: What it makes use of where it is allowed.
        commands: Slash commands, with their slash.
        shortcuts: Callback ids of shortcuts.
        events: Events the app subscribes to.
    """

    scopes: frozenset[str]
    optional_scopes: frozenset[str]
    commands: frozenset[str]
    shortcuts: frozenset[str]
    events: frozenset[str]

    @classmethod
    def read(cls) -> Self:
        """Read the manifest that this version of Rapport came with."""
        whole: dict[str, Any] = yaml.safe_load(manifest_path().read_text("utf-8"))
        features, scopes = whole["features"], whole["oauth_config"]["scopes"]
        return cls(
            scopes=frozenset(scopes["bot"]),
            optional_scopes=frozenset(scopes.get("bot_optional", ())),
            commands=frozenset(command["command"] for command in features["slash_commands"]),
            shortcuts=frozenset(shortcut["callback_id"] for shortcut in features["shortcuts"]),
            events=frozenset(whole["settings"]["event_subscriptions"]["bot_events"]),
        )


def manifest_path() -> Path:
    """Where manifest.yml is.

    Raises:
        FileNotFoundError: This installation is incomplete.
    """
    for path in PLACES:
        if path.exists():
            return path
    raise FileNotFoundError(f"manifest.yml is missing: it should be at {PLACES[-1]}")
