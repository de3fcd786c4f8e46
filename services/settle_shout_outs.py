"""Posts for the channel get their day and come to their end: posted, or after their time not posted."""

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby

from sqlalchemy import ColumnElement, bindparam, exists, or_, select

from mentoring.consent import ShoutOutState
from mentoring.notices import NoticeKind
from services.context import Services
from services.place_shout_outs import place
from services.shout_outs import give_up, named_in, redraw_shout_out
from storage.lists import is_any
from storage.models import Delivery, DeliveryState, Notice, Programme, ShoutOut
from storage.models.base import UtcDateTime
from storage.people import mark_homes_stale
from storage.transaction import Transaction

BATCH = 100

Which = tuple[ColumnElement[bool], ...]


def _post_is(*states: DeliveryState) -> ColumnElement[bool]:
    return exists().where(
        Notice.subject == ShoutOut.id,
        Notice.kind == NoticeKind.SHOUT_OUT.value,
        Delivery.id == Notice.delivery_id,
        Delivery.state.in_(states),
    )


# Asked at every wake-up, and so made once: making a statement takes longer than running it.
NOW = bindparam("now", type_=UtcDateTime())
IS_AGREED = ShoutOut.state == ShoutOutState.AGREED.value
HAS_POST = exists().where(Notice.subject == ShoutOut.id, Notice.kind == NoticeKind.SHOUT_OUT.value)
HAS_CHANNEL = exists().where(Programme.id == ShoutOut.programme_id, Programme.channel.is_not(None))
POSTED: Which = IS_AGREED, _post_is(DeliveryState.SENT)
PLACEABLE: Which = IS_AGREED, ShoutOut.waits_until > NOW, HAS_CHANNEL, ~HAS_POST
# Not what is or may be in the channel, or on its way there: nobody is told that it is not. It may have arrived a
# statement ago.
OVERDUE: Which = (
    is_any(ShoutOut.state, (ShoutOutState.ASKING, ShoutOutState.AGREED)),
    ShoutOut.waits_until <= NOW,
    ~_post_is(DeliveryState.SENDING, DeliveryState.SENT, DeliveryState.IN_DOUBT, DeliveryState.UNCONFIRMED),
)
IS_ANY = select(or_(*(exists().where(*which) for which in (POSTED, PLACEABLE, OVERDUE))))


async def settle_shout_outs(services: Services) -> int:
    """Note which agreed posts have gone out, place those that have a channel, give up what nobody waits for any more.

    Found by asking the outbox, not by being told by the sender, so that a crash in between loses nothing.

    Returns:
        How many were settled.
    """
    now = services.now()

    async def look(tx: Transaction) -> bool:
        return bool(await tx.scalar(IS_ANY, {"now": now}))

    async def deed(tx: Transaction) -> int:
        posted = await _some(tx, now, POSTED)
        for shout_out in posted:
            shout_out.state = ShoutOutState.POSTED
            await redraw_shout_out(tx, now, shout_out)
        placed = await _place(tx, now, await _some(tx, now, PLACEABLE))
        over = await _some(tx, now, OVERDUE)
        await mark_homes_stale(tx, now, await named_in(tx, posted) | await give_up(tx, now, over))
        return len(posted) + placed + len(over)

    return await services.sweep(look, deed)


async def _place(tx: Transaction, now: datetime, shout_outs: Sequence[ShoutOut]) -> int:
    """Give posts that have a channel to go to their day, the longest agreed first; how many."""
    for programme_id, of_programme in groupby(shout_outs, lambda shout_out: shout_out.programme_id):
        await place(tx, now, await tx.get_one(Programme, programme_id), list(of_programme))
    return len(shout_outs)


async def _some(tx: Transaction, now: datetime, which: Which) -> Sequence[ShoutOut]:
    """Some shout-outs, locked; what another process has in hand is left to it."""
    query = select(ShoutOut).where(*which).order_by(ShoutOut.programme_id, ShoutOut.waits_until, ShoutOut.id)
    return (await tx.scalars(query.limit(BATCH).with_for_update(skip_locked=True), {"now": now})).all()
