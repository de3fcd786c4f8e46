"""Somebody shares with their partner what they said of a session for themselves: as much as they choose."""

from mentoring.notices import NoticeKind
from mentoring.people import Actor
from mentoring.pulses import PulseSharing, Share
from mentoring.refusals import Reason, Refusal
from services.context import Services
from services.knowing import lively_pair_in_full, pair_of_session
from services.note_pulse import show_pulse
from services.telling import tell
from storage.intake import is_first_submit
from storage.models import Pulse, Session
from storage.pulses import pulse_to_change
from storage.transaction import Transaction

# What of a pulse each choice shares: a column, and the one that keeps what was shared of it.
COLUMNS = {
    Share.ALL: ("worth", "words"),
    Share.WORTH: ("worth",),
    Share.WORDS: ("words",),
}


async def share_pulse(services: Services, actor: Actor, values: PulseSharing, form_id: str) -> bool:
    """Tell the partner what was chosen, as it is kept from then on. A second submit of one form changes nothing.

    Returns:
        Whether it is as the writer saw it; if not, nothing is shared.

    Raises:
        Refusal: There is nothing of theirs to share, or the pair is not theirs or has ended.
    """

    async def deed(tx: Transaction) -> bool:
        now = services.now()
        found = await lively_pair_in_full(tx, actor, await pair_of_session(tx, actor, values.session_id))
        pulse = await pulse_to_change(tx, found.me.id, values.session_id)
        if pulse is None:
            raise Refusal(Reason.WITHDRAWN)
        if pulse.revision != values.revision:
            return False
        if not await is_first_submit(tx, actor.workspace, form_id, now):
            return True
        _share(tx, pulse, values.share)
        pulse.shared_at = now
        await tx.flush()
        # What is shared once more, otherwise, is told once more.
        occurrence = f"{pulse.revision} {values.share.value}"
        await tell(
            tx, now, NoticeKind.PULSE_SHARED, pulse.id, found.partner, found.programme, occurrence=occurrence,
            pair_id=found.pair.id, facts={"share": values.share.value},
        )  # fmt: skip
        await show_pulse(tx, now, found.me, await tx.get_one(Session, values.session_id))
        return True

    return await services.write(deed)


def _share(tx: Transaction, pulse: Pulse, share: Share) -> None:
    for column in COLUMNS[share]:
        tx.seal(pulse, f"shared_{column}", tx.unseal(pulse, column))
