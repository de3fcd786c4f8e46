"""The form with which an organiser pairs two people."""

from mentoring.pairs import PairDraft, PairValues
from mentoring.refusals import Reason, Refusal
from views.blocks import View, section
from views.forms.answers import Answers
from views.forms.context import Context, decode
from views.forms.fields import channel_field, person_field
from views.forms.modal import modal
from views.forms.rhythm import parse_rhythm, rhythm_fields
from views.ids import FormId
from views.wording import Wording


def pair_form(draft: PairDraft, wording: Wording) -> View:
    """The form; it asks for the celebrations channel while the programme has none."""
    blocks = [
        section(wording.markup("pair-intro")),
        person_field("mentor", wording.field("pair-mentor"), draft.mentor),
        person_field("mentee", wording.field("pair-mentee"), draft.mentee),
        *rhythm_fields(draft.rhythm_days, wording, whose="pair"),
    ]
    if draft.asks_channel:
        blocks.append(channel_field("channel", wording.field("pair-channel")))
    return modal(
        Context(FormId.PAIR),
        wording.say("pair-title"),
        blocks,
        submit=wording.say("pair-submit"),
        close=wording.say("form-cancel"),
    )


def parse_pair_values(view: View) -> PairValues:
    """What was entered.

    Raises:
        Refusal: `OUT_OF_DATE`, `EMPTY` at "mentor" or "mentee", or `BAD_RHYTHM` at "rhythm_days".
    """
    decode(view)
    answers = Answers(view)
    return PairValues(
        mentor=_person(answers, "mentor"),
        mentee=_person(answers, "mentee"),
        rhythm_days=parse_rhythm(answers),
        channel=answers.channel("channel"),
    )


def _person(answers: Answers, name: str) -> str:
    user = answers.user(name)
    if user is None:
        raise Refusal(Reason.EMPTY, name)
    return user
