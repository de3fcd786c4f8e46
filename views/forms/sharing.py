"""The short form in which one of a pair shares something with the other."""

from mentoring.refusals import Reason, Refusal
from mentoring.sharing import SharingDraft, SharingValues
from views.blocks import View
from views.forms.answers import Answers
from views.forms.context import Context, decode
from views.forms.fields import text_field
from views.forms.modal import modal
from views.ids import FormId
from views.wording import Wording


def sharing_form(draft: SharingDraft, wording: Wording) -> View:
    """The form."""
    words = wording.field("sharing-words", partner=draft.partner.name)
    return modal(
        Context(FormId.SHARING, notice_id=draft.notice_id),
        wording.say("sharing-title"),
        [text_field("words", words, lines=True, required=True)],
        submit=wording.say("sharing-submit"),
        close=wording.say("form-cancel"),
    )


def parse_sharing(view: View) -> SharingValues:
    """What was entered.

    Raises:
        Refusal: `OUT_OF_DATE`, or `EMPTY` at "words".
    """
    notice_id = decode(view).notice_id
    if notice_id is None:
        raise Refusal(Reason.OUT_OF_DATE)
    return SharingValues(notice_id, Answers(view).required_text("words"))
