"""The forms for the end of a pair: to go on, perhaps less often, or to finish."""

from mentoring.going_on import GoOnDraft, GoOnValues
from mentoring.notices import Reader
from mentoring.partings import EndDraft
from mentoring.refusals import Reason, Refusal
from views.blocks import View, section
from views.forms.answers import Answers
from views.forms.context import Context, decode
from views.forms.fields import Choice, radio_field
from views.forms.modal import modal
from views.forms.rhythm import parse_rhythm, rhythm_fields
from views.ids import FormId
from views.wording import Wording, dates
from views.wording.lists import names


def go_on_form(draft: GoOnDraft, wording: Wording) -> View:
    """Until when; and how often, where they would like to meet less."""
    partner = draft.pair.partner.name
    if draft.goes_on_until:
        until = dates.day_and_year(draft.goes_on_until, draft.locale)
        intro = wording.markup("go-on-already", partner=partner, day=until)
    else:
        intro = wording.markup("go-on-intro", partner=partner)
    choices = [
        Choice(str(end.length_months), wording.say("go-on-until-choice", day=dates.day_and_year(end.on, draft.locale)))
        for end in draft.ends
    ]
    rhythm = [] if draft.suggested is None else rhythm_fields(draft.suggested, wording, whose="own", partner=partner)
    return modal(
        Context(FormId.GO_ON, pair_id=draft.pair.id),
        wording.say("go-on-title"),
        [
            section(intro),
            radio_field("length_months", wording.field("go-on-until", partner=partner), choices, str(draft.chosen)),
            *rhythm,
        ],
        submit=wording.say("go-on-submit"),
        close=wording.say("form-cancel"),
    )


def parse_go_on(view: View) -> GoOnValues:
    """What was entered.

    Raises:
        Refusal: `OUT_OF_DATE`, or `BAD_RHYTHM` at "rhythm_days".
    """
    pair_id = decode(view).pair_id
    answers = Answers(view)
    months = answers.choice("length_months") or ""
    if pair_id is None or not months.isdecimal():
        raise Refusal(Reason.OUT_OF_DATE)
    asks_rhythm = answers.choice("rhythm") is not None
    return GoOnValues(pair_id, int(months), parse_rhythm(answers) if asks_rhythm else None)


def finish_form(draft: EndDraft, wording: Wording) -> View:
    """What will happen once it is finished, before it is."""
    partner = draft.pair.partner.name
    organisers = wording.markup("finish-organisers", organisers=names(draft.organisers), count=len(draft.organisers))
    blocks = [section(wording.markup("finish-intro", partner=partner)), section(organisers)]
    if draft.next_at:
        reader = Reader(draft.time_zone, draft.locale)
        day, time = dates.day_of(draft.next_at, reader), dates.time_of(draft.next_at, reader)
        blocks.append(section(wording.markup("end-cancels", day=day, time=time)))
    return modal(
        Context(FormId.FINISH_PAIR, pair_id=draft.pair.id),
        wording.say("finish-title"),
        blocks,
        submit=wording.say("finish-submit"),
        close=wording.say("finish-close"),
    )


def parse_finish(view: View) -> str:
    """The id of the pair to be finished.

    Raises:
        Refusal: `OUT_OF_DATE`.
    """
    pair_id = decode(view).pair_id
    if pair_id is None:
        raise Refusal(Reason.OUT_OF_DATE)
    return pair_id
