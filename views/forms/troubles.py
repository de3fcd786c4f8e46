"""What somebody is offered when something is not working; beside each choice, who reads what."""

from mentoring.notices import Reader
from mentoring.refusals import Reason, Refusal
from mentoring.troubles import SilenceNoted, TalkValues, TroubleDraft
from views.blocks import Block, View, actions, button, section
from views.forms.answers import Answers
from views.forms.context import Context, decode
from views.forms.fields import text_field
from views.forms.modal import modal
from views.forms.notices import message_form
from views.ids import ActionId, FormId
from views.wording import Wording, dates
from views.wording.lists import names

LONGEST = 1_000
ADVICE = ("words", "one-sided", "unsure", "different", "moved")


def trouble_form(draft: TroubleDraft, wording: Wording) -> View:
    """The choices, each with what happens then and a button for it."""
    partner, id_ = draft.pair.partner.name, draft.pair.id
    return modal(
        Context(FormId.TROUBLE, pair_id=id_),
        wording.say("trouble-title"),
        [
            section(wording.markup("trouble-intro", partner=partner)),
            section(wording.markup("trouble-no-time", partner=partner)),
            actions(
                button(wording.say("button-pause"), ActionId.OPEN_PAUSE, id_),
                button(wording.say("button-meet-less"), ActionId.MEET_LESS, id_),
            ),
            section(
                wording.markup("trouble-no-reply", partner=partner),
                button(wording.say("trouble-no-reply.button"), ActionId.SAY_NO_REPLY, id_),
            ),
            section(
                wording.markup("trouble-differ"),
                button(wording.say("trouble-differ.button"), ActionId.OPEN_HORIZON, id_),
            ),
            section(
                wording.markup("trouble-no-fit", partner=partner),
                button(wording.say("end-open"), ActionId.END_PAIR, id_),
            ),
            _talk(draft, wording),
            section(
                wording.markup("trouble-advice"),
                button(wording.say("trouble-advice.button"), ActionId.READ_ADVICE, id_),
            ),
        ],
        close=wording.say("form-close"),
    )


def no_reply_form(noted: SilenceNoted, wording: Wording) -> View:
    """In place of the choices, once it is noted that the partner does not reply."""
    partner = noted.partner.name
    if noted.planned_at is None:
        return message_form(wording.markup("no-reply-noted", partner=partner), wording)
    reader = Reader(noted.time_zone, noted.locale)
    day, time = dates.day_of(noted.planned_at, reader), dates.time_of(noted.planned_at, reader)
    return message_form(wording.markup("no-reply-planned", partner=partner, day=day, time=time), wording)


def talk_form(draft: TroubleDraft, wording: Wording) -> View:
    """A few words to the organiser, or none."""
    partner, organisers = draft.pair.partner.name, names(draft.organisers)
    words = wording.field("talk-words", organisers=organisers, partner=partner)
    return modal(
        Context(FormId.TALK, pair_id=draft.pair.id),
        wording.say("talk-title"),
        [
            section(wording.markup("talk-intro", organisers=organisers, count=len(draft.organisers), partner=partner)),
            text_field("words", words, lines=True, most=LONGEST),
        ],
        submit=wording.say("talk-submit"),
        close=wording.say("form-cancel"),
    )


def advice_form(wording: Wording) -> View:
    """What has helped others, to be read and nothing else."""
    return modal(
        Context(FormId.MESSAGE),
        wording.say("advice-title"),
        [section(wording.markup("advice-intro")), *(section(wording.markup(f"advice-{each}")) for each in ADVICE)],
        close=wording.say("form-close"),
    )


def parse_talk(view: View) -> TalkValues:
    """What was entered.

    Raises:
        Refusal: `OUT_OF_DATE`.
    """
    pair_id = decode(view).pair_id
    if pair_id is None:
        raise Refusal(Reason.OUT_OF_DATE)
    return TalkValues(pair_id, Answers(view).text("words"))


def _talk(draft: TroubleDraft, wording: Wording) -> Block:
    if not draft.organisers:
        return section(wording.markup("trouble-nobody-to-ask"))
    organisers = names(draft.organisers)
    talk = wording.markup(
        "trouble-talk", organisers=organisers, count=len(draft.organisers), partner=draft.pair.partner.name
    )
    return section(talk, button(wording.say("trouble-talk.button"), ActionId.ASK_TO_TALK, draft.pair.id))
