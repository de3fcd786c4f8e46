"""The short form in which somebody gives one of their promises a new date."""

from mentoring.promises import PromisesDraft, PromiseValues, Standing, due_field
from mentoring.refusals import Reason, Refusal
from views.blocks import View, section
from views.forms.answers import Answers
from views.forms.context import Context, decode
from views.forms.fields import date_field, named
from views.forms.modal import modal
from views.forms.promises import clash_of_due
from views.ids import FormId
from views.wording import FieldWords, Wording


def promise_date_form(draft: PromisesDraft, wording: Wording) -> View:
    """The form, for the one promise of the draft."""
    [row] = draft.rows
    words = wording.field("promise-date", partner=row.partner.name)
    field = date_field("due_on", FieldWords("…", words.hint), row.chosen.due_on, required=False)
    return modal(
        Context(FormId.PROMISE_DATE, promises=((row.id, row.seen),)),
        wording.say("promise-date-title"),
        [section(row.words), *clash_of_due(row, draft, wording), named(field, due_field(row.id), words.label)],
        submit=wording.say("form-save"),
        close=wording.say("form-cancel"),
    )


def parse_promise_date(view: View) -> PromiseValues:
    """What was entered; whether the promise is kept is left alone.

    Raises:
        Refusal: `OUT_OF_DATE`.
    """
    promises = decode(view).promises
    if len(promises) != 1:
        raise Refusal(Reason.OUT_OF_DATE)
    [(promise_id, seen)] = promises
    return PromiseValues(promise_id, Standing(Answers(view).day(due_field(promise_id)), seen.state), seen)
