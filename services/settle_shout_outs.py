"""Posts for the channel come to their end: posted, or after their time not posted."""

from sqlalchemy import select

from mentoring.consent import ShoutOutState
from mentoring.notices import NoticeKind
from services.context import Services
from services.shout_outs import give_up, redraw_shout_out
from storage.models import Delivery, DeliveryState, Notice, ShoutOut
from storage.transaction import Transaction

BATCH = 100


async def settle_shout_outs(services: Services) -> int:
    """Note which agreed posts have gone out, and give up those nobody waits for any more; how many were settled.

    Found by asking the outbox, not by being told by the sender, so that a crash in between loses nothing.
    """

    async def deed(tx: Transaction) -> int:
        now = services.now()
        went_out = await tx.scalars(
            select(ShoutOut)
            .join(Notice, (Notice.subject == ShoutOut.id) & (Notice.kind == NoticeKind.SHOUT_OUT.value))
            .join(Delivery, Delivery.id == Notice.delivery_id)
            .where(ShoutOut.state == ShoutOutState.AGREED.value, Delivery.state == DeliveryState.SENT)
            .limit(BATCH)
            .with_for_update(of=ShoutOut, skip_locked=True)
        )
        posted = went_out.unique().all()
        for shout_out in posted:
            shout_out.state = ShoutOutState.POSTED
            await redraw_shout_out(tx, now, shout_out)
        await tx.flush()
        overdue = await tx.scalars(
            select(ShoutOut)
            .where(
                ShoutOut.state.in_([ShoutOutState.ASKING.value, ShoutOutState.AGREED.value]),
                ShoutOut.waits_until <= now,
            )
            .limit(BATCH)
            .with_for_update(skip_locked=True)
        )
        given_up = overdue.all()
        for shout_out in given_up:
            await give_up(tx, now, shout_out)
        return len(posted) + len(given_up)

    # Not `services.write`: that wakes whoever settles, which is who asks.
    settled = await services.store.write(deed)
    if settled:
        services.wake()
    return settled
