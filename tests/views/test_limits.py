"""Slack takes every message, form and App Home, however much it has to show."""

import pytest

from playground.blocks import kept_blocks, kept_view
from playground.instants import Ids
from tests.views.surfaces import MESSAGES, VIEWS
from views.blocks import View
from views.messages import Message


@pytest.mark.parametrize("message", MESSAGES.values(), ids=MESSAGES)
def test_slack_takes_the_message(message: Message) -> None:
    assert kept_blocks(Ids(), message.blocks)
    assert 0 < len(message.text) <= 4_000


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_slack_takes_the_view(view: View) -> None:
    assert kept_view(Ids(), view)["blocks"]
