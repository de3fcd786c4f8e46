"""Notices in the outbox: which posts show something that has changed, and what is taken back or put off."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from sqlalchemy import Insert, bindparam, delete, func, select, text, update
from sqlalchemy.dialects import postgresql, sqlite

from mentoring.notices import NoticeKind
from storage.lists import is_any
from storage.models import Delivery, DeliveryState, Notice, table_of
from storage.outbox_review import DISCARDED
from storage.transaction import Transaction

# Made once: making a statement takes longer than running it. A post that says, or will say, what it has to.
NOT_OVER = [DeliveryState.PENDING, DeliveryState.SENDING, DeliveryState.IN_DOUBT, DeliveryState.SENT]
TO_REDRAW = select(Delivery).where(is_any(Delivery.state, NOT_OVER)).order_by(Delivery.id).with_for_update(of=Delivery)
POSTS = TO_REDRAW.where(Delivery.id.in_(bindparam("ids", expanding=True)))
POSTS_TELLING = TO_REDRAW.join(Notice, Notice.delivery_id == Delivery.id).where(
    Notice.subject.in_(bindparam("subjects", expanding=True)), Notice.kind.in_(bindparam("kinds", expanding=True))
)
POSTS_TELLING_ONE = POSTS_TELLING.where(Notice.receiver == bindparam("receiver"))

# What the operator has discarded is told no more: it may have arrived after all.
MAY_BE_TOLD_ANEW = Delivery.error.is_distinct_from(DISCARDED)
UNSENT = select(Delivery.id).where(
    Delivery.id == Notice.delivery_id,
    is_any(Delivery.state, (DeliveryState.EXPIRED, DeliveryState.CANCELLED)),
    MAY_BE_TOLD_ANEW,
)
FORGET = delete(Notice).where(
    Notice.pair_id.in_(bindparam("pairs", expanding=True)),
    Notice.kind.in_(bindparam("kinds", expanding=True)),
    UNSENT.exists(),
)

# What asks somebody whether they would like to be in a pair.
INVITATIONS = (NoticeKind.INTRODUCTION, NoticeKind.ASKED_AGAIN)


@dataclass(frozen=True)
class Receiver:
    """Who is told: exactly one of a person, a pair (in its group message) and a programme (in its channel)."""

    workspace: str
    person_id: str | None = None
    pair_id: str | None = None
    programme_id: str | None = None

    @property
    def id(self) -> str:
        """The id of whichever it is."""
        return self.person_id or self.pair_id or self.programme_id or ""


async def redraw(
    tx: Transaction,
    subjects: Collection[str],
    kinds: Collection[NoticeKind],
    now: datetime,
    *,
    only_for: str | None = None,
) -> None:
    """Have the posts that tell of these subjects drawn again, as things stand when that is done.

    `only_for` is the id of a receiver, whose posts alone are meant. What waits unsent needs no redrawing: it is
    rendered when it goes. It is locked, so that it cannot be sent in between.
    """
    if not subjects:
        return
    told = {"subjects": list(subjects), "kinds": [kind.value for kind in kinds], "receiver": only_for}
    posts = await tx.scalars(POSTS_TELLING_ONE if only_for else POSTS_TELLING, told)
    await _draw_again(tx, posts.unique().all(), now)


async def redraw_posts(tx: Transaction, ids: Collection[int], now: datetime) -> None:
    """The same of posts at hand."""
    if ids:
        await _draw_again(tx, (await tx.scalars(POSTS, {"ids": list(ids)})).all(), now)


async def _draw_again(tx: Transaction, posts: Sequence[Delivery], now: datetime) -> None:
    rows = [
        {
            "workspace_id": post.workspace_id, "person_id": post.person_id, "pair_id": post.pair_id,
            "programme_id": post.programme_id, "redraws_id": post.id, "state": DeliveryState.PENDING.value,
            "created_at": now, "not_before": now, "attempts": 0,
        }
        for post in posts
        if post.state != DeliveryState.PENDING
    ]  # fmt: skip
    if rows:
        await tx.execute(_draw(tx.dialect), rows)


# Made once: making a statement takes longer than running it.
@cache
def _draw(dialect: str) -> Insert:
    insert = (postgresql.insert if dialect == "postgresql" else sqlite.insert)(table_of(Delivery))
    # One that waits already will do, but is held until the end of this deed: sent before, it would show what was.
    return insert.on_conflict_do_update(
        index_elements=["redraws_id"],
        index_where=text("state = 'pending'"),
        set_={"redraws_id": insert.excluded.redraws_id},
    )


async def take_back(tx: Transaction, kind: NoticeKind, subject: str, receiver: Receiver, now: datetime) -> bool:
    """Take a notice back if it has not been sent; False: it has been, or is on its way."""
    found = (
        await tx.execute(
            select(Notice, Delivery)
            .join(Delivery, Notice.delivery_id == Delivery.id)
            .where(
                Notice.workspace_id == receiver.workspace,
                Notice.kind == kind.value,
                Notice.subject == subject,
                Notice.receiver == receiver.id,
                Delivery.state == DeliveryState.PENDING,
            )
            .with_for_update(of=Delivery)
        )
    ).first()
    if found is None:
        return False
    notice, post = found
    await tx.delete(notice)
    await tx.flush()
    if not await tx.scalar(select(func.count()).where(Notice.delivery_id == post.id)):
        post.state = DeliveryState.CANCELLED
        post.ended_at = now
    return True


async def hold_unsent(tx: Transaction, kind: NoticeKind, subject: str, receiver: Receiver) -> bool:
    """Hold a notice back until the end of this deed if it has not been sent; False: it has been, or is on its way."""
    found = await tx.scalar(
        select(Delivery.id)
        .join(Notice, Notice.delivery_id == Delivery.id)
        .where(
            Notice.workspace_id == receiver.workspace,
            Notice.kind == kind.value,
            Notice.subject == subject,
            Notice.receiver == receiver.id,
            Delivery.state == DeliveryState.PENDING,
        )
        .with_for_update(of=Delivery)
    )
    return found is not None


async def was_sent(tx: Transaction, notice: Notice) -> bool:
    """Whether the post that a notice is in has been sent."""
    delivery = await tx.get(Delivery, notice.delivery_id) if notice.delivery_id else None
    return delivery is not None and delivery.state == DeliveryState.SENT


async def heard_at(tx: Transaction, notice: Notice) -> datetime:
    """When its receiver hears of a notice at the soonest: what was planned for earlier lies behind them by then."""
    delivery = await tx.get(Delivery, notice.delivery_id) if notice.delivery_id else None
    return max(notice.created_at, delivery.not_before) if delivery else notice.created_at


async def may_be_out(tx: Transaction, kind: NoticeKind, subject: str) -> bool:
    """Whether a notice has been sent, or is being sent, or may have been."""
    out = [DeliveryState.SENDING, DeliveryState.SENT, DeliveryState.IN_DOUBT, DeliveryState.UNCONFIRMED]
    found = await tx.scalar(
        select(Notice.id)
        .join(Delivery, Notice.delivery_id == Delivery.id)
        .where(Notice.kind == kind.value, Notice.subject == subject, Delivery.state.in_(out))
        .limit(1)
    )
    return found is not None


async def forget_failed(tx: Transaction, kind: NoticeKind, subjects: Collection[str]) -> None:
    """Forget that something was told where it was refused or had nowhere to go; it can be put into the outbox anew.

    What has gone out, or may have, is left alone.
    """
    is_over = Delivery.state.in_([DeliveryState.DEAD, DeliveryState.CANCELLED])
    failed = select(Delivery.id).where(is_over, MAY_BE_TOLD_ANEW)
    await tx.execute(
        delete(Notice).where(Notice.kind == kind.value, Notice.subject.in_(subjects), Notice.delivery_id.in_(failed))
    )


async def forget_unsent(tx: Transaction, pair_ids: Collection[str], kinds: Collection[str]) -> None:
    """Forget what these pairs were to be told and were not, since its time was over first: it can be told anew."""
    await tx.execute(
        FORGET, {"pairs": list(pair_ids), "kinds": list(kinds)}, execution_options={"synchronize_session": False}
    )


async def move_news(tx: Transaction, person_id: str, now: datetime, not_before: datetime) -> None:
    """Have what waits for somebody's hours wait until another instant; what has been tried already goes its own way."""
    await tx.execute(
        update(Delivery)
        .where(
            Delivery.person_id == person_id,
            Delivery.state == DeliveryState.PENDING,
            Delivery.redraws_id.is_(None),
            Delivery.not_before > now,
            Delivery.attempts == 0,
        )
        .values(not_before=not_before)
    )
