"""Posts for the channel get their day and come to their end: posted, or after their time not posted."""

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby

from sqlalchemy import ColumnElement, exists, select

from mentoring.consent import ShoutOutState
from mentoring.notices import NoticeKind
from services.context import Services
from services.place_shout_outs import place
from services.shout_outs import give_up, redraw_shout_out
from storage.models import Delivery, DeliveryState, Notice, Programme, ShoutOut
from storage.people import mark_homes_stale
from storage.transaction import Transaction

BATCH = 100


async def settle_shout_outs(services: Services) -> int:
    """Note which agreed posts have gone out, place those that have a channel, give up what nobody waits for any more.

    Found by asking the outbox, not by being told by the sender, so that a crash in between loses nothing.

    Returns:
        How many were settled.
    """

    async def deed(tx: Transaction) -> int:
        now = services.now()
        settled = 0
        for shout_out in await _some(tx, ShoutOut.state == ShoutOutState.AGREED.value, _post_is(DeliveryState.SENT)):
            shout_out.state = ShoutOutState.POSTED
            await redraw_shout_out(tx, now, shout_out)
            settled += 1
        settled += await _place(tx, now)
        overdue = ShoutOut.state.in_([ShoutOutState.ASKING.value, ShoutOutState.AGREED.value])
        # Of what may be in the channel, or on its way there, nobody is told that it is not.
        unknown = _post_is(DeliveryState.SENDING, DeliveryState.IN_DOUBT, DeliveryState.UNCONFIRMED)
        over = await _some(tx, overdue, ShoutOut.waits_until <= now, ~unknown)
        await mark_homes_stale(tx, now, await give_up(tx, now, over))
        return settled + len(over)

    # Not `services.write`: that wakes whoever settles, which is who asks.
    settled = await services.store.write(deed)
    if settled:
        services.wake()
    return settled


async def _place(tx: Transaction, now: datetime) -> int:
    """Agreed posts with a channel to go to get their day, the longest agreed first; how many."""
    has_channel = exists().where(Programme.id == ShoutOut.programme_id, Programme.channel.is_not(None))
    has_post = exists().where(Notice.subject == ShoutOut.id, Notice.kind == NoticeKind.SHOUT_OUT.value)
    is_agreed = ShoutOut.state == ShoutOutState.AGREED.value
    placeable = await _some(tx, is_agreed, ShoutOut.waits_until > now, has_channel, ~has_post)
    for programme_id, shout_outs in groupby(placeable, lambda shout_out: shout_out.programme_id):
        await place(tx, now, await tx.get_one(Programme, programme_id), list(shout_outs))
    return len(placeable)


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
