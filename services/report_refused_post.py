"""Slack will not take a post to a pair's group message or to the celebrations channel: what follows from that."""

from datetime import datetime

from sqlalchemy import select

from mentoring.notices import NoticeKind
from services.context import Services
from services.telling import tell
from storage.models import Delivery, Notice, Pair, Person, Programme
from storage.people import organisers_of
from storage.transaction import Transaction


async def report_refused_post(services: Services, delivery_id: int) -> bool:
    """Go another way: DMs for a group message; for a channel, its organisers are told how to let Rapport in.

    Returns:
        Whether there is another way. The refused delivery itself stays at its end.
    """

    async def deed(tx: Transaction) -> bool:
        now = services.now()
        delivery = await tx.get_one(Delivery, delivery_id)
        if delivery.redraws_id is not None:
            return False
        if delivery.pair_id:
            await _tell_each(tx, delivery, delivery.pair_id, now)
        elif delivery.programme_id:
            await tell_channel_closed(tx, now, await tx.get_one(Programme, delivery.programme_id))
        return delivery.person_id is None

    return await services.write(deed)


async def _tell_each(tx: Transaction, delivery: Delivery, pair_id: str, now: datetime) -> None:
    pair = await tx.get_one(Pair, pair_id)
    programme = await tx.get_one(Programme, pair.programme_id)
    notices = (await tx.scalars(select(Notice).where(Notice.delivery_id == delivery.id))).all()
    for notice in notices:
        for person_id in (pair.mentor_id, pair.mentee_id):
            person = await tx.get_one(Person, person_id)
            await tell(
                tx, now, NoticeKind(notice.kind), notice.subject, person, programme, occurrence=notice.occurrence,
                pair_id=pair.id,
            )  # fmt: skip


async def tell_channel_closed(tx: Transaction, now: datetime, programme: Programme) -> None:
    """Tell a programme's organisers, once a channel, that Rapport cannot post in it; called inside a transaction."""
    if programme.channel is None:
        return
    for organiser in await organisers_of(tx, programme.workspace_id, programme.id):
        await tell(tx, now, NoticeKind.CHANNEL_CLOSED, programme.id, organiser, programme, occurrence=programme.channel)
