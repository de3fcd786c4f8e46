"""What can be done about a pair, as buttons: in App Home, in the menu, and at its end."""

from views.blocks import Block, button
from views.ids import ActionId
from views.wording import Wording


def last_words(pair_id: str, partner: str, wording: Wording) -> list[Block]:
    """At the end of a pair: to look back, and to thank the partner."""
    return [
        button(wording.say("button-reviews"), ActionId.REVIEW_END, pair_id),
        button(wording.say("button-thank-partner", partner=partner), ActionId.THANK_PARTNER, pair_id),
    ]


def pair_buttons(
    wording: Wording, pair_id: str | None = None, *, is_paused: bool, comes_to_its_end: bool
) -> list[Block]:
    """The story, goals, a pause or its end, how often, what is not working, at the end how to go on; and a way out.

    Args:
        wording: The words.
        pair_id: The pair; none: whoever presses is asked which of theirs they mean.
        is_paused: Whether there is a pause to end or to change.
        comes_to_its_end: Whether it is time to say how to go on.
    """
    pause = button(wording.say("button-change-pause" if is_paused else "button-pause"), ActionId.OPEN_PAUSE, pair_id)
    return [
        *course_buttons(wording, pair_id, is_paused=is_paused, comes_to_its_end=comes_to_its_end),
        button(wording.say("button-story"), ActionId.OPEN_STORY, pair_id),
        button(wording.say("button-goals"), ActionId.OPEN_GOALS, pair_id),
        button(wording.say("button-agreement"), ActionId.OPEN_AGREEMENT, pair_id),
        button(wording.say("button-feedback"), ActionId.OPEN_FEEDBACK, pair_id),
        button(wording.say("button-card"), ActionId.OPEN_CARD, pair_id),
        pause,
        button(wording.say("button-meet-less"), ActionId.MEET_LESS, pair_id),
        button(wording.say("button-trouble"), ActionId.OPEN_TROUBLE, pair_id),
        button(wording.say("end-open"), ActionId.END_PAIR, pair_id),
    ]


def course_buttons(
    wording: Wording, pair_id: str | None = None, *, is_paused: bool, comes_to_its_end: bool
) -> list[Block]:
    """What a pair that rests or comes to its end is asked; nothing of any other. The arguments are the same."""
    goes_on = [
        button(wording.say("button-go-on"), ActionId.GO_ON, pair_id),
        button(wording.say("button-go-on-less"), ActionId.GO_ON_LESS, pair_id),
        button(wording.say("button-finish"), ActionId.FINISH_PAIR, pair_id),
    ]
    resume = button(wording.say("button-resume"), ActionId.RESUME_PAIR, pair_id)
    return [*(goes_on if comes_to_its_end else []), *([resume] if is_paused else [])]
