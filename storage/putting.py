"""Notices into the outbox, each once: few statements, however many they are."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from typing import Any

from sqlalchemy import Select, bindparam, delete, func, or_, select, update

from mentoring.notices import NoticeKind
from storage.inserts import insert_each, insert_each_once
from storage.lists import is_one_of, listed, room_for
from storage.models import Delivery, DeliveryState, Notice, table_of
from storage.notices import Receiver
from storage.transaction import Transaction

# Past this, a message would be a wall: what follows goes into the next one.
MOST_NOTICES_A_POST = 5

# The bare tables: SQLAlchemy takes a third less time to read columns of those.
POST, NOTICE = table_of(Delivery).c, table_of(Notice).c
CARRIED = select(func.count()).where(NOTICE.delivery_id == POST.id).scalar_subquery()


# Made once: making a statement takes longer than running it.
@cache
def _posts_that_wait(receivers: int, moments: int) -> Select[Any]:
    return (
        select(POST.id, POST.receiver, POST.not_before, CARRIED)
        .where(
            is_one_of(POST.receiver, "receiver", receivers),
            POST.state == DeliveryState.PENDING.value,
            POST.redraws_id.is_(None),
            POST.expires_at.is_(None),
            or_(POST.not_before <= bindparam("now"), is_one_of(POST.not_before, "moment", moments)),
        )
        .order_by(POST.id)
        # One that another deed holds is not waited for: two that tell the same people could wait for each other.
        .with_for_update(skip_locked=True)
    )


@dataclass(frozen=True)
class Telling:
    """One thing to tell one person, pair or channel, from an instant on.

    Attributes:
        subject: The id of what it is about.
        occurrence: Which time this kind of thing is told of it: a local date or a count.
        day: Of a nudge, the receiver's date for which it counts.
        expires_at: From when it is not sent any more.
        joins: The id of a post which it is to join, and which then expires with whatever in it expires first.
    """

    kind: NoticeKind
    receiver: Receiver
    subject: str
    not_before: datetime
    pair_id: str | None = None
    occurrence: str = "1"
    facts: dict[str, Any] = field(default_factory=dict)
    day: date | None = None
    expires_at: datetime | None = None
    joins: int | None = None

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What tells it from anything else that is told: it is told once."""
        return self.kind.value, self.subject, self.occurrence, self.receiver.id

    def goes_with(self, now: datetime) -> tuple[str, datetime, datetime | None]:
        """What is the same of all that goes into one post: the receiver, when it goes, and until when."""
        return self.receiver.id, max(self.not_before, now), self.expires_at


@dataclass
class _Post:
    """A post with room for so many more; without an id, it is still to be made."""

    room: int
    id: int | None = None


async def put_notices(tx: Transaction, tellings: Sequence[Telling], now: datetime) -> list[int | None]:
    """Put notices into the outbox, each once.

    What one person is told at one moment goes into one post, as far as it holds it, and into one that waits for that
    moment already: what happens at once, or overnight, is told in one message.

    Returns:
        The id of the post that each is in; None where this receiver was told this of this subject before.
    """
    if not tellings:
        return []
    posts = await _posts_for(tx, tellings, now)
    rows: list[dict[str, Any]] = [
        {
            "workspace_id": each.receiver.workspace, "kind": each.kind.value, "subject": each.subject,
            "occurrence": each.occurrence, "receiver": each.receiver.id, "pair_id": each.pair_id, "facts": each.facts,
            "day": each.day, "created_at": now, "delivery_id": post,
        }
        for each, post in zip(tellings, posts, strict=True)
    ]  # fmt: skip
    columns = (Notice.kind, Notice.subject, Notice.occurrence, Notice.receiver, Notice.delivery_id)
    new = {tuple(key): post for *key, post in await insert_each_once(tx, Notice, rows, *columns)}
    if len(new) < len(tellings):
        # Rarely: some were told before, and a post with nothing in it is not to be.
        await tx.execute(delete(Delivery).where(POST.id.in_(posts), CARRIED == 0))
    for each in tellings:
        if each.joins and each.expires_at and each.key in new:
            sooner = update(Delivery).where(Delivery.id == each.joins, Delivery.expires_at > each.expires_at)
            await tx.execute(sooner.values(expires_at=each.expires_at))
    return [new.get(each.key) for each in tellings]


async def _posts_for(tx: Transaction, tellings: Sequence[Telling], now: datetime) -> list[int]:
    """The id of the post for each of these: one that waits, or a new one."""
    filling = await _waiting(tx, [each for each in tellings if _may_join(each)], now)
    made: list[tuple[_Post, Telling]] = []
    chosen: list[_Post] = []
    for each in tellings:
        if each.joins:
            chosen.append(_Post(0, each.joins))
            continue
        post = filling.get(each.goes_with(now))
        if post is None or not post.room:
            post = filling[each.goes_with(now)] = _Post(MOST_NOTICES_A_POST)
            made.append((post, each))
        post.room -= 1
        chosen.append(post)
    rows = [
        {
            "workspace_id": each.receiver.workspace, "person_id": each.receiver.person_id,
            "pair_id": each.receiver.pair_id, "programme_id": each.receiver.programme_id,
            "state": DeliveryState.PENDING.value, "created_at": now, "not_before": each.not_before,
            "expires_at": each.expires_at,
        }
        for _, each in made
    ]  # fmt: skip
    for (post, _), id_ in zip(made, await insert_each(tx, Delivery, rows), strict=True):
        post.id = id_
    return [post.id for post in chosen if post.id is not None]


def _may_join(telling: Telling) -> bool:
    return telling.receiver.person_id is not None and not (telling.expires_at or telling.joins)


async def _waiting(
    tx: Transaction, tellings: Sequence[Telling], now: datetime
) -> dict[tuple[str, datetime, datetime | None], _Post]:
    """The newest post that waits for each receiver and moment."""
    if not tellings:
        return {}
    receivers, moments = {each.receiver.id for each in tellings}, {each.not_before for each in tellings}
    posts = await tx.execute(
        _posts_that_wait(room_for(receivers), room_for(moments)),
        {"now": now, **listed("receiver", receivers), **listed("moment", moments)},
    )
    return {
        (receiver, max(not_before, now), None): _Post(max(0, MOST_NOTICES_A_POST - carried), id_)
        for id_, receiver, not_before, carried in posts
    }
