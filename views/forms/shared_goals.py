"""The forms for the goals that a pair has in common: the list to read, and some of its goals to write."""

from dataclasses import replace
from datetime import date

from mentoring.checkpoints import checkpoints_field
from mentoring.goals import GoalField, GoalWords
from mentoring.refusals import Reason, Refusal
from mentoring.shared_goals import (
    MOST_OPEN,
    GoalChange,
    GoalDeed,
    GoalList,
    GoalListValues,
    GoalState,
    SharedGoal,
)
from views.blocks import Block, View, actions, button, context, divider, joined, section
from views.checkpoints import checkpoint_lines, checkpoint_words, typed_checkpoints
from views.forms.answers import Answers
from views.forms.context import Context, decode
from views.forms.fields import Choice, date_field, select_field, text_field, ticks_field
from views.forms.goals import LONGEST
from views.forms.modal import modal
from views.goals import goal_lines, shared_goal_lines
from views.ids import ActionId, FormId
from views.markup import Markup
from views.wording import Wording, dates

# Of what was reached or let go; each has a line.
MOST_SETTLED = 10
# Of what a goal was before; each has a line.
MOST_CHANGES = 5
EXAMPLE_OF_A_DAY = date(2026, 5, 12)


def goal_list_form(draft: GoalList, wording: Wording) -> View:
    """The list to read: what is worked on and how far it is, what was reached or let go, and a way into each."""
    partner = draft.partner.name
    add = actions(button(wording.say("button-new-goal"), ActionId.NEW_GOAL, draft.pair_id))
    return modal(
        Context(FormId.MESSAGE),
        wording.say("shared-goals-title"),
        [
            section(wording.markup("shared-goals-intro", partner=partner, count=len(draft.goals))),
            *joined(*([_to_read(goal, draft, wording)] for goal in draft.goals)),
            *([add] if len(draft.goals) < MOST_OPEN else []),
            *([divider()] if draft.settled else []),
            *(_settled(goal, draft, wording) for goal in draft.settled[:MOST_SETTLED]),
        ],
        close=wording.say("form-close"),
    )


def shared_goals_form(draft: GoalList, wording: Wording) -> View:
    """Goals to write: both drafts, to be made one list; or some of the list; or a new one."""
    goals = draft.goals[:MOST_OPEN]
    is_first = draft.seen is not None and not any(goal.id for goal in goals)
    asked = draft.asked or sum(not goal.words.is_blank for goal in goals)
    if is_first and len(goals) < MOST_OPEN and not any(goal.words.is_blank for goal in goals):
        goals = (*goals, SharedGoal(None, GoalWords()))
    draft = replace(draft, goals=goals)
    prints = {"list": draft.seen} if draft.seen else {}
    return modal(
        Context(
            FormId.SHARED_GOALS,
            pair_id=draft.pair_id,
            fingerprints={**prints, "reached": " ".join(sorted(draft.reached))},
            goal_ids=tuple(goal.id or "" for goal in goals),
            goals_asked=asked,
        ),
        wording.say("shared-goals-title"),
        [
            *_clash(draft, wording),
            *([section(wording.markup("goals-asked"))] if draft.asks else []),
            _intro(draft, wording, is_first=is_first),
            *(block for n, goal in enumerate(goals) for block in _goal(n, goal, draft, wording, is_first=is_first)),
            *_history(draft, wording),
        ],
        submit=wording.say("form-save"),
        close=wording.say("form-cancel"),
    )


def parse_shared_goals(view: View, today: date) -> GoalListValues:
    """What was entered; `today` says which year a day without one is in.

    Raises:
        Refusal: `OUT_OF_DATE`.
    """
    about, answers = decode(view), Answers(view)
    if about.pair_id is None or not about.goal_ids:
        raise Refusal(Reason.OUT_OF_DATE)
    goals = tuple(_entered(answers, n, id_ or None, today) for n, id_ in enumerate(about.goal_ids))
    was_reached = frozenset(about.fingerprints.get("reached", "").split())
    shown = [n for n, id_ in enumerate(about.goal_ids) if id_]
    ticked = frozenset(id_ for n in shown for id_ in answers.ticked(_ticks_field(n)))
    return GoalListValues(
        about.pair_id, goals, about.fingerprints.get("list"), ticked - was_reached, was_reached - ticked,
        about.goals_asked,
    )  # fmt: skip


def _ticks_field(n: int) -> str:
    return f"reached_{n}"


def _state_field(n: int) -> str:
    return f"state_{n}"


def _to_read(goal: SharedGoal, draft: GoalList, wording: Wording) -> Block:
    change = button(wording.say("button-change-goal"), ActionId.CHANGE_GOAL, goal.id)
    return section(shared_goal_lines(goal, draft.locale, wording), change)


def _settled(goal: SharedGoal, draft: GoalList, wording: Wording) -> Block:
    day = dates.day_and_year(goal.settled_on, draft.locale) if goal.settled_on else ""
    words = wording.markup("shared-goals-settled", state=goal.state.value, day=day, words=goal.words.statement)
    return section(words, button(wording.say("button-look-at-goal"), ActionId.CHANGE_GOAL, goal.id))


def _intro(draft: GoalList, wording: Wording, *, is_first: bool) -> Block:
    words = "first" if is_first else "new" if not draft.goals[0].id else "change"
    return section(wording.markup("shared-goals-write", what=words, partner=draft.partner.name))


def _goal(n: int, goal: SharedGoal, draft: GoalList, wording: Wording, *, is_first: bool) -> list[Block]:
    facts: dict[str, str | int] = {"number": n + 1, "count": len(draft.goals), "partner": draft.partner.name}
    words = goal.words
    statement, measure, due = (field.at(n) for field in (GoalField.STATEMENT, GoalField.MEASURE, GoalField.DUE))
    return [
        divider(),
        text_field(statement, wording.field("shared-goals-statement", **facts), initial=words.statement, most=LONGEST),
        *_asked(measure, wording.markup("goals-ask-measure"), words.measure, goal, draft),
        text_field(measure, wording.field("shared-goals-measure", **facts), initial=words.measure, most=LONGEST),
        *_asked(due, wording.markup("goals-ask-due"), words.due_on, goal, draft),
        date_field(due, wording.field("shared-goals-due", **facts), words.due_on, required=False),
        *([] if is_first else _checkpoints(n, goal, draft, facts, wording)),
        *([_state(n, goal, facts, wording)] if goal.id else []),
    ]


def _asked(field: str, question: Markup, there: str | date | None, goal: SharedGoal, draft: GoalList) -> list[Block]:
    """A goal that is there without a measure or a date is asked for it each time; a new one once, before it is kept."""
    is_asked = field in draft.asks or (not there and not goal.words.is_blank)
    return [context(question)] if is_asked else []


def _checkpoints(
    n: int, goal: SharedGoal, draft: GoalList, facts: dict[str, str | int], wording: Wording
) -> list[Block]:
    example = dates.day_and_month(EXAMPLE_OF_A_DAY, draft.locale)
    written = text_field(
        checkpoints_field(n),
        wording.field("shared-goals-checkpoints", day=example, **facts),
        initial=checkpoint_lines(goal.checkpoints, draft.locale, wording),
        lines=True,
    )
    return [*_ticks(n, goal, draft, facts, wording), written]


def _ticks(n: int, goal: SharedGoal, draft: GoalList, facts: dict[str, str | int], wording: Wording) -> list[Block]:
    there = [each for each in goal.checkpoints if each.id]
    if not there:
        return []
    choices = [Choice(each.id or "", checkpoint_words(each, draft.locale, wording)) for each in there]
    ticked = {each.id or "" for each in there if each.is_reached}
    words = wording.field("shared-goals-reached", **facts)
    # What the partner ticked meanwhile is shown: nothing is kept of boxes as they were before.
    return [ticks_field(_ticks_field(n), words, choices, ticked, block_id=f"{_ticks_field(n)}:{draft.seen}")]


def _state(n: int, goal: SharedGoal, facts: dict[str, str | int], wording: Wording) -> Block:
    words = wording.field("shared-goals-state", **facts)
    choices = [Choice(each.value, wording.say("shared-goals-state-choice", state=each.value)) for each in GoalState]
    return select_field(_state_field(n), words, choices, goal.state.value, required=True)


def _clash(draft: GoalList, wording: Wording) -> list[Block]:
    if draft.meanwhile is None:
        return []
    return [
        section(wording.markup("shared-goals-clash", partner=draft.partner.name)),
        *(section(_as_it_is(goal, draft, wording)) for goal in draft.meanwhile),
    ]


def _as_it_is(goal: SharedGoal, draft: GoalList, wording: Wording) -> str:
    lines = shared_goal_lines(goal, draft.locale, wording)
    if goal.state is GoalState.OPEN:
        return lines
    return f"{lines}\n{wording.say('shared-goals-state-choice', state=goal.state.value)}"


def _history(draft: GoalList, wording: Wording) -> list[Block]:
    if not draft.changes:
        return []
    lines = [_change(each, draft, wording) for each in draft.changes[:MOST_CHANGES]]
    return [divider(), section(wording.markup("goal-history")), *map(context, lines)]


def _change(change: GoalChange, draft: GoalList, wording: Wording) -> str:
    by = "nobody" if change.by is None else "me" if change.by == draft.me else "partner"
    day = dates.day_and_year(change.on, draft.locale)
    said = wording.say("goal-changed-by", by=by, partner=draft.partner.name, day=day, what=change.deed.value)
    if change.deed is not GoalDeed.REWORDED:
        return said
    return wording.say(
        "goal-was", said=said, words=", ".join(goal_lines(change.before, draft.locale, wording).splitlines())
    )


def _entered(answers: Answers, n: int, id_: str | None, today: date) -> SharedGoal:
    words = GoalWords(
        (answers.text(GoalField.STATEMENT.at(n)) or "")[:LONGEST],
        (answers.text(GoalField.MEASURE.at(n)) or "")[:LONGEST] or None,
        answers.day(GoalField.DUE.at(n)),
    )
    state = answers.one_of(_state_field(n), GoalState) or GoalState.OPEN
    return SharedGoal(id_, words, state, checkpoints=typed_checkpoints(answers.text(checkpoints_field(n)), today))
