"""Sharing what one wrote: which answers, a preview of what the partner would read, and that it is done."""

from mentoring.refusals import Reason, Refusal
from mentoring.reviews import Question, ReviewSharing, SharingValues, answers_print
from views.blocks import View, divider, section
from views.forms.answers import Answers
from views.forms.context import Context, decode
from views.forms.fields import Choice, ticks_field
from views.forms.modal import modal
from views.ids import FormId
from views.messages.reviews import shared_blocks
from views.reviews import answer_words, question_words
from views.wording import Wording


def sharing_form(sharing: ReviewSharing, wording: Wording) -> View:
    """The first step: which answers."""
    role = sharing.whole.role
    choices = [
        Choice(each.question.value, question_words(each.question, role, wording).label, answer_words(each, wording))
        for each in sharing.whole.answers
    ]
    which = wording.field("review-share-which", partner=sharing.partner.name)
    return modal(
        Context(FormId.SHARE_REVIEW, review_id=sharing.review_id),
        wording.say("review-share-title"),
        [ticks_field("questions", which, choices, (), required=True)],
        submit=wording.say("review-share-preview"),
        close=wording.say("form-cancel"),
    )


def preview_form(sharing: ReviewSharing, wording: Wording, *, is_changed: bool = False) -> View:
    """The second step: what the partner would read. `is_changed`: it is not what an earlier preview showed."""
    answers = sharing.whole.answers
    exactly = wording.markup("review-share-exactly", partner=sharing.partner.name)
    return modal(
        Context(
            FormId.SHARE_REVIEW,
            review_id=sharing.review_id,
            questions=tuple(answer.question for answer in answers),
            preview=answers_print(answers),
        ),
        wording.say("review-share-title"),
        [
            section(wording.markup("review-share-changed") if is_changed else exactly),
            divider(),
            *shared_blocks(sharing.whole, wording),
        ],
        submit=wording.say("review-share-submit"),
        close=wording.say("form-cancel"),
    )


def shared_form(partner: str, wording: Wording) -> View:
    """In its place: that it is on its way."""
    done = section(wording.markup("review-share-done", partner=partner))
    return modal(Context(FormId.MESSAGE), wording.say("review-share-title"), [done], close=wording.say("form-close"))


def parse_sharing(view: View) -> tuple[str, tuple[Question, ...]]:
    """Of the first step: what is to be shared of, and which answers.

    Raises:
        Refusal: `OUT_OF_DATE`, or `EMPTY` at "questions".
    """
    form, ticked = decode(view), Answers(view).ticked("questions")
    if form.review_id is None:
        raise Refusal(Reason.OUT_OF_DATE)
    if not ticked:
        raise Refusal(Reason.EMPTY, "questions")
    return form.review_id, tuple(question for question in Question if question in ticked)


def parse_preview(view: View) -> SharingValues | None:
    """Of the second step: what was shown; None: it is the first.

    Raises:
        Refusal: `OUT_OF_DATE`.
    """
    form = decode(view)
    if form.review_id is None or form.preview is None:
        return None
    return SharingValues(form.review_id, form.questions, form.preview)
