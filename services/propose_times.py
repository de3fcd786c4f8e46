"""One of a pair proposes times for a session, of which the partner takes one."""

from mentoring.notices import NoticeKind, Weight
from mentoring.people import Actor
from mentoring.planning import OfferValues, refusals_of_offer
from mentoring.refusals import Reason, Refusal, refuse
from services.answers import note_offer
from services.arranging import ABOUT_A_PLAN, call_off_what_passed
from services.context import Services
from services.knowing import lively_pair_in_full
from services.telling import tell
from storage.inserts import insert_row
from storage.intake import is_first_submit
from storage.models import OfferedTime, TimeOffer
from storage.notices import redraw
from storage.people import mark_homes_stale
from storage.plans import close_offers, open_offer
from storage.transaction import Transaction


async def propose_times(services: Services, actor: Actor, values: OfferValues, form_id: str) -> None:
    """Offer times to the partner, in the place of those that were offered before. A second submit changes nothing.

    Raises:
        Refusals: Times that cannot stand as they are; `CHANGED_MEANWHILE` at "time_1": the partner proposes some that
            the form did not show.
        Refusal: The pair is not theirs, or has not begun, or has ended.
    """

    async def deed(tx: Transaction) -> None:
        now = services.now()
        if not await is_first_submit(tx, actor.workspace, form_id, now):
            return
        found = await lively_pair_in_full(tx, actor, values.pair_id)
        pair, me, partner, programme = found.pair, found.me, found.partner, found.programme
        refuse(list(refusals_of_offer(values, now)))
        theirs = await open_offer(tx, pair, partner, now)
        if theirs and theirs.id != values.seen_offer:
            refuse([Refusal(Reason.CHANGED_MEANWHILE, "time_1")])
        await redraw(tx, await close_offers(tx, pair, now), ABOUT_A_PLAN, now)
        await call_off_what_passed(tx, now, pair, values.session_id)
        offer = TimeOffer(
            workspace_id=pair.workspace_id, pair_id=pair.id, author_id=me.id, kind=values.kind, minutes=values.minutes,
            created_at=now,
        )  # fmt: skip
        await insert_row(tx, offer)
        for at in sorted(set(values.times.values())):
            tx.add(OfferedTime(workspace_id=pair.workspace_id, offer_id=offer.id, at=at))
        await tell(tx, now, NoticeKind.TIMES_PROPOSED, offer.id, me, programme, weight=Weight.REPLY, pair_id=pair.id)
        await tell(tx, now, NoticeKind.TIMES_OFFERED, offer.id, partner, programme, pair_id=pair.id)
        await note_offer(tx, now, me, partner, pair.id)
        await mark_homes_stale(tx, now, (me.id, partner.id))

    await services.write(deed)
