"""The app's manifest.yml, as far as a workspace acts on it. What the manifest does not declare does not exist."""

from dataclasses import dataclass
from pathlib import Path

import yaml

from playground.configuration import ConfigurationError, Entry


@dataclass(frozen=True)
class Command:
    """A slash command, such as `/greet`."""

    name: str
    description: str
    usage_hint: str
    should_escape: bool


@dataclass(frozen=True)
class Shortcut:
    """A shortcut; `type` is `global` or `message`."""

    name: str
    type: str
    callback_id: str
    description: str


@dataclass(frozen=True)
class Manifest:
    """What an app declares: its names, surfaces, commands, shortcuts, events and scopes."""

    name: str
    description: str
    colour: str
    bot_name: str
    commands: tuple[Command, ...]
    shortcuts: tuple[Shortcut, ...]
    events: frozenset[str]
    scopes: tuple[str, ...]
    optional_scopes: tuple[str, ...]
    home_tab: bool
    messages_tab: bool
    messages_tab_read_only: bool
    interactivity: bool
    socket_mode: bool

    @classmethod
    def read(cls, path: Path) -> "Manifest":
        """Read a manifest in YAML.

        Raises:
            ConfigurationError: The file is no YAML, or a field is wrong; the message names file, line and field.
        """
        text = path.read_text(encoding="utf-8")
        try:
            lines = _lines(yaml.compose(text, Loader=yaml.SafeLoader), "")
            data = yaml.safe_load(text)
        except yaml.YAMLError as error:
            raise ConfigurationError(f"{path.name}: {error}") from error
        return cls._from(Entry(data, "", lambda field: _place(path.name, field, lines)))

    @classmethod
    def _from(cls, whole: Entry) -> "Manifest":
        display = whole.entry("display_information")
        features = whole.entry("features")
        home = features.entry("app_home")
        settings = whole.entry("settings")
        scopes = whole.entry("oauth_config").entry("scopes")
        name = display.text("name", at_most=35)
        granted = {*scopes.texts("bot"), *scopes.texts("bot_optional")}
        for feature in ("slash_commands", "shortcuts"):
            if features.has(feature) and "commands" not in granted:
                raise features.error(feature, "needs the scope commands")
        return cls(
            name=name,
            description=display.text("description", "", at_most=140),
            colour=display.text("background_color", "#4a154b"),
            bot_name=features.entry("bot_user").text("display_name", name, at_most=80),
            commands=tuple(_command(entry) for entry in features.entries("slash_commands")),
            shortcuts=tuple(_shortcut(entry) for entry in features.entries("shortcuts")),
            events=frozenset(settings.entry("event_subscriptions").texts("bot_events")),
            scopes=scopes.texts("bot"),
            optional_scopes=scopes.texts("bot_optional"),
            home_tab=home.flag("home_tab_enabled"),
            messages_tab=home.flag("messages_tab_enabled"),
            messages_tab_read_only=home.flag("messages_tab_read_only_enabled"),
            interactivity=settings.entry("interactivity").flag("is_enabled"),
            socket_mode=settings.flag("socket_mode_enabled"),
        )

    def command(self, name: str) -> Command | None:
        """The command of that name (with its slash), if the app has it."""
        return next((command for command in self.commands if command.name == name), None)

    def shortcut(self, callback_id: str) -> Shortcut | None:
        """The shortcut with that callback id, if the app has it."""
        return next((shortcut for shortcut in self.shortcuts if shortcut.callback_id == callback_id), None)


def _command(entry: Entry) -> Command:
    name = entry.text("command", at_most=32)
    if not name.startswith("/") or len(name) == 1 or name != name.lower() or " " in name:
        raise entry.error("command", f"must be a slash and a word in small letters, not {name!r}")
    return Command(
        name=name,
        description=entry.text("description", at_most=2000),
        usage_hint=entry.text("usage_hint", "", at_most=1000),
        should_escape=entry.flag("should_escape"),
    )


def _shortcut(entry: Entry) -> Shortcut:
    kind = entry.text("type")
    if kind not in {"global", "message"}:
        raise entry.error("type", f"must be global or message, not {kind!r}")
    return Shortcut(
        name=entry.text("name", at_most=24),
        type=kind,
        callback_id=entry.text("callback_id", at_most=255),
        description=entry.text("description", at_most=150),
    )


def _lines(node: yaml.Node | None, path: str) -> dict[str, int]:
    if node is None:
        return {}
    lines = {path: node.start_mark.line + 1}
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            lines |= _lines(value, f"{path}.{key.value}" if path else str(key.value))
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            lines |= _lines(value, f"{path}[{index}]")
    return lines


def _place(file: str, field: str, lines: dict[str, int]) -> str:
    # A missing field has no line of its own: its mapping's line is where to add it.
    known = field
    while known and known not in lines:
        known = known[: max(known.rfind("."), known.rfind("["), 0)]
    return f"{file}, line {lines.get(known, 1)}, {field}"
