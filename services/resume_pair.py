"""Either of a pair ends its pause."""

from mentoring.notices import NoticeKind, Weight
from mentoring.pairs import PairState
from mentoring.people import Actor
from mentoring.refusals import Reason, Refusal
from services.context import Services
from services.knowing import known_person, lively_pair
from services.partings import shown_to
from services.telling import tell
from storage.models import Person, Programme
from storage.notices import redraw
from storage.pairs import partner_of
from storage.pauses import pause_of
from storage.people import mark_homes_stale
from storage.transaction import Transaction


async def resume_pair(services: Services, actor: Actor, pair_id: str) -> None:
    """Have a pair go on, today; the partner is told, if they had heard of the pause.

    Raises:
        Refusal: It is not theirs, or it has ended, or it does not rest, perhaps no longer.
    """

    async def deed(tx: Transaction) -> None:
        now = services.now()
        person = await known_person(tx, actor)
        pair = await lively_pair(tx, person, pair_id)
        pause = await pause_of(tx, pair, now)
        if pause is None:
            raise Refusal(Reason.NOT_PAUSED)
        pause.until = now
        # If its end is near, the rules see to that at once.
        pair.state, pair.look_at = PairState.ACTIVE, now
        await redraw(tx, [pause.id], [NoticeKind.PAIR_PAUSED], now)
        programme = await tx.get_one(Programme, pair.programme_id)
        partner = await tx.get_one(Person, partner_of(pair, person.id))
        for receiver, weight in ((person, Weight.REPLY), (partner, Weight.NEWS)):
            await tell(
                tx, now, NoticeKind.PAIR_RESUMED, pause.id, receiver, programme, weight=weight, pair_id=pair.id,
                facts={"by": person.id},
            )  # fmt: skip
        await mark_homes_stale(tx, now, await shown_to(tx, [pair]))

    await services.write(deed)
