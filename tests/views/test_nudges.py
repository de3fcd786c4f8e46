"""What a message of nudges promises: one foot while something asks, a menu that fits it, questions for every stage."""

from dataclasses import replace
from typing import Any

import pytest

from mentoring.notices import Content
from mentoring.nudge_contents import Outcome, Settled
from mentoring.openers import QUESTIONS, Opener, Stage
from tests.views.sample_messages import LONDON
from tests.views.sample_nudges import nudges, posted
from views.ids import ActionId
from views.messages import nudge_foot, render
from views.wording import Wording

NUDGES = dict(nudges())


def choices(names: list[str], wording: Wording) -> list[str]:
    """What the menu of a message of these offers."""
    foot = nudge_foot([NUDGES[name] for name in names], wording)
    [menu] = [block["accessory"] for block in foot]
    assert menu["action_id"] == ActionId.NUDGE_MENU
    return [option["value"] for option in menu["options"]]


def test_a_menu_says_why_puts_off_and_turns_off(wording: Wording) -> None:
    about: Any = NUDGES["nudge-promise"]
    notice = about.about.notice_id
    assert choices(["nudge-promise"], wording) == [f"why {notice}", f"later {notice}", f"no_more {notice}"]


def test_what_is_about_a_session_is_not_put_off(wording: Wording) -> None:
    for name in ("nudge-before-session-mentee", "nudge-hour-before", "nudge-after-session"):
        assert [choice.split()[0] for choice in choices([name], wording)] == ["why", "no_more"]


def test_each_kind_of_a_message_can_be_turned_off_as_far_as_a_menu_holds_them(wording: Wording) -> None:
    names = ["nudge-first-meeting-1", "nudge-have-not-met-1", "nudge-promise", "nudge-between", "nudge-wrap-up"]
    offered = choices(names, wording)
    assert len(set(offered)) == len(offered) == 5
    assert [choice.split()[0] for choice in offered] == ["why", "later", "no_more", "no_more", "no_more"]


def test_once_nothing_asks_there_is_no_foot(wording: Wording) -> None:
    answered = [content for content in NUDGES.values() if isinstance(content, Settled)]
    assert len(answered) > len(Outcome)
    assert nudge_foot(answered, wording) == []
    for content in answered:
        left = [block["type"] for block in posted([content], LONDON, wording).blocks]
        assert ("actions" in left) is (content.outcome is Outcome.TURNED_OFF)


@pytest.mark.parametrize("stage", Stage)
def test_every_stage_has_its_questions_and_a_word_for_the_mentor(stage: Stage, wording: Wording) -> None:
    content: Any = NUDGES["nudge-before-session-mentor"]
    asked: list[Content] = [replace(content, opener=Opener(stage, n + 1)) for n in range(QUESTIONS)]
    texts = {render(each, LONDON, wording).text for each in asked}
    assert len(texts) == QUESTIONS
    others = {render(replace(content, opener=Opener(each, 1)), LONDON, wording).text for each in Stage}
    assert len(others) == len(Stage)
