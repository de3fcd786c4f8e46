"""The form in which somebody drafts goals of their own, and what stands in its place once both have read both."""

from mentoring.goals import (
    MOST_DRAFTED,
    DraftState,
    GoalField,
    GoalsDraft,
    GoalsRevealed,
    GoalsValues,
    GoalWords,
)
from mentoring.refusals import Reason, Refusal
from views.blocks import Block, View, actions, button, context, divider, section
from views.forms.answers import Answers
from views.forms.context import Context, decode
from views.forms.fields import Choice, date_field, text_field, tick_field
from views.forms.modal import modal
from views.goals import both_drafts
from views.ids import ActionId, FormId
from views.markup import Markup
from views.wording import Wording

READY = "ready"
# Each stands in a line of its own when both read it.
LONGEST = 300


def goals_form(draft: GoalsDraft, wording: Wording) -> View:
    """The form: room for one goal, or for those there are; another can be added."""
    partner = draft.partner.name
    goals = draft.goals[:MOST_DRAFTED] or (GoalWords(),)
    return modal(
        Context(FormId.GOALS, pair_id=draft.pair_id, goals=len(goals), goals_asked=draft.asked),
        wording.say("goals-title"),
        [
            *([section(wording.markup("goals-asked"))] if draft.asks else []),
            section(wording.markup("goals-intro-ready" if draft.is_ready else "goals-intro", partner=partner)),
            *(block for n, goal in enumerate(goals) for block in _goal(n, goal, draft, wording)),
            *([_another(wording)] if len(goals) < MOST_DRAFTED else []),
            *([] if draft.is_ready else [_ready(partner, wording)]),
        ],
        submit=wording.say("form-save"),
        close=wording.say("form-cancel"),
    )


def parse_goals(view: View) -> GoalsValues:
    """What was entered.

    Raises:
        Refusal: `OUT_OF_DATE`.
    """
    about, answers = decode(view), Answers(view)
    if about.pair_id is None or not 1 <= about.goals <= MOST_DRAFTED:
        raise Refusal(Reason.OUT_OF_DATE)
    goals = tuple(_entered(answers, n) for n in range(about.goals))
    return GoalsValues(about.pair_id, goals, answers.is_ticked(READY), about.goals_asked)


def saved_goals_form(state: DraftState, partner: str, wording: Wording) -> View:
    """In the form's place: what has become of the draft, and what comes next."""
    said = wording.markup(f"goals-became-{state.value}", partner=partner)
    return modal(Context(FormId.MESSAGE), wording.say("goals-title"), [section(said)], close=wording.say("form-close"))


def revealed_goals_form(content: GoalsRevealed, wording: Wording) -> View:
    """Both drafts, to read."""
    title, close = wording.say("goals-revealed-title"), wording.say("form-close")
    return modal(Context(FormId.MESSAGE), title, both_drafts(content, wording), close=close)


def _goal(n: int, goal: GoalWords, draft: GoalsDraft, wording: Wording) -> list[Block]:
    facts: dict[str, str | int] = {"number": n + 1, "partner": draft.partner.name}
    statement, measure, due, why = (field.at(n) for field in GoalField)
    return [
        *([divider()] if n else []),
        text_field(statement, wording.field("goals-statement", **facts), initial=goal.statement, most=LONGEST),
        *_asked(measure, wording.markup("goals-ask-measure"), draft),
        text_field(measure, wording.field("goals-measure", **facts), initial=goal.measure, most=LONGEST),
        *_asked(due, wording.markup("goals-ask-due"), draft),
        date_field(due, wording.field("goals-due", **facts), goal.due_on, required=False),
        text_field(why, wording.field("goals-why", **facts), initial=goal.why, lines=True, most=LONGEST),
    ]


def _asked(field: str, question: Markup, draft: GoalsDraft) -> list[Block]:
    return [context(question)] if field in draft.asks else []


def _another(wording: Wording) -> Block:
    return actions(button(wording.say("button-add-goal"), ActionId.ADD_GOAL))


def _ready(partner: str, wording: Wording) -> Block:
    return tick_field(
        READY, wording.field("goals-ready", partner=partner), Choice(READY, wording.say("goals-ready-choice"))
    )


def _entered(answers: Answers, n: int) -> GoalWords:
    statement, measure, due, why = (field.at(n) for field in GoalField)
    return GoalWords(
        (answers.text(statement) or "")[:LONGEST],
        (answers.text(measure) or "")[:LONGEST] or None,
        answers.day(due),
        (answers.text(why) or "")[:LONGEST] or None,
    )
