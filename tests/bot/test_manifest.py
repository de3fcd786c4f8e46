"""What the manifest declares and what the program listens to are the same."""

from collections.abc import AsyncIterator

import pytest
import yaml
from slack_bolt.authorization import AuthorizeResult

from bot.clock import utc_now
from bot.flows import register_flows
from bot.manifest import Manifest, manifest_path
from bot.settings import Settings
from bot.slack import bolt_app, open_session, slack_client
from handlers.events import Intake
from handlers.listening import Listening
from services.context import Services
from storage.store import Store
from views.ids import ActionId, Command, Word
from views.wording import Wording

# Slack calls all messages `message`, and subscribes to them by where they are.
MESSAGES = {"message.im": "message"}


@pytest.fixture
def dialect() -> str:
    """No flow asks the database anything when it is registered."""
    return "sqlite"


@pytest.fixture
async def names(store: Store) -> AsyncIterator[frozenset[tuple[str, str]]]:
    """What the assembled flows listen to."""
    async with open_session() as session:
        client = slack_client(Settings("xoxb-test", "xapp-test"), session)
        app = bolt_app(client, AuthorizeResult(enterprise_id=None, team_id="T0", bot_token="xoxb-test"))
        listening = Listening(app, Intake(store, utc_now), Wording())
        register_flows(listening, Services(store, utc_now, lambda: None), Wording(), client)
        yield listening.names


def of_kind(kind: str, names: frozenset[tuple[str, str]]) -> set[str]:
    return {name for each, name in names if each == kind}


def test_commands(names: frozenset[tuple[str, str]]) -> None:
    assert of_kind("command", names) == Manifest.read().commands


def test_what_may_follow_a_command_is_named_where_it_is_typed() -> None:
    features = yaml.safe_load(manifest_path().read_text("utf-8"))["features"]
    hints = {each["command"]: each["usage_hint"] for each in features["slash_commands"]}
    assert set(hints[Command.MENTORING].strip("[]").split(" | ")) == {word.value for word in Word}


def test_shortcuts(names: frozenset[tuple[str, str]]) -> None:
    assert of_kind("shortcut", names) == Manifest.read().shortcuts


def test_events(names: frozenset[tuple[str, str]]) -> None:
    assert of_kind("event", names) == {MESSAGES.get(event, event) for event in Manifest.read().events}


def test_every_button_has_a_listener_and_every_listener_a_button(names: frozenset[tuple[str, str]]) -> None:
    assert of_kind("action", names) == {action.value for action in ActionId}


def test_the_manifest_keeps_to_slacks_rules() -> None:
    whole = yaml.safe_load(manifest_path().read_text("utf-8"))
    features, settings = whole["features"], whole["settings"]
    assert whole["_metadata"]["major_version"] == 2
    assert len(whole["display_information"]["name"]) <= 35
    assert len(whole["display_information"]["description"]) <= 140
    assert 175 <= len(whole["display_information"]["long_description"]) <= 4000
    assert all(len(command["command"]) <= 32 for command in features["slash_commands"])
    assert all(len(shortcut["name"]) <= 24 for shortcut in features["shortcuts"])
    # Otherwise `@partner` would come as plain text.
    assert all(command["should_escape"] for command in features["slash_commands"])
    assert features["app_home"]["home_tab_enabled"]
    assert features["app_home"]["messages_tab_enabled"]
    assert not features["app_home"]["messages_tab_read_only_enabled"]
    assert settings["interactivity"]["is_enabled"]
    assert settings["socket_mode_enabled"]


def test_no_scope_is_asked_for_twice() -> None:
    manifest = Manifest.read()
    assert manifest.scopes
    assert not manifest.scopes & manifest.optional_scopes
