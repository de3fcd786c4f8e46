"""When agreed posts go to their channel: few a day by themselves, the rest in digests. Called inside a transaction."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta

from sqlalchemy import ColumnElement, and_, func, or_, select

from mentoring.hours import Hours, at_local, local, opens_after
from mentoring.notices import NoticeKind
from mentoring.shout_outs import day_of_post
from services.shout_outs import redraw_shout_out
from services.telling import channel_hours
from storage.models import Delivery, DeliveryState, Notice, Programme, ShoutOut
from storage.notices import Receiver
from storage.putting import Telling, put_notices
from storage.transaction import Transaction

# A post that has its day is waited for a little longer than that, should Slack be away.
PLACED_WITHIN = timedelta(days=3)


async def place(tx: Transaction, now: datetime, programme: Programme, shout_outs: Sequence[ShoutOut]) -> None:
    """Put agreed posts into the outbox, each once, in their order; the author of a win that has to wait reads it.

    A digest is one delivery that carries several of them. Each drops out of it by itself if it is taken back.
    """
    sharing = await _programmes_of_channel(tx, programme)
    hours = await channel_hours(tx, programme)
    today = local(now, hours.zone).date()
    posts_today = await _posts_on(tx, today, hours, sharing)
    digests = await _digests(tx, today, hours, programme)
    waiting = {local(digest.not_before, hours.zone).date(): digest.id for digest in digests}
    carried = Counter({day: await _carried(tx, digest) for day, digest in waiting.items()})
    receiver = Receiver(programme.workspace_id, programme_id=programme.id)
    for shout_out in shout_outs:
        day = day_of_post(today, posts_today, carried, _working_days(today, hours))
        at = now if day == today else opens_after(day - timedelta(days=1), hours)
        shout_out.waits_until = max(shout_out.waits_until, at + PLACED_WITHIN)
        telling = Telling(
            NoticeKind.SHOUT_OUT, receiver, shout_out.id, at, expires_at=shout_out.waits_until, joins=waiting.get(day)
        )  # fmt: skip
        [post] = await put_notices(tx, [telling], now)
        if post is None:
            continue
        if day == today:
            posts_today += 1
        else:
            waiting[day] = post
            carried[day] += 1
            await redraw_shout_out(tx, now, shout_out)


async def _programmes_of_channel(tx: Transaction, programme: Programme) -> Sequence[str]:
    """The programmes that post in the same channel, locked: whoever else places posts there waits here."""
    same_channel = Programme.workspace_id == programme.workspace_id, Programme.channel == programme.channel
    query = select(Programme.id).where(*same_channel).order_by(Programme.id)
    return (await tx.scalars(query.with_for_update(key_share=True))).all()


async def _posts_on(tx: Transaction, today: date, hours: Hours, sharing: Sequence[str]) -> int:
    """How many posts a channel has had today, may have had, or is still to get."""
    begins, ends = (at_local(day, time.min, hours.zone) for day in (today, today + timedelta(days=1)))
    on_its_way = Delivery.state.in_([DeliveryState.PENDING, DeliveryState.SENDING])
    in_doubt = Delivery.state.in_([DeliveryState.IN_DOUBT, DeliveryState.UNCONFIRMED])
    found = await tx.scalar(
        select(func.count()).where(
            _is_post(*sharing),
            or_(
                and_(Delivery.state == DeliveryState.SENT, Delivery.ended_at >= begins),
                and_(on_its_way, Delivery.not_before < ends),
                and_(in_doubt, Delivery.not_before >= begins),
            ),
        )
    )
    return found or 0


async def _digests(tx: Transaction, today: date, hours: Hours, programme: Programme) -> Sequence[Delivery]:
    """The posts that wait for a later day, locked so that they do not leave meanwhile."""
    tomorrow = at_local(today + timedelta(days=1), time.min, hours.zone)
    query = select(Delivery).where(
        _is_post(programme.id), Delivery.state == DeliveryState.PENDING, Delivery.not_before >= tomorrow
    )
    # What somebody else has in hand is not waited for: they may be waiting for what is locked here.
    return (await tx.scalars(query.order_by(Delivery.id).with_for_update(skip_locked=True))).all()


async def _carried(tx: Transaction, digest_id: int) -> int:
    return await tx.scalar(select(func.count()).where(Notice.delivery_id == digest_id)) or 0


def _is_post(*programmes: str) -> ColumnElement[bool]:
    return Delivery.programme_id.in_(programmes) & Delivery.redraws_id.is_(None)


def _working_days(today: date, hours: Hours) -> Iterator[date]:
    day = today
    while True:
        day = local(opens_after(day, hours), hours.zone).date()
        yield day
