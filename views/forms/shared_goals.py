"""The form for the list of goals that a pair has in common."""

from mentoring.goals import GoalField, GoalWords
from mentoring.refusals import Reason, Refusal
from mentoring.shared_goals import MOST_OPEN, GoalList, GoalListValues, GoalState, SharedGoal
from views.blocks import Block, View, context, divider, section
from views.forms.answers import Answers
from views.forms.context import Context, decode
from views.forms.fields import Choice, date_field, select_field, text_field
from views.forms.goals import LONGEST
from views.forms.modal import modal
from views.goals import goal_lines
from views.ids import FormId
from views.wording import Wording, dates

# Of what was reached or let go; each has a line.
MOST_SETTLED = 10


def shared_goals_form(draft: GoalList, wording: Wording) -> View:
    """The form: what is worked on, room for one more, and beneath it what was reached or let go."""
    partner = draft.partner.name
    goals = draft.goals[:MOST_OPEN]
    if len(goals) < MOST_OPEN and not any(goal.words.is_blank for goal in goals):
        goals = (*goals, SharedGoal(None, GoalWords()))
    is_new = not draft.settled and not any(goal.id for goal in goals) and draft.meanwhile is None
    return modal(
        Context(
            FormId.SHARED_GOALS,
            pair_id=draft.pair_id,
            fingerprints={"list": draft.seen},
            goal_ids=tuple(goal.id or "" for goal in goals),
        ),
        wording.say("shared-goals-title"),
        [
            *_clash(draft, wording),
            section(wording.markup("shared-goals-intro", partner=partner, drafted="yes" if is_new else "no")),
            *(block for n, goal in enumerate(goals) for block in _goal(n, goal, partner, wording)),
            *(_settled(goal, draft.locale, wording) for goal in draft.settled[:MOST_SETTLED]),
        ],
        submit=wording.say("form-save"),
        close=wording.say("form-cancel"),
    )


def parse_shared_goals(view: View) -> GoalListValues:
    """What was entered.

    Raises:
        Refusal: `OUT_OF_DATE`.
    """
    about, answers = decode(view), Answers(view)
    seen = about.fingerprints.get("list")
    if about.pair_id is None or seen is None:
        raise Refusal(Reason.OUT_OF_DATE)
    goals = tuple(_entered(answers, n, id_ or None) for n, id_ in enumerate(about.goal_ids))
    return GoalListValues(about.pair_id, goals, seen)


def _state_field(n: int) -> str:
    return f"state_{n}"


def _goal(n: int, goal: SharedGoal, partner: str, wording: Wording) -> list[Block]:
    facts: dict[str, str | int] = {"number": n + 1, "partner": partner}
    words = goal.words
    state = _state(n, goal, partner, wording) if goal.id else None
    return [
        divider(),
        text_field(
            GoalField.STATEMENT.at(n),
            wording.field("shared-goals-statement", **facts),
            initial=words.statement,
            most=LONGEST,
        ),
        text_field(
            GoalField.MEASURE.at(n), wording.field("shared-goals-measure", **facts), initial=words.measure, most=LONGEST
        ),
        date_field(GoalField.DUE.at(n), wording.field("shared-goals-due", **facts), words.due_on, required=False),
        *([state] if state else []),
    ]


def _state(n: int, goal: SharedGoal, partner: str, wording: Wording) -> Block:
    words = wording.field("shared-goals-state", number=n + 1, partner=partner)
    choices = [Choice(each.value, wording.say("shared-goals-state-choice", state=each.value)) for each in GoalState]
    return select_field(_state_field(n), words, choices, goal.state.value, required=True)


def _clash(draft: GoalList, wording: Wording) -> list[Block]:
    if draft.meanwhile is None:
        return []
    theirs = [section(goal_lines(goal.words, draft.locale, wording)) for goal in draft.meanwhile]
    return [
        section(wording.markup("shared-goals-clash", partner=draft.partner.name)),
        *(theirs or [context(wording.markup("shared-goals-clash-empty"))]),
    ]


def _settled(goal: SharedGoal, locale: str | None, wording: Wording) -> Block:
    day = dates.day_and_year(goal.settled_on, locale) if goal.settled_on else ""
    return context(wording.markup("shared-goals-settled", state=goal.state.value, day=day, words=goal.words.statement))


def _entered(answers: Answers, n: int, id_: str | None) -> SharedGoal:
    words = GoalWords(
        (answers.text(GoalField.STATEMENT.at(n)) or "")[:LONGEST],
        (answers.text(GoalField.MEASURE.at(n)) or "")[:LONGEST] or None,
        answers.day(GoalField.DUE.at(n)),
    )
    return SharedGoal(id_, words, answers.one_of(_state_field(n), GoalState) or GoalState.OPEN)
