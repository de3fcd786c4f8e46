"""What is told of goals: that a partner is ready, and, once both are, what both wrote."""

from dataclasses import replace

from mentoring.goals import GoalsRevealed, PartnerReady
from mentoring.notices import Reader
from mentoring.shared_goals import GoalsChanged
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
    """To the partner: the goals as they are now; to both: what they have reached, and a way to celebrate it."""
    if content.reached:
        return _goals_reached(content, wording)
    partner, ticked = content.partner.name, len(content.ticked)
    only_ticks = bool(content.goals) and not content.is_reworded
    what = "ticks" if only_ticks else "both" if ticked else "words"
    # Those that have been let go since are none.
    what = content.new.value if content.new and content.goals else what
    news = wording.markup("goals-changed", what=what, partner=partner, count=len(content.goals), ticked=ticked)
    return Message.of(
        section(news),
        *_changed(content, wording),
        context(wording.markup("goals-changed-next", what=what, partner=partner)),
        actions(button(wording.say("button-goals"), ActionId.OPEN_GOALS, content.pair_id)),
    )


def _goals_reached(content: GoalsChanged, wording: Wording) -> Message:
    partner = content.partner.name
    also = [context(wording.markup("goals-reached-also", partner=partner))] if content.goals else []
    return Message.of(
        section(wording.markup("goals-reached", partner=partner, count=len(content.reached))),
        # By when it was to be reached is over.
        *(section(goal_lines(replace(goal.words, due_on=None), content.locale, wording)) for goal in content.reached),
        *also,
        *_changed(content, wording),
        context(wording.markup("goals-reached-next", partner=partner)),
        actions(
            _look_back(content, wording),
            button(wording.say("button-win"), ActionId.CELEBRATE),
            button(wording.say("button-goals"), ActionId.OPEN_GOALS, content.pair_id),
        ),
    )


def _changed(content: GoalsChanged, wording: Wording) -> list[Block]:
    """What is still on the list, and what was let go."""
    return [
        *(section(shared_goal_lines(goal, content.locale, wording)) for goal in content.goals),
        *(context(wording.say("goals-changed-dropped", words=goal.words.statement)) for goal in content.dropped),
    ]


def _look_back(content: GoalsChanged, wording: Wording) -> Block:
    """Two questions about the goal that was reached; of several, all that there is to look back on."""
    if len(content.reached) == 1:
        return button(wording.say("button-review-goal"), ActionId.REVIEW_GOAL, content.reached[0].id, primary=True)
    return button(wording.say("button-reviews"), ActionId.OPEN_REVIEWS, primary=True)
