"""The form with which somebody brings something to their next session."""

from mentoring.forms import AgendaDraft, AgendaValues
from mentoring.refusals import Reason, Refusal
from views.blocks import View
from views.forms.answers import Answers
from views.forms.context import Context, decode
from views.forms.fields import text_field
from views.forms.modal import modal
from views.forms.pair_choice import pair_fields, parse_pair
from views.forms.picked import picked_message
from views.ids import FormId
from views.wording import Wording

# Home shows it whole.
LONGEST = 500


def agenda_form(draft: AgendaDraft, wording: Wording) -> View:
    """The form; which pair it is for is asked where there are several."""
    partner = draft.pair.partner.name
    return modal(
        Context(FormId.AGENDA, pair_id=draft.pair.id, picked=draft.picked),
        wording.say("agenda-title"),
        [
            *picked_message(draft.picked, wording),
            *pair_fields(draft.pairs, draft.pair, wording),
            text_field(
                "words",
                wording.field("agenda-words", partner=partner),
                initial=draft.words,
                lines=True,
                required=True,
                most=LONGEST,
            ),
        ],
        submit=wording.say("form-save"),
        close=wording.say("form-cancel"),
    )


def parse_agenda(view: View) -> AgendaValues:
    """What was entered.

    Raises:
        Refusal: `OUT_OF_DATE`, or `EMPTY` at "words".
    """
    form, answers = decode(view), Answers(view)
    pair_id = parse_pair(answers, form.pair_id)
    if pair_id is None:
        raise Refusal(Reason.OUT_OF_DATE)
    return AgendaValues(pair_id, answers.required_text("words"), form.picked)
