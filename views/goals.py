"""Goals as people read them."""

from collections.abc import Sequence

from mentoring.checkpoints import progress_of
from mentoring.goals import GoalsRevealed, GoalWords
from mentoring.shared_goals import SharedGoal
from views.blocks import Block, actions, button, context, divider, section
from views.checkpoints import progress_words, ticked_lines
from views.ids import ActionId
from views.wording import Wording, dates


def both_drafts(content: GoalsRevealed, wording: Wording) -> list[Block]:
    """What both of a pair wrote, one after the other, and what to do with it."""
    partner = content.partner.name
    return [
        *_draft("mine", partner, content.mine, content.locale, wording),
        divider(),
        *_draft("theirs", partner, content.theirs, content.locale, wording),
        context(wording.markup("goals-revealed-next", partner=partner)),
        actions(button(wording.say("button-share-goals"), ActionId.SHARE_GOALS, content.pair_id, primary=True)),
    ]


def goal_lines(goal: GoalWords, locale: str | None, wording: Wording) -> str:
    """A goal as plain words: what, how to know, by when, and why it matters."""
    lines = [
        goal.statement,
        wording.say("goals-line-measure", words=goal.measure) if goal.measure else "",
        wording.say("goals-line-due", day=dates.day_and_year(goal.due_on, locale)) if goal.due_on else "",
        wording.say("goals-line-why", words=goal.why) if goal.why else "",
    ]
    return "\n".join(line for line in lines if line)


def shared_goal_lines(goal: SharedGoal, locale: str | None, wording: Wording) -> str:
    """The same of a goal in common, with how far it is and each of its checkpoints."""
    steps = ticked_lines(goal.checkpoints, locale, wording)
    lines = [goal_lines(goal.words, locale, wording), progress_words(progress_of(goal.checkpoints), wording), *steps]
    return "\n".join(line for line in lines if line)


def _draft(whose: str, partner: str, goals: Sequence[GoalWords], locale: str | None, wording: Wording) -> list[Block]:
    title = section(wording.markup("goals-whose", whose=whose, partner=partner))
    return [title, *(section(goal_lines(goal, locale, wording)) for goal in goals)]
