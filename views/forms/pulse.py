"""The forms about somebody's pulse of a session: words for it, and what of it to share with their partner."""

from mentoring.notices import Reader
from mentoring.pulses import PulseDraft, PulseSharing, PulseValues, Share, Worth, shared_of
from mentoring.refusals import Reason, Refusal
from views.blocks import View, context, divider, section
from views.forms.answers import Answers
from views.forms.context import Context, decode
from views.forms.fields import Choice, radio_field, text_field
from views.forms.modal import modal
from views.ids import FormId
from views.messages.pulses import pulse_shared
from views.wording import Wording, dates

LONGEST = 1_000


def pulse_form(draft: PulseDraft, wording: Wording) -> View:
    """The tap, which can be changed, and a few words; for the writer alone."""
    line = draft.line
    about = wording.markup("pulse-about", partner=line.partner.name, day=dates.day(line.on, draft.locale))
    choices = [Choice(worth.value, wording.say("pulse-worth", worth=worth.value)) for worth in Worth]
    return modal(
        Context(FormId.PULSE, session_id=line.session_id),
        wording.say("pulse-title"),
        [
            section(about),
            radio_field("worth", wording.field("pulse-field-worth"), choices, line.worth.value),
            text_field("words", wording.field("pulse-field-words"), initial=line.words, lines=True, most=LONGEST),
        ],
        submit=wording.say("form-save"),
        close=wording.say("form-cancel"),
    )


def parse_pulse(view: View) -> PulseValues:
    """What was entered.

    Raises:
        Refusal: `OUT_OF_DATE`.
    """
    form, answers = decode(view), Answers(view)
    worth = answers.one_of("worth", Worth)
    if form.session_id is None or worth is None:
        raise Refusal(Reason.OUT_OF_DATE)
    return PulseValues(form.session_id, worth, answers.text("words"))


def share_pulse_form(draft: PulseDraft, wording: Wording) -> View:
    """What the partner may read of it: chosen first, and shown before it goes."""
    line = draft.line
    partner, day = line.partner.name, dates.day(line.on, draft.locale)
    choices = [Choice(share.value, wording.say("share-pulse-choice", share=share.value)) for share in Share]
    return modal(
        Context(FormId.SHARE_PULSE, session_id=line.session_id),
        wording.say("share-pulse-title"),
        [
            section(wording.markup("share-pulse-about", partner=partner, day=day)),
            radio_field("share", wording.field("share-pulse-field", partner=partner), choices, None),
        ],
        submit=wording.say("share-pulse-next"),
        close=wording.say("form-cancel"),
    )


def share_pulse_preview(draft: PulseDraft, chosen: Share, wording: Wording, *, has_changed: bool = False) -> View:
    """Exactly what the partner will read; to send it is to agree to that.

    Args:
        draft: What the writer said.
        chosen: How much of it they would share; where there are no words, that is the tap.
        wording: The words.
        has_changed: Whether it is other than what they have just been shown.
    """
    line = draft.line
    share, partner = chosen if line.words else Share.WORTH, line.partner.name
    reads = pulse_shared(shared_of(line, share, draft.author), Reader("UTC", draft.locale), wording)
    return modal(
        Context(FormId.SHARE_PULSE, session_id=line.session_id, share=share, revision=draft.revision),
        wording.say("share-pulse-title"),
        [
            *([section(wording.markup("share-pulse-changed"))] if has_changed else []),
            section(wording.markup("share-pulse-preview", partner=partner)),
            divider(),
            *reads.blocks,
            divider(),
            context(wording.markup("share-pulse-consent", partner=partner)),
        ],
        submit=wording.say("share-pulse-submit"),
        close=wording.say("form-cancel"),
    )


def chosen_share(view: View) -> Share | None:
    """How much somebody chose to share who has not been shown yet what that is; None: they have."""
    return Answers(view).one_of("share", Share) if decode(view).share is None else None


def parse_share_pulse(view: View) -> PulseSharing:
    """What was shown, and is to be sent.

    Raises:
        Refusal: `OUT_OF_DATE`.
    """
    form = decode(view)
    if form.session_id is None or form.share is None:
        raise Refusal(Reason.OUT_OF_DATE)
    return PulseSharing(form.session_id, form.share, form.revision)
