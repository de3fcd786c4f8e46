"""The form with which somebody celebrates a win."""

from mentoring.forms import WinDraft
from mentoring.wins import Audience, WinValues
from views.blocks import Block, View, context, section
from views.forms.answers import Answers
from views.forms.audience import all_audiences, audience_field
from views.forms.context import Context, decode
from views.forms.fields import people_field, text_field
from views.forms.modal import modal
from views.forms.pair_choice import pair_fields, parse_pair
from views.forms.picked import picked_message
from views.ids import FormId
from views.markup import channel
from views.wording import Wording

MOST_THANKED, MOST_MENTIONED = 10, 50


def win_form(draft: WinDraft, wording: Wording) -> View:
    """The form; without a pair, what is written stays with its author, and it says so instead of asking."""
    pair_id = draft.pair.id if draft.pair else None
    words = wording.field("win-words", readers="chosen" if draft.pair else "me")
    return modal(
        Context(FormId.WIN, pair_id=pair_id, picked=draft.picked, mentioned=draft.thanks[:MOST_MENTIONED]),
        wording.say("win-title"),
        [
            *picked_message(draft.picked, wording, may_be_posted=draft.pair is not None and draft.channel is not None),
            text_field("words", words, initial=draft.words, lines=True, required=True),
            *_shared(draft, wording),
        ],
        submit=wording.say("form-save"),
        close=wording.say("form-cancel"),
    )


def parse_win(view: View) -> WinValues:
    """What was entered.

    Raises:
        Refusal: `OUT_OF_DATE`, or `EMPTY` at "words".
    """
    form, answers = decode(view), Answers(view)
    return WinValues(
        words=answers.required_text("words"),
        audience=answers.one_of("audience", Audience) or Audience.ME,
        pair_id=parse_pair(answers, form.pair_id),
        thanks=answers.users("thanks"),
        picked=form.picked,
        mentioned=form.mentioned,
    )


def _shared(draft: WinDraft, wording: Wording) -> list[Block]:
    if draft.pair is None:
        return [section(wording.markup("win-only-me"))]
    blocks = [
        *pair_fields(draft.pairs, draft.pair, wording),
        people_field("thanks", wording.field("win-thanks"), draft.thanks, most=MOST_THANKED),
        audience_field(
            "audience",
            draft.pair.partner.name,
            wording,
            pair_id=draft.pair.id,
            offered=all_audiences(channel_is_set=draft.channel is not None),
        ),
    ]
    if draft.channel:
        blocks.append(context(wording.markup("win-channel", channel=channel(draft.channel))))
    return blocks
