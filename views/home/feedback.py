"""Feedback that is asked of somebody and waits."""

from mentoring.home import HomePicture
from views.blocks import Block, button, context, section
from views.ids import ActionId
from views.wording import Wording


def feedback(picture: HomePicture, wording: Wording) -> list[Block]:
    """The oldest request in a line, with a button that answers it; and how many more there are."""
    request = picture.feedback_asked
    if request is None:
        return []
    asked = wording.markup("home-feedback", partner=request.author.name, about=request.about)
    line = section(asked, button(wording.say("button-give-feedback"), ActionId.ANSWER_REQUEST, request.id))
    more = picture.more_feedback
    return [line, *([context(wording.markup("home-more-feedback", count=more))] if more else [])]
