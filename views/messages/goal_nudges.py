"""Nudges about a pair's goals: near a date and past it, and half-way about all of them."""

from dataclasses import replace

from mentoring.notices import Reader
from mentoring.nudge_contents import GoalDue, HalfWay
from views.blocks import Block, actions, button, context, section
from views.goals import shared_goal_lines
from views.ids import ActionId
from views.messages.message import Message
from views.wording import Wording, dates


def goal_due(content: GoalDue, reader: Reader, wording: Wording) -> Message:
    """One goal: reached, kept, changed or let go."""
    about, goal = content.about, content.goal
    day = dates.day(content.due_on, reader.locale)
    # The date is said already.
    undated = replace(goal, words=replace(goal.words, due_on=None))
    return Message.of(
        section(wording.markup("nudge-goal", step=about.step, partner=about.partner.name, day=day)),
        section(shared_goal_lines(undated, reader.locale, wording)),
        context(wording.markup("nudge-goal-next", step=about.step, partner=about.partner.name)),
        actions(
            button(wording.say("nudge-button-goal-reached"), ActionId.GOAL_REACHED, goal.id, primary=True),
            button(wording.say("nudge-button-goal-keep"), ActionId.KEEP_GOAL, goal.id),
            button(wording.say("nudge-button-goal-change"), ActionId.CHANGE_GOAL, goal.id),
            button(wording.say("nudge-button-goal-drop"), ActionId.DROP_GOAL, goal.id),
        ),
    )


def half_way(content: HalfWay, reader: Reader, wording: Wording) -> Message:
    """All goals, and one short form for them; where there are none, a way to begin."""
    partner = content.about.partner.name
    if not content.goals:
        return Message.of(
            section(wording.markup("nudge-half-way-none", partner=partner)), _half_way_buttons(content, wording)
        )
    return Message.of(
        section(wording.markup("nudge-half-way", partner=partner)),
        *(section(shared_goal_lines(goal, reader.locale, wording)) for goal in content.goals),
        context(
            wording.markup(
                "nudge-half-way-next", looked="partner" if content.partner_looked else "nobody", partner=partner
            )
        ),
        _half_way_buttons(content, wording),
    )


def _half_way_buttons(content: HalfWay, wording: Wording) -> Block:
    """All that there is to do half-way."""
    pair_id = content.about.pair_id
    if content.goals:
        look = button(wording.say("nudge-button-revisit"), ActionId.REVISIT_GOALS, pair_id, primary=True)
    else:
        look = button(wording.say("nudge-button-first-goals"), ActionId.OPEN_GOALS, pair_id, primary=True)
    return actions(look, button(wording.say("button-review-half-way"), ActionId.REVIEW_HALF_WAY, pair_id))
