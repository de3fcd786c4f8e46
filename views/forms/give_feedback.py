"""The form for feedback: of a mentor three parts, of a mentee two questions; and what is missing, asked for once."""

from mentoring.feedback import Given, GiveValues, GivingDraft
from mentoring.pairs import Role
from mentoring.refusals import Reason, Refusal
from views.blocks import Block, View, context, section
from views.forms.answers import Answers
from views.forms.context import Context, decode
from views.forms.fields import text_field
from views.forms.modal import modal
from views.ids import FormId
from views.wording import Wording

# A message shows each part whole.
LONGEST = 2_000


def give_form(draft: GivingDraft, wording: Wording) -> View:
    """The form, with the question that it answers and, when it is shown again, what would make it easier to use."""
    partner, given = draft.pair.partner.name, draft.given
    is_mentor, is_answer = draft.pair.role is Role.MENTOR, draft.request_id is not None
    shone = wording.field("feedback-mentor-shone" if is_mentor else "feedback-mentee-shone", partner=partner)
    differently = wording.field(
        "feedback-mentor-differently" if is_mentor else "feedback-mentee-differently", partner=partner
    )
    belief = text_field(
        "belief", wording.field("feedback-belief", partner=partner), initial=given.belief, lines=True, most=LONGEST
    )
    return modal(
        Context(FormId.GIVE_FEEDBACK, pair_id=draft.pair.id, request_id=draft.request_id, asked=bool(draft.gaps)),
        wording.say("feedback-give-title"),
        [
            *_question(draft, wording),
            *_gaps(draft, wording),
            text_field("shone", shone, initial=given.shone, lines=True, required=not is_answer, most=LONGEST),
            text_field("differently", differently, initial=given.differently, lines=True, most=LONGEST),
            *([belief] if is_mentor else []),
            context(wording.markup("feedback-next", partner=partner)),
        ],
        submit=wording.say("feedback-give-submit"),
        close=wording.say("form-cancel"),
    )


def parse_give(view: View) -> GiveValues:
    """What was entered.

    Raises:
        Refusal: `OUT_OF_DATE`.
    """
    form, answers = decode(view), Answers(view)
    if form.pair_id is None:
        raise Refusal(Reason.OUT_OF_DATE)
    given = Given(answers.text("shone") or "", answers.text("differently"), answers.text("belief"))
    return GiveValues(form.pair_id, given, form.request_id, was_asked=form.asked)


def _question(draft: GivingDraft, wording: Wording) -> list[Block]:
    if draft.question is None:
        return []
    asked = wording.markup("feedback-answers", partner=draft.pair.partner.name, about=draft.question.about)
    return [section(asked), section(draft.question.words), context(wording.markup("feedback-answers-any"))]


def _gaps(draft: GivingDraft, wording: Wording) -> list[Block]:
    if not draft.gaps:
        return []
    by = draft.pair.role.value
    asked = [section(wording.markup(f"feedback-gap-{gap.value}", by=by)) for gap in draft.gaps]
    return [*asked, context(wording.markup("feedback-all-the-same"))]
