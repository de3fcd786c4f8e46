"""The form with which one of a pair changes how often they mean to meet."""

from mentoring.refusals import Reason, Refusal
from mentoring.rhythms import RhythmDraft, RhythmValues
from views.blocks import View, section
from views.forms.answers import Answers
from views.forms.context import Context, decode
from views.forms.modal import modal
from views.forms.rhythm import parse_rhythm, rhythm_fields
from views.ids import FormId
from views.wording import Wording


def meet_less_form(draft: RhythmDraft, wording: Wording, picked: int | None = None) -> View:
    """The form; the next rhythm at which they would meet less is chosen, or what was `picked` in it before."""
    partner = draft.pair.partner.name
    now = wording.say("rhythm-in-a-sentence", days=draft.pair.rhythm_days)
    return modal(
        Context(FormId.RHYTHM, pair_id=draft.pair.id, rhythm_days=draft.pair.rhythm_days),
        wording.say("meet-less-title"),
        [
            *([section(wording.markup("meet-less-clash", partner=partner, rhythm=now))] if draft.has_clashed else []),
            section(wording.markup("meet-less-intro", partner=partner, rhythm=now)),
            *rhythm_fields(draft.suggested, wording, whose="own", partner=partner, picked=picked),
        ],
        submit=wording.say("form-save"),
        close=wording.say("form-cancel"),
    )


def parse_meet_less(view: View) -> RhythmValues:
    """What was entered.

    Raises:
        Refusal: `OUT_OF_DATE`, or `BAD_RHYTHM` at "rhythm_days".
    """
    about = decode(view)
    if about.pair_id is None:
        raise Refusal(Reason.OUT_OF_DATE)
    return RhythmValues(about.pair_id, parse_rhythm(Answers(view)), about.rhythm_days)
