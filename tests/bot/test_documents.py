"""The README is complete: every command, setting, scope and event, and none that does not exist; so are the screens."""

import re
from pathlib import Path

from bot.command_line import app
from bot.manifest import Manifest
from bot.settings import NAMES
from views.ids import Command, Word

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")


def table(title: str) -> list[str]:
    """What the first column of the table beneath a title names."""
    section = README.partition(f"## {title}\n")[2].partition("\n## ")[0]
    return re.findall(r"^\| `([^`]+)`", section, re.MULTILINE)


def test_every_setting() -> None:
    assert table("Settings") == list(NAMES)


def test_every_scope_with_its_why() -> None:
    manifest = Manifest.read()
    assert set(table("What it asks of Slack")) == manifest.scopes | manifest.optional_scopes
    for scope in manifest.optional_scopes:
        assert f"| `{scope}` (optional) |" in README


def test_every_event() -> None:
    section = README.partition("\nEvents: ")[2].partition("\n\n")[0]
    assert set(re.findall(r"`([a-z_.]+)`", section)) == Manifest.read().events


def test_every_command_of_the_server() -> None:
    names = {str(command.name or getattr(command.callback, "__name__", "")) for command in app.registered_commands}
    names |= {str(group.name) for group in app.registered_groups}
    assert set(table("Commands on the server")) == {f"rapport {name}" for name in names}


def test_every_command_in_slack() -> None:
    named = set(table("What people do"))
    assert {str(command) for command in Command} <= named
    words = {f"{Command.MENTORING} {word}" for word in Word if word is not Word.HELP}
    assert words == {name for name in named if name.startswith(f"{Command.MENTORING} ")}


def test_every_picture() -> None:
    pages = "\n".join((ROOT / "docs" / name).read_text("utf-8") for name in ("screens.md", "tour.md"))
    shown = re.findall(r"^!\[.+\]\(images/(.+)\)$", pages, re.MULTILINE)
    assert sorted(shown) == sorted(file.name for file in (ROOT / "docs" / "images").iterdir())
    for picture in re.findall(r"!\[.+\]\((.+)\)", README):
        assert (ROOT / picture).is_file()


def test_the_tour_begins_with_what_is_in_it() -> None:
    tour = (ROOT / "docs" / "tour.md").read_text("utf-8")
    headings = re.findall(r"^###? (.+)$", tour, re.MULTILINE)
    anchors = [re.sub(r"[^a-z0-9 -]", "", heading.lower()).replace(" ", "-") for heading in headings]
    assert re.findall(r"\]\(#(.+?)\)", tour) == anchors
