"""What is told of goals: that a partner is ready, and, once both are, what both wrote."""

from dataclasses import replace

from mentoring.goals import GoalsRevealed, PartnerReady
from mentoring.notices import Reader
from mentoring.shared_goals import CheckpointsReached, GoalsChanged
from views.blocks import Block, actions, button, context, section
from views.goals import both_drafts, goal_lines, shared_goal_lines
from views.ids import ActionId
from views.messages.message import Message
from views.wording import Wording


def partner_ready(content: PartnerReady, _reader: Reader, wording: Wording) -> Message:
    """To the partner of whoever is ready: one tap to write one's own."""
    partner = content.partner.name
    if content.is_over:
        return Message.of(section(wording.markup("goals-partner-ready-over", partner=partner)))
    write = button(wording.say("button-write-goals"), ActionId.OPEN_GOALS, content.pair_id, primary=True)
    return Message.of(
        section(wording.markup("goals-partner-ready", partner=partner)),
        context(wording.markup("goals-partner-ready-next")),
        actions(write),
    )


def goals_revealed(content: GoalsRevealed, _reader: Reader, wording: Wording) -> Message:
    """To each of them: both drafts."""
    news = section(wording.markup("goals-revealed", partner=content.partner.name))
    return Message.of(news, *both_drafts(content, wording))


def goals_changed(content: GoalsChanged, _reader: Reader, wording: Wording) -> Message:
    """To the partner: the list as it is now; to both: what they have reached, and a way to celebrate it."""
    partner = content.partner.name
    if content.reached:
        news = wording.markup("goals-reached", partner=partner, count=len(content.reached))
        return Message.of(
            section(news),
            # By when it was to be reached is over.
            *(
                section(goal_lines(replace(goal.words, due_on=None), content.locale, wording))
                for goal in content.reached
            ),
            context(wording.markup("goals-reached-next", partner=partner)),
            actions(
                _look_back(content, wording),
                button(wording.say("button-win"), ActionId.CELEBRATE),
                button(wording.say("button-goals"), ActionId.OPEN_GOALS, content.pair_id),
            ),
        )
    return Message.of(
        section(wording.markup("goals-changed", partner=partner, count=len(content.goals))),
        *(section(shared_goal_lines(goal, content.locale, wording)) for goal in content.goals),
        *(context(wording.say("goals-changed-dropped", words=goal.words.statement)) for goal in content.dropped),
        context(wording.markup("goals-changed-next", partner=partner)),
        actions(button(wording.say("button-goals"), ActionId.OPEN_GOALS, content.pair_id)),
    )


def _look_back(content: GoalsChanged, wording: Wording) -> Block:
    """Two questions about the goal that was reached; of several, all that there is to look back on."""
    if len(content.reached) == 1:
        return button(wording.say("button-review-goal"), ActionId.REVIEW_GOAL, content.reached[0].id, primary=True)
    return button(wording.say("button-reviews"), ActionId.OPEN_REVIEWS, primary=True)


def checkpoints_reached(content: CheckpointsReached, _reader: Reader, wording: Wording) -> Message:
    """To the partner: what is ticked off, and how far the goal is now."""
    partner, count = content.partner.name, len(content.checkpoints)
    return Message.of(
        section(wording.markup("checkpoints-reached", partner=partner, count=count)),
        section(shared_goal_lines(content.goal, content.locale, wording)),
        context(wording.markup("checkpoints-reached-next", partner=partner)),
        actions(button(wording.say("button-goals"), ActionId.OPEN_GOALS, content.pair_id)),
    )
