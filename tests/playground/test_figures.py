"""Slack's own times and rates, which other tests make short, at their real length."""

from inspect import signature

import pytest

from playground.rates import PER_MINUTE
from playground.responses import LIFE, USES
from playground.server import Playground
from playground.socket_mode import MOST_CONNECTIONS, WARNED_AHEAD

TIERS = {
    20: "users.list conversations.list",
    50: "conversations.open conversations.info conversations.history chat.update chat.delete reactions.add",
    100: "users.info views.open views.push views.update views.publish chat.postEphemeral "
    "files.getUploadURLExternal files.completeUploadExternal",
}
CALLS = [(method, calls) for calls, methods in TIERS.items() for method in methods.split()]


def test_an_app_has_as_long_as_slack_gives_it() -> None:
    usual = {name: argument.default for name, argument in signature(Playground).parameters.items()}
    assert usual["ack_timeout"] == 3.0
    assert usual["trigger_life"] == 3.0
    assert usual["retry_events_after"] == (0.0, 60.0, 300.0)
    assert (USES, LIFE.total_seconds()) == (5, 30 * 60)
    assert (MOST_CONNECTIONS, WARNED_AHEAD) == (10, 10.0)


@pytest.mark.parametrize(("method", "calls"), CALLS, ids=[method for method, _ in CALLS])
def test_a_method_has_slacks_tier(method: str, calls: int) -> None:
    assert PER_MINUTE[method] == calls
