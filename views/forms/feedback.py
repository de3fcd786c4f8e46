"""The choice between asking for feedback and giving it, and the form that asks."""

from mentoring.feedback import AskValues, FeedbackDraft, Question
from mentoring.refusals import Reason, Refusal, refuse
from views.blocks import Block, View, button, section
from views.forms.answers import Answers
from views.forms.context import Context, decode
from views.forms.fields import text_field
from views.forms.modal import modal
from views.ids import ActionId, FormId
from views.wording import Wording

# A message shows both whole, and App Home the first.
LONGEST_SUBJECT, LONGEST_QUESTION = 200, 1_000


def feedback_form(draft: FeedbackDraft, wording: Wording) -> View:
    """The choice; what the partner asked and waits for comes first."""
    partner, id_ = draft.pair.partner.name, draft.pair.id
    return modal(
        Context(FormId.FEEDBACK, pair_id=id_),
        wording.say("feedback-title"),
        [
            *_waiting(draft, wording),
            section(
                wording.markup("feedback-ask", partner=partner),
                button(wording.say("button-ask-feedback"), ActionId.ASK_FEEDBACK, id_),
            ),
            section(
                wording.markup("feedback-give", partner=partner, role=draft.pair.role.value),
                button(wording.say("button-give-feedback"), ActionId.GIVE_FEEDBACK, id_),
            ),
        ],
        close=wording.say("form-close"),
    )


def ask_form(draft: FeedbackDraft, wording: Wording) -> View:
    """One specific question about one specific thing."""
    partner = draft.pair.partner.name
    return modal(
        Context(FormId.ASK_FEEDBACK, pair_id=draft.pair.id),
        wording.say("feedback-ask-title"),
        [
            section(wording.markup("feedback-ask-intro", partner=partner)),
            text_field("about", wording.field("feedback-about", partner=partner), required=True, most=LONGEST_SUBJECT),
            text_field(
                "question",
                wording.field("feedback-question", partner=partner),
                lines=True,
                required=True,
                most=LONGEST_QUESTION,
            ),
        ],
        submit=wording.say("feedback-ask-submit"),
        close=wording.say("form-cancel"),
    )


def parse_ask(view: View) -> AskValues:
    """What was entered.

    Raises:
        Refusal: `OUT_OF_DATE`.
        Refusals: `EMPTY` at "about" or "question".
    """
    pair_id, answers = decode(view).pair_id, Answers(view)
    if pair_id is None:
        raise Refusal(Reason.OUT_OF_DATE)
    about, question = answers.text("about") or "", answers.text("question") or ""
    refuse([Refusal(Reason.EMPTY, name) for name, words in (("about", about), ("question", question)) if not words])
    return AskValues(pair_id, Question(about, question))


def _waiting(draft: FeedbackDraft, wording: Wording) -> list[Block]:
    return [
        section(
            wording.markup("feedback-waits", partner=request.author.name, about=request.about),
            button(wording.say("button-answer-request"), ActionId.ANSWER_REQUEST, request.id),
        )
        for request in draft.waiting
    ]
