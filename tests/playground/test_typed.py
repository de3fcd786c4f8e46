"""What becomes of text that people type."""

import pytest

from playground.manifest import Manifest
from playground.seed import Seed
from playground.typed import as_command_text, as_message
from playground.workspace import Workspace
from tests.playground.conftest import MANIFEST, SEED, SteppedClock


@pytest.fixture
def workspace(clock: SteppedClock) -> Workspace:
    return Workspace(Manifest.read(MANIFEST), Seed.from_dict(SEED), clock)


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("a < b & c > d", "a &lt; b &amp; c &gt; d"),
        ("<!channel>", "&lt;!channel&gt;"),
        ("@channel", "<!channel>"),
        ("hi @tom!", "hi <@U2>!"),
        ("hi @Tom Okafor, and @TOMOKO", "hi <@U2>, and <@U3>"),
        ("@tomato and me@tom.example", "@tomato and me@tom.example"),
        ("see #wins", "see <#C1|wins>"),
        ("see https://harbour.example/a?b=1&c=2.", "see <https://harbour.example/a?b=1&amp;c=2>."),
    ],
)
def test_a_message_is_escaped_and_refers(workspace: Workspace, typed: str, message: str) -> None:
    assert as_message(workspace, typed) == message


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("@tom for lunch", "<@U2|tom> for lunch"),
        ("@Maya Lind #wins", "<@U1|maya> <#C1|wins>"),
        ("1 < 2", "1 &lt; 2"),
    ],
)
def test_a_commands_text_carries_names(workspace: Workspace, typed: str, text: str) -> None:
    assert as_command_text(workspace, typed) == text
