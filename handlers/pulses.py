"""Somebody says whether a session was worth its hour, adds words, and shares it if they like."""

from handlers.call import Call
from handlers.listening import Listening
from mentoring.pulses import Share, Worth
from mentoring.refusals import Reason, Refusal
from services.context import Services
from services.note_pulse import keep_pulse, note_pulse, prepare_pulse
from services.share_pulse import share_pulse
from views.blocks import View
from views.forms.context import decode
from views.forms.pulse import (
    chosen_share,
    parse_pulse,
    parse_share_pulse,
    pulse_form,
    share_pulse_form,
    share_pulse_preview,
)
from views.ids import ActionId, FormId
from views.wording import Wording

TAPS = {
    ActionId.PULSE_WELL: Worth.WELL,
    ActionId.PULSE_PARTLY: Worth.PARTLY,
    ActionId.PULSE_HARDLY: Worth.HARDLY,
}


def register(listening: Listening, services: Services, wording: Wording) -> None:
    """Listen for the taps, for both forms, and for what opens them."""

    async def tap(call: Call) -> None:
        await note_pulse(services, call.actor, call.value, TAPS[ActionId(call.name)])

    async def open_words(call: Call) -> None:
        await call.open(pulse_form(await prepare_pulse(services, call.actor, call.value), wording))

    async def submit_words(call: Call) -> None:
        await keep_pulse(services, call.actor, parse_pulse(call.view), call.form_id)

    async def open_sharing(call: Call) -> None:
        draft = await prepare_pulse(services, call.actor, call.value)
        # Without words there is nothing to choose.
        form = (
            share_pulse_form(draft, wording) if draft.line.words else share_pulse_preview(draft, Share.WORTH, wording)
        )
        await call.open(form)

    async def submit_sharing(call: Call) -> None:
        if share := chosen_share(call.view):
            await call.redraw(await _preview(call, services, wording, share))
            return
        values = parse_share_pulse(call.view)
        if not await share_pulse(services, call.actor, values, call.form_id):
            await call.redraw(await _preview(call, services, wording, values.share, has_changed=True))

    for action in TAPS:
        listening.action(action, tap)
    listening.action(ActionId.OPEN_PULSE, open_words)
    listening.submission(FormId.PULSE, submit_words)
    listening.action(ActionId.SHARE_PULSE, open_sharing)
    listening.submission(FormId.SHARE_PULSE, submit_sharing)


async def _preview(
    call: Call, services: Services, wording: Wording, share: Share, *, has_changed: bool = False
) -> View:
    """What the partner would read, as it is now."""
    session_id = decode(call.view).session_id
    if session_id is None:
        raise Refusal(Reason.OUT_OF_DATE)
    draft = await prepare_pulse(services, call.actor, session_id)
    return share_pulse_preview(draft, share, wording, has_changed=has_changed)
