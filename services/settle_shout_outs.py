"""Posts for the channel come to their end: posted, or after their time not posted."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, exists, select

from mentoring.consent import ShoutOutState
from mentoring.notices import NoticeKind
from services.context import Services
from services.shout_outs import give_up, post, redraw_shout_out
from storage.models import Delivery, DeliveryState, Notice, Programme, ShoutOut
from storage.transaction import Transaction

BATCH = 100


async def settle_shout_outs(services: Services) -> int:
    """Note which agreed posts have gone out, and give up those nobody waits for any more; how many were settled.

    Found by asking the outbox, not by being told by the sender, so that a crash in between loses nothing.
    """

    async def deed(tx: Transaction) -> int:
        now = services.now()
        settled = 0
        for shout_out in await _some(tx, ShoutOut.state == ShoutOutState.AGREED.value, _post_is(DeliveryState.SENT)):
            shout_out.state = ShoutOutState.POSTED
            await redraw_shout_out(tx, now, shout_out)
            settled += 1
        for shout_out in await _some(tx, ShoutOut.state == ShoutOutState.AGREED.value, _channel_came_meanwhile()):
            await post(tx, now, await tx.get_one(Programme, shout_out.programme_id), shout_out)
            settled += 1
        overdue = ShoutOut.state.in_([ShoutOutState.ASKING.value, ShoutOutState.AGREED.value])
        # Of what may be in the channel, or on its way there, nobody is told that it is not.
        unknown = _post_is(DeliveryState.SENDING, DeliveryState.IN_DOUBT, DeliveryState.UNCONFIRMED)
        for shout_out in await _some(tx, overdue, ShoutOut.waits_until <= now, ~unknown):
            await give_up(tx, now, shout_out)
            settled += 1
        return settled

    # Not `services.write`: that wakes whoever settles, which is who asks.
    settled = await services.store.write(deed)
    if settled:
        services.wake()
    return settled


async def _some(tx: Transaction, *which: ColumnElement[bool]) -> Sequence[ShoutOut]:
    """Some shout-outs, locked; what another process has in hand is left to it."""
    query = select(ShoutOut).where(*which).order_by(ShoutOut.id).limit(BATCH)
    return (await tx.scalars(query.with_for_update(skip_locked=True))).all()


def _post_is(*states: DeliveryState) -> ColumnElement[bool]:
    return exists().where(
        Notice.subject == ShoutOut.id,
        Notice.kind == NoticeKind.SHOUT_OUT.value,
        Delivery.id == Notice.delivery_id,
        Delivery.state.in_(states),
    )


def _channel_came_meanwhile() -> ColumnElement[bool]:
    """It was agreed in the same moment in which the programme got its channel, and neither saw the other."""
    has_channel = exists().where(Programme.id == ShoutOut.programme_id, Programme.channel.is_not(None))
    has_post = exists().where(Notice.subject == ShoutOut.id, Notice.kind == NoticeKind.SHOUT_OUT.value)
    return has_channel & ~has_post
