"""Posts for the channel that name somebody and wait for their answer."""

from mentoring.home import HomePicture
from mentoring.notices import Reader
from views.blocks import Block, context, section
from views.messages.consent import question_blocks
from views.wording import Wording

MOST_QUESTIONS = 3


def questions(picture: HomePicture, wording: Wording) -> list[Block]:
    """Each with how it would read and three answers, as in the message that asks."""
    if not picture.questions:
        return []
    reader = Reader(picture.settings.time_zone, picture.locale)
    shown = picture.questions[:MOST_QUESTIONS]
    more = picture.more_questions
    return [
        section(wording.markup("home-questions")),
        *(block for asked in shown for block in question_blocks(asked, reader, wording)),
        *([context(wording.markup("home-more-questions", count=more))] if more else []),
    ]
