"""The short form with which one of a pair ends it: what will happen, and who learns what."""

from mentoring.notices import Reader
from mentoring.partings import EndDraft, EndValues
from mentoring.refusals import Reason, Refusal
from views.blocks import Block, View, context, section
from views.forms.answers import Answers
from views.forms.context import Context, decode
from views.forms.fields import Choice, tick_field
from views.forms.modal import modal
from views.ids import FormId
from views.wording import Wording, dates
from views.wording.lists import names

ANOTHER = "another_match"


def end_form(draft: EndDraft, wording: Wording) -> View:
    """The form. There is nothing that has to be filled in."""
    partner = draft.pair.partner.name
    organisers = wording.markup("end-organisers", organisers=names(draft.organisers), count=len(draft.organisers))
    whose = "partners" if draft.partner_organises else "others"
    another = Choice(ANOTHER, wording.say("end-another-choice"))
    return modal(
        Context(FormId.END_PAIR, pair_id=draft.pair.id),
        wording.say("end-title"),
        [
            section(wording.markup("end-intro", partner=partner)),
            section(wording.markup("end-partner", partner=partner)),
            section(organisers),
            *_cancelled(draft, wording),
            tick_field(ANOTHER, wording.field("end-another", partner=partner, list=whose), another),
            context(wording.say("end-kept")),
        ],
        submit=wording.say("end-submit"),
        close=wording.say("end-close"),
    )


def parse_end(view: View) -> EndValues:
    """What was entered.

    Raises:
        Refusal: `OUT_OF_DATE`.
    """
    pair_id = decode(view).pair_id
    if pair_id is None:
        raise Refusal(Reason.OUT_OF_DATE)
    return EndValues(pair_id, another_match=Answers(view).is_ticked(ANOTHER))


def _cancelled(draft: EndDraft, wording: Wording) -> list[Block]:
    if draft.next_at is None:
        return []
    reader = Reader(draft.time_zone, draft.locale)
    day, time = dates.day_of(draft.next_at, reader), dates.time_of(draft.next_at, reader)
    return [section(wording.markup("end-cancels", day=day, time=time))]
