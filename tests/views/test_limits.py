"""Slack takes every message, form and App Home, however much it has to show."""

from dataclasses import replace

import pytest

from mentoring.home import HomePicture, LeftOut
from mentoring.promises import PromiseState
from playground.blocks import kept_blocks, kept_view
from playground.instants import Ids
from tests.views.people import EXTREME, MAYA, TOM, TYPICAL
from tests.views.sample_stories import journal
from tests.views.sample_views import NOW, SETTINGS, _card, _promises
from tests.views.surfaces import MESSAGES, VIEWS
from views.blocks import View
from views.home import home
from views.ids import ActionId
from views.messages import Message
from views.wording import Wording


@pytest.mark.parametrize("message", MESSAGES.values(), ids=MESSAGES)
def test_slack_takes_the_message(message: Message) -> None:
    assert kept_blocks(Ids(), message.blocks)
    assert 0 < len(message.text) <= 4_000


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_slack_takes_the_view(view: View) -> None:
    assert kept_view(Ids(), view)["blocks"]


def test_a_home_with_too_much_of_everything_still_ends_with_its_settings() -> None:
    blocks = VIEWS["home-extreme"]["blocks"]
    assert len(blocks) <= 100
    assert [element["action_id"] for element in blocks[-1]["elements"]] == [
        ActionId.OPEN_SETTINGS,
        ActionId.SHOW_PRIVACY,
    ]


def test_a_home_of_twelve_pairs_is_as_short_as_one_and_says_how_much_more(wording: Wording) -> None:
    pairs = tuple(_card(TOM, f"pair-{n}") for n in range(12))
    lines = _promises(replace(TYPICAL, many=10), PromiseState.OPEN)
    picture = HomePicture(
        MAYA, NOW, SETTINGS, None, pairs=pairs, promises_mine=lines, promises_theirs=lines,
        left_out=LeftOut(promises_mine=30, promises_theirs=30), wins=journal(EXTREME), more_wins=297,
    )  # fmt: skip
    blocks = home(picture, wording)["blocks"]
    said = str(blocks)
    assert said.count("your mentor") == 5
    for more in (
        "And 7 more pairs",
        ActionId.OPEN_PAIRS,
        "37 older promises are open as well; the form has them all.",
        "297 earlier wins",
    ):
        assert more in said
    assert len(blocks) < 40
    # Of few pairs, as much as fits.
    words = lines[0].promise.words
    assert str(home(replace(picture, pairs=pairs[:3]), wording)).count(words) > said.count(words)
