"""The form with which the author of a win lets more people see it."""

from mentoring.refusals import Reason, Refusal
from mentoring.widening import WideningDraft, WideningValues
from mentoring.wins import Audience
from views.blocks import View, context, section
from views.forms.answers import Answers
from views.forms.audience import audience_field
from views.forms.context import Context, decode
from views.forms.fields import people_field
from views.forms.modal import modal
from views.forms.pair_choice import pair_fields, parse_pair
from views.forms.win import MOST_THANKED
from views.ids import FormId
from views.markup import channel
from views.wording import Wording


def widening_form(draft: WideningDraft, wording: Wording, *, chosen: Audience | None = None) -> View:
    """The win as it is, and who may see it from now on; `chosen` is what it starts with, if that is offered."""
    first = chosen if chosen in draft.offered else draft.offered[0]
    place = [context(wording.markup("win-channel", channel=channel(draft.channel)))] if draft.channel else []
    return modal(
        Context(FormId.WIDEN_WIN, pair_id=draft.pair.id, win_id=draft.win_id),
        wording.say("widening-title"),
        [
            section(draft.words),
            *pair_fields(draft.pairs, draft.pair, wording),
            people_field("thanks", wording.field("win-thanks"), draft.thanks, most=MOST_THANKED),
            audience_field(
                "audience",
                draft.pair.partner.name,
                wording,
                pair_id=draft.pair.id,
                offered=draft.offered,
                chosen=first,
            ),
            *place,
        ],
        submit=wording.say("form-save"),
        close=wording.say("form-cancel"),
    )


def parse_widening(view: View) -> WideningValues:
    """What was entered.

    Raises:
        Refusal: `OUT_OF_DATE`.
    """
    form, answers = decode(view), Answers(view)
    pair_id, audience = parse_pair(answers, form.pair_id), answers.one_of("audience", Audience)
    if form.win_id is None or pair_id is None or audience is None:
        raise Refusal(Reason.OUT_OF_DATE)
    return WideningValues(form.win_id, pair_id, audience, answers.users("thanks"))
