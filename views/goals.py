"""Goals as people read them."""

from collections.abc import Sequence

from mentoring.goals import GoalsRevealed, GoalWords
from views.blocks import Block, context, divider, section
from views.wording import Wording, dates


def both_drafts(content: GoalsRevealed, wording: Wording) -> list[Block]:
    """What both of a pair wrote, one after the other, and what to do with it."""
    partner = content.partner.name
    return [
        *_draft("mine", partner, content.mine, content.locale, wording),
        divider(),
        *_draft("theirs", partner, content.theirs, content.locale, wording),
        context(wording.markup("goals-revealed-next", partner=partner)),
    ]


def _draft(whose: str, partner: str, goals: Sequence[GoalWords], locale: str | None, wording: Wording) -> list[Block]:
    title = section(wording.markup("goals-whose", whose=whose, partner=partner))
    return [title, *(section(_goal(goal, locale, wording)) for goal in goals)]


def _goal(goal: GoalWords, locale: str | None, wording: Wording) -> str:
    lines = [
        goal.statement,
        wording.say("goals-line-measure", words=goal.measure) if goal.measure else "",
        wording.say("goals-line-due", day=dates.day_and_year(goal.due_on, locale)) if goal.due_on else "",
        wording.say("goals-line-why", words=goal.why) if goal.why else "",
    ]
    return "\n".join(line for line in lines if line)
