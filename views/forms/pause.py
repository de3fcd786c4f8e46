"""The short form with which one of a pair has it rest: until when, and what becomes of planned sessions."""

from mentoring.notices import Reader
from mentoring.pausing import PauseDraft, PauseValues
from mentoring.refusals import Reason, Refusal
from mentoring.sessions import Seen
from views.blocks import Block, View, section
from views.forms.answers import Answers
from views.forms.context import Context, decode
from views.forms.fields import Choice, date_field, tick_field
from views.forms.modal import modal
from views.forms.notices import message_form
from views.ids import FormId
from views.markup import Markup
from views.wording import Wording, dates

CANCEL = "cancel_sessions"
MOST_SHOWN = 5


def pause_form(draft: PauseDraft, wording: Wording) -> View:
    """The form; of a pair that rests already it changes the day."""
    partner = draft.pair.partner.name
    state = "paused" if draft.rests_until else "active"
    return modal(
        Context(FormId.PAUSE, pair_id=draft.pair.id, seen=Seen(on=draft.rests_until)),
        wording.say("pause-title"),
        [
            *_clash(draft, wording),
            section(wording.markup("pause-intro", partner=partner, state=state)),
            date_field("until", wording.field("pause-until", partner=partner), draft.until),
            *_planned(draft, wording),
        ],
        submit=wording.say("pause-submit"),
        close=wording.say("form-cancel"),
    )


def parse_pause(view: View) -> PauseValues:
    """What was entered.

    Raises:
        Refusal: `OUT_OF_DATE`, or `EMPTY` at "until".
    """
    about = decode(view)
    if about.pair_id is None:
        raise Refusal(Reason.OUT_OF_DATE)
    answers = Answers(view)
    until = answers.day("until")
    if until is None:
        raise Refusal(Reason.EMPTY, "until")
    return PauseValues(about.pair_id, until, answers.is_ticked(CANCEL), about.seen.on)


def resumed_form(wording: Wording) -> View:
    """In place of the question which pair, once that pair goes on."""
    return message_form(wording.say("resume-done"), wording)


def _clash(draft: PauseDraft, wording: Wording) -> list[Block]:
    if not draft.has_clashed:
        return []
    mine = dates.day(draft.until, draft.locale)
    if draft.rests_until is None:
        return [section(wording.markup("pause-clash-over", mine=mine))]
    theirs = dates.day(draft.rests_until, draft.locale)
    return [section(wording.markup("pause-clash", partner=draft.pair.partner.name, mine=mine, theirs=theirs))]


def _planned(draft: PauseDraft, wording: Wording) -> list[Block]:
    if not draft.planned:
        return []
    reader = Reader(draft.time_zone, draft.locale)
    lines = [
        wording.markup("pause-planned-at", day=dates.day_of(at, reader), time=dates.time_of(at, reader))
        for at in draft.planned[:MOST_SHOWN]
    ]
    title = wording.markup("pause-planned", count=len(draft.planned))
    cancel = Choice(CANCEL, wording.say("pause-cancel-choice"))
    return [
        section(Markup.lines(title, *lines)),
        tick_field(CANCEL, wording.field("pause-cancel", partner=draft.pair.partner.name), cancel),
    ]
