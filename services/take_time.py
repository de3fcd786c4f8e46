"""Somebody takes one of the times that their partner proposed: the session is planned."""

from datetime import datetime

from sqlalchemy import select

from mentoring.hours import next_open_to_both
from mentoring.notices import NoticeKind
from mentoring.people import Actor
from mentoring.refusals import Reason, Refusal
from mentoring.sessions import SessionKind
from services.arranging import ABOUT_A_PLAN, arrange, facts_of, session_to_move, tell_of_plan
from services.context import Services
from services.knowing import lively_pair_in_full
from services.telling import hours_of
from storage.models import OfferedTime, Session, TimeOffer
from storage.notices import Receiver, redraw
from storage.pairs import PairInFull
from storage.people import mark_homes_stale
from storage.plans import close_offers
from storage.putting import Telling, put_notices
from storage.transaction import Transaction


async def take_time(services: Services, actor: Actor, time_id: str) -> None:
    """Take a time that was proposed. A second tap changes nothing.

    Both wanted it, so their group message says so; where there is none, each is told by direct message.

    Raises:
        Refusal: It is this person's own proposal, or is settled otherwise, or has passed; or their pair has ended.
    """

    async def deed(tx: Transaction) -> None:
        now = services.now()
        query = select(OfferedTime.at, OfferedTime.offer_id, TimeOffer.pair_id).join(TimeOffer)
        row = (
            await tx.execute(query.where(OfferedTime.id == time_id, OfferedTime.workspace_id == actor.workspace))
        ).first()
        if row is None:
            raise Refusal(Reason.TOO_LATE)
        at, offer_id, pair_id = row
        found = await lively_pair_in_full(tx, actor, pair_id)
        # Read once the pair is held: until then the other may have planned something.
        offer = await tx.get_one(TimeOffer, offer_id)
        if offer.author_id == found.me.id:
            raise Refusal(Reason.NOT_YOURS)
        if offer.settled_at and await _became(tx, offer, at):
            return
        if offer.settled_at:
            raise Refusal(Reason.TOO_LATE)
        if at <= now:
            raise Refusal(Reason.PLAN_IN_PAST)
        closed = await close_offers(tx, found.pair, now)
        planned = await session_to_move(tx, now, found.pair, None)
        moved = planned is not None and planned.planned_at != at
        session = await arrange(
            tx, now, found.me, found.pair, planned, at, kind=SessionKind(offer.kind), minutes=offer.minutes
        )
        offer.session_id = session.id
        await redraw(tx, closed, ABOUT_A_PLAN, now)
        await _tell(tx, now, found, session, at, moved=moved)
        await mark_homes_stale(tx, now, (found.me.id, found.partner.id))

    await services.write(deed)


async def _became(tx: Transaction, offer: TimeOffer, at: datetime) -> bool:
    """Whether an offer has become a session at this time."""
    session = await tx.get(Session, offer.session_id) if offer.session_id else None
    return session is not None and session.planned_at == at


async def _tell(
    tx: Transaction, now: datetime, found: PairInFull, session: Session, at: datetime, *, moved: bool
) -> None:
    pair, me, partner, programme = found.pair, found.me, found.partner, found.programme
    kind = NoticeKind.SESSION_ARRANGED
    # Where no hour suits both, one of them would be disturbed.
    not_before = next_open_to_both(now, hours_of(me, programme), hours_of(partner, programme))
    if pair.group_channel is None or not_before is None:
        await tell_of_plan(tx, now, kind, session, me, partner, programme, at=at, moved=moved)
        return
    telling = Telling(
        kind, Receiver(pair.workspace_id, pair_id=pair.id), session.id, not_before, pair.id, str(session.revision),
        facts_of(me, at, moved=moved),
    )  # fmt: skip
    await put_notices(tx, [telling], now)
