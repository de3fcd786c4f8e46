"""Slack will not take a post to a pair's group message or to the celebrations channel: what follows from that."""

from datetime import datetime

from sqlalchemy import Select, select

from mentoring.notices import NoticeKind
from services.context import Services
from services.telling import tell
from storage.models import Delivery, DeliveryState, Notice, Pair, Person, Programme
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
                pair_id=pair.id, facts=notice.facts,
            )  # fmt: skip


async def tell_channel_closed(tx: Transaction, now: datetime, programme: Programme) -> None:
    """Tell a programme's organisers that Rapport cannot post in its channel; called inside a transaction.

    Each is told once for as long as it stays closed, and again if it has been open since.
    """
    if programme.channel is None:
        return
    # Two refusals at the same time are of one closing.
    await tx.refresh(programme, with_for_update={"key_share": True})
    told = (await tx.scalars(_told_of_closing(programme))).all()
    closings = len({notice.occurrence for notice in told})
    if not told or told[-1].facts.get("channel") != programme.channel or await _has_been_open(tx, programme):
        closings += 1
        programme.closed_told_at = now
    for organiser in await organisers_of(tx, programme.workspace_id, programme.id):
        await tell(
            tx, now, NoticeKind.CHANNEL_CLOSED, programme.id, organiser, programme, occurrence=str(closings),
            facts={"channel": programme.channel},
        )  # fmt: skip


def _told_of_closing(programme: Programme) -> Select[Notice]:
    return (
        select(Notice)
        .where(
            Notice.workspace_id == programme.workspace_id,
            Notice.kind == NoticeKind.CHANNEL_CLOSED.value,
            Notice.subject == programme.id,
        )
        .order_by(Notice.id)
    )


async def _has_been_open(tx: Transaction, programme: Programme) -> bool:
    """Whether Rapport was let in, or could post, since the organisers were told."""
    if programme.closed_told_at is None:
        return True
    posted = select(Delivery.id).where(
        Delivery.programme_id == programme.id,
        Delivery.redraws_id.is_(None),
        Delivery.state == DeliveryState.SENT,
        Delivery.ended_at > programme.closed_told_at,
    )
    return await tx.scalar(posted.limit(1)) is not None
