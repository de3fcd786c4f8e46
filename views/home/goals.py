"""What somebody works towards with their partners."""

from mentoring.home import HomePicture
from mentoring.shared_goals import GoalLine
from views.blocks import Block, actions, button, context, section
from views.checkpoints import progress_words
from views.ids import ActionId
from views.markup import shorten
from views.promises import LONGEST_LINE, bulleted
from views.wording import Wording, dates


def goals(picture: HomePicture, wording: Wording) -> list[Block]:
    """Every goal that is worked on, by when, and a way to its list."""
    if not picture.goals:
        return []
    more = picture.left_out.goals
    return [
        section(wording.markup("home-goals")),
        *bulleted([_line(line, picture, wording) for line in picture.goals]),
        *([context(wording.markup("home-more-goals", count=more))] if more else []),
        actions(button(wording.say("button-goals"), ActionId.OPEN_GOALS)),
    ]


def _line(line: GoalLine, picture: HomePicture, wording: Wording) -> str:
    words = shorten(line.words.statement, LONGEST_LINE)
    if line.words.due_on:
        due = dates.day(line.words.due_on, picture.locale, today=picture.now.date())
        words = wording.say("home-goal-due", words=words, day=due)
    if line.progress.of:
        words = wording.say("home-goal-progress", words=words, progress=progress_words(line.progress, wording))
    if len(picture.pairs) > 1:
        words = wording.say("home-goal-with", words=words, partner=line.partner.name)
    return words
