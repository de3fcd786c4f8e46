"""The note with which one of a pair thanks the other."""

from mentoring.refusals import Reason, Refusal
from mentoring.thanks import ThanksDraft, ThanksValues
from views.blocks import View, section
from views.forms.answers import Answers
from views.forms.context import Context, decode
from views.forms.fields import text_field
from views.forms.modal import modal
from views.ids import FormId
from views.wording import Wording

# A message shows it whole.
LONGEST = 2_000


def thanks_form(draft: ThanksDraft, wording: Wording) -> View:
    """The form; once the note has reached the partner, what it says."""
    partner = draft.pair.partner.name
    if draft.is_out and draft.words:
        return modal(
            Context(FormId.MESSAGE),
            wording.say("thanks-title"),
            [section(wording.markup("thanks-out", partner=partner)), section(draft.words)],
            close=wording.say("form-close"),
        )
    words = wording.field("thanks-words", partner=partner)
    return modal(
        Context(FormId.THANK_YOU, pair_id=draft.pair.id),
        wording.say("thanks-title"),
        [
            section(wording.markup("thanks-intro", partner=partner)),
            text_field("words", words, initial=draft.words, lines=True, required=True, most=LONGEST),
        ],
        submit=wording.say("thanks-submit"),
        close=wording.say("form-cancel"),
    )


def parse_thanks(view: View) -> ThanksValues:
    """What was entered.

    Raises:
        Refusal: `OUT_OF_DATE`, or `EMPTY` at "words".
    """
    pair_id = decode(view).pair_id
    if pair_id is None:
        raise Refusal(Reason.OUT_OF_DATE)
    return ThanksValues(pair_id, Answers(view).required_text("words")[:LONGEST])
