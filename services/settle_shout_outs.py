"""Posts for the channel get their day and come to their end: posted, or after their time not posted."""

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby

from sqlalchemy import ColumnElement, exists, or_, select

from mentoring.consent import ShoutOutState
from mentoring.notices import NoticeKind
from services.context import Services
from services.place_shout_outs import place
from services.shout_outs import give_up, redraw_shout_out
from storage.models import Delivery, DeliveryState, Notice, Programme, ShoutOut
from storage.people import mark_homes_stale
from storage.transaction import Transaction

BATCH = 100

Which = tuple[ColumnElement[bool], ...]


async def settle_shout_outs(services: Services) -> int:
    """Note which agreed posts have gone out, place those that have a channel, give up what nobody waits for any more.

    Found by asking the outbox, not by being told by the sender, so that a crash in between loses nothing.

    Returns:
        How many were settled.
    """
    now = services.now()
    posted, placeable, overdue = _posted(), _placeable(now), _overdue(now)

    async def look(tx: Transaction) -> bool:
        return bool(await tx.scalar(select(or_(*(exists().where(*which) for which in (posted, placeable, overdue))))))

    async def deed(tx: Transaction) -> int:
        settled = 0
        for shout_out in await _some(tx, *posted):
            shout_out.state = ShoutOutState.POSTED
            await redraw_shout_out(tx, now, shout_out)
            settled += 1
        settled += await _place(tx, now, await _some(tx, *placeable))
        over = await _some(tx, *overdue)
        await mark_homes_stale(tx, now, await give_up(tx, now, over))
        return settled + len(over)

    # Mostly there is nothing to settle, and a look does not keep anybody from writing.
    if not await services.read(look):
        return 0
    # Not `services.write`: that wakes whoever settles, which is who asks.
    settled = await services.store.write(deed)
    if settled:
        services.wake()
    return settled


async def _place(tx: Transaction, now: datetime, shout_outs: Sequence[ShoutOut]) -> int:
    """Give posts that have a channel to go to their day, the longest agreed first; how many."""
    for programme_id, of_programme in groupby(shout_outs, lambda shout_out: shout_out.programme_id):
        await place(tx, now, await tx.get_one(Programme, programme_id), list(of_programme))
    return len(shout_outs)


def _posted() -> Which:
    """Agreed posts that have gone out."""
    return ShoutOut.state == ShoutOutState.AGREED.value, _post_is(DeliveryState.SENT)


def _placeable(now: datetime) -> Which:
    """Agreed posts that have a channel to go to, and are not on their way yet."""
    has_channel = exists().where(Programme.id == ShoutOut.programme_id, Programme.channel.is_not(None))
    has_post = exists().where(Notice.subject == ShoutOut.id, Notice.kind == NoticeKind.SHOUT_OUT.value)
    return ShoutOut.state == ShoutOutState.AGREED.value, ShoutOut.waits_until > now, has_channel, ~has_post


def _overdue(now: datetime) -> Which:
    """Posts that are waited for no longer; not what may be in the channel: nobody is told that it is not."""
    unsettled = ShoutOut.state.in_([ShoutOutState.ASKING.value, ShoutOutState.AGREED.value])
    unknown = _post_is(DeliveryState.SENDING, DeliveryState.IN_DOUBT, DeliveryState.UNCONFIRMED)
    return unsettled, ShoutOut.waits_until <= now, ~unknown


async def _some(tx: Transaction, *which: ColumnElement[bool]) -> Sequence[ShoutOut]:
    """Some shout-outs, locked; what another process has in hand is left to it."""
    query = select(ShoutOut).where(*which).order_by(ShoutOut.programme_id, ShoutOut.waits_until, ShoutOut.id)
    return (await tx.scalars(query.limit(BATCH).with_for_update(skip_locked=True))).all()


def _post_is(*states: DeliveryState) -> ColumnElement[bool]:
    return exists().where(
        Notice.subject == ShoutOut.id,
        Notice.kind == NoticeKind.SHOUT_OUT.value,
        Delivery.id == Notice.delivery_id,
        Delivery.state.in_(states),
    )
