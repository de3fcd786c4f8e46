"""Slack takes every message, form and App Home, however much it has to show."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

import pytest

from mentoring.home import HomePicture, LeftOut
from mentoring.promises import PromiseState
from playground.blocks import kept_blocks, kept_view, size_of
from playground.instants import Ids
from playground.limits import MESSAGE_SIZE
from playground.shapes import SlackError
from tests.views.people import EXTREME, MAYA, TOM, TYPICAL
from tests.views.sample_homes import NOW, SETTINGS, pair_card, partner_promises
from tests.views.sample_stories import journal
from views.blocks import View
from views.home import home
from views.ids import ActionId
from views.messages import Message
from views.wording import Wording

pytestmark = pytest.mark.xdist_group("all that people can see")


# One test for all that is shown, where a test for each would cost more than what it looks at.
def test_slack_takes_every_message(messages: dict[str, Message]) -> None:
    assert _refused(kept_blocks, {name: message.blocks for name, message in messages.items()}) == {}
    assert [name for name, message in messages.items() if not message.blocks] == []
    assert {name: len(each.text) for name, each in messages.items() if not 0 < len(each.text) <= 4_000} == {}
    sizes = {name: size_of(message.blocks) for name, message in messages.items()}
    assert {name: size for name, size in sizes.items() if size > MESSAGE_SIZE} == {}


def test_slack_takes_every_view(views: dict[str, View]) -> None:
    assert _refused(kept_view, views) == {}
    assert [name for name, view in views.items() if not view["blocks"]] == []


def _refused(keep: Callable[[Ids, Any], object], surfaces: Mapping[str, object]) -> dict[str, list[str]]:
    return {name: why for name, surface in surfaces.items() if (why := _refusal(partial(keep, Ids(), surface)))}


def _refusal(keep: Callable[[], object]) -> list[str]:
    try:
        keep()
    except SlackError as refusal:
        return [refusal.code, *refusal.messages]
    return []


def test_a_home_with_too_much_of_everything_still_ends_with_its_settings(views: dict[str, View]) -> None:
    blocks = views["home-extreme"]["blocks"]
    assert len(blocks) <= 100
    assert [element["action_id"] for element in blocks[-1]["elements"]] == [
        ActionId.OPEN_SETTINGS,
        ActionId.SHOW_PRIVACY,
    ]


def test_a_home_of_twelve_pairs_is_as_short_as_one_and_says_how_much_more(wording: Wording) -> None:
    pairs = tuple(pair_card(TOM, f"pair-{n}") for n in range(12))
    lines = partner_promises(replace(TYPICAL, many=10), PromiseState.OPEN)
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
