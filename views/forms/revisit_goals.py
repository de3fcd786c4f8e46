"""The short form in which somebody says of each goal what is to become of it."""

from mentoring.refusals import Reason, Refusal
from mentoring.revisiting import Revisit, RevisitDraft, RevisitValues
from mentoring.shared_goals import MOST_OPEN
from views.blocks import View, joined, section
from views.forms.answers import Answers
from views.forms.context import Context, decode
from views.forms.fields import Choice, named, radio_field
from views.forms.modal import modal
from views.goals import shared_goal_lines
from views.ids import FormId
from views.wording import Wording


def revisit_form(draft: RevisitDraft, wording: Wording) -> View:
    """The form: each goal as it is, and four things that can become of it."""
    partner, goals = draft.partner.name, draft.goals[:MOST_OPEN]
    words = [
        wording.field("revisit-choice", partner=partner, count=len(goals), number=number)
        for number in range(1, len(goals) + 1)
    ]
    choices = [Choice(each.value, wording.say("revisit-choices", choice=each.value)) for each in Revisit]
    chosen = dict(draft.chosen)
    fields = [
        (
            section(shared_goal_lines(goal, draft.locale, wording)),
            radio_field("choice", words[0], choices, chosen.get(goal.id or "", Revisit.KEEP).value),
        )
        for goal in goals
    ]
    return modal(
        Context(
            FormId.REVISIT_GOALS,
            pair_id=draft.pair_id,
            fingerprints={"list": draft.seen},
            goal_ids=tuple(goal.id or "" for goal in goals),
        ),
        wording.say("revisit-title"),
        [
            *([section(wording.markup("revisit-clash", partner=partner))] if draft.is_changed else []),
            section(wording.markup("revisit-intro", partner=partner)),
            *joined(*((goal, named(field, _field(n), words[n].label)) for n, (goal, field) in enumerate(fields))),
        ],
        submit=wording.say("form-save"),
        close=wording.say("form-cancel"),
    )


def parse_revisit(view: View) -> RevisitValues:
    """What was chosen.

    Raises:
        Refusal: `OUT_OF_DATE`.
    """
    about, answers = decode(view), Answers(view)
    seen = about.fingerprints.get("list")
    if about.pair_id is None or seen is None:
        raise Refusal(Reason.OUT_OF_DATE)
    chosen = tuple((id_, answers.one_of(_field(n), Revisit) or Revisit.KEEP) for n, id_ in enumerate(about.goal_ids))
    return RevisitValues(about.pair_id, chosen, seen)


def _field(n: int) -> str:
    return f"choice_{n}"
