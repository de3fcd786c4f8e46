"""Forms for a few words about feedback: what was meant by it, the reply, and what came of it."""

from mentoring.feedback import WordsDraft, WordsValues
from mentoring.refusals import Reason, Refusal
from views.blocks import View, section
from views.forms.answers import Answers
from views.forms.context import Context, decode
from views.forms.fields import text_field
from views.forms.modal import modal
from views.ids import FormId
from views.wording import FieldWords, Wording

LONGEST = 1_000


def meaning_form(draft: WordsDraft, wording: Wording) -> View:
    """To whoever gave it: what did you mean?"""
    partner = draft.partner.name
    title, words = wording.say("feedback-meaning-title"), wording.field("feedback-meaning", partner=partner)
    return _form(
        FormId.FEEDBACK_MEANING, draft, title, wording.markup("feedback-said", partner=partner), words, wording
    )


def reply_form(draft: WordsDraft, wording: Wording) -> View:
    """To whoever asked what was meant."""
    partner = draft.partner.name
    title, words = wording.say("feedback-reply-title"), wording.field("feedback-reply", partner=partner)
    return _form(
        FormId.FEEDBACK_REPLY, draft, title, wording.markup("feedback-wondered", partner=partner), words, wording
    )


def follow_up_form(draft: WordsDraft, wording: Wording) -> View:
    """To whoever gave it: what came of it."""
    partner = draft.partner.name
    title, words = wording.say("feedback-follow-up-title"), wording.field("feedback-follow-up", partner=partner)
    return _form(
        FormId.FEEDBACK_FOLLOW_UP, draft, title, wording.markup("feedback-said", partner=partner), words, wording
    )


def parse_words(view: View) -> WordsValues:
    """What was entered in any of them.

    Raises:
        Refusal: `OUT_OF_DATE`, or `EMPTY` at "words".
    """
    about_id = decode(view).feedback_id
    if about_id is None:
        raise Refusal(Reason.OUT_OF_DATE)
    return WordsValues(about_id, Answers(view).required_text("words"))


def _form(form: FormId, draft: WordsDraft, title: str, news: str, words: FieldWords, wording: Wording) -> View:
    return modal(
        Context(form, feedback_id=draft.id),
        title,
        [section(news), section(draft.said), text_field("words", words, lines=True, required=True, most=LONGEST)],
        submit=wording.say("feedback-send"),
        close=wording.say("form-cancel"),
    )
