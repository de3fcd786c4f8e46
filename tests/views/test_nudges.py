"""What a message of nudges promises: one foot while something asks, a menu that fits it, questions for every stage."""

from dataclasses import replace
from typing import Any

import pytest

from mentoring.nudge_contents import Outcome, Settled
from mentoring.question_bank import CARDS, OF_SESSIONS, STRUGGLES, Card, Stage
from tests.views.sample_messages import LONDON
from tests.views.sample_nudges import nudges, posted
from views.cards import card_begin, card_question, card_subject
from views.ids import ActionId
from views.messages import nudge_foot, render
from views.wording import Wording
from views.wording.catalogue import WordingError

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
    goes_on = (Outcome.TURNED_OFF, Outcome.REVISITED, Outcome.WRITTEN, Outcome.THANKED)
    for content in answered:
        left = [block["type"] for block in posted([content], LONDON, wording).blocks]
        assert ("actions" in left) is (content.outcome in goes_on or content.pulse is not None)


@pytest.mark.parametrize("stage", Stage)
def test_every_card_says_three_things_that_no_other_says(stage: Stage, wording: Wording) -> None:
    cards = [Card(stage, number) for number in range(1, CARDS[stage] + 1)]
    for say in (card_question, card_subject, card_begin):
        assert len({say(card, wording) for card in cards}) == CARDS[stage]
    # One more would have no words.
    with pytest.raises(WordingError):
        card_question(Card(stage, CARDS[stage] + 1), wording)


def test_no_question_is_asked_at_two_stages(wording: Wording) -> None:
    asked = [card_question(Card(stage, n + 1), wording) for stage in Stage for n in range(CARDS[stage])]
    assert len(set(asked)) == len(asked) >= 40
    assert all(words.endswith("?") for words in asked)


@pytest.mark.parametrize("stage", OF_SESSIONS)
def test_a_mentor_gets_something_of_their_own_to_tell_and_a_mentee_does_not(stage: Stage, wording: Wording) -> None:
    content: Any = NUDGES["nudge-before-session-mentor"]
    told = [render(replace(content, card=Card(stage, n + 1)), LONDON, wording).text for n in range(STRUGGLES)]
    said = {line for text in told for line in text.splitlines() if line.startswith("*One thing from you:*")}
    assert len(said) == STRUGGLES
    to_mentee: Any = NUDGES["nudge-before-session-mentee"]
    assert "One thing from you" not in render(replace(to_mentee, card=Card(stage, 1)), LONDON, wording).text
