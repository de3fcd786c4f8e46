"""The outbox as the operator sees it: where each post is, never what it says; and sending again, or not at all.

Redrawings are left out: they do no harm twice, and the next change brings another.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Select, func, or_, select

from storage.completing import change
from storage.models import Delivery, DeliveryState, Notice, Pair, Person, Programme
from storage.transaction import Transaction

DISCARDED = "discarded by the operator"

# What somebody has to decide about, and what may still settle itself.
NEEDS_SOMEBODY = (DeliveryState.UNCONFIRMED, DeliveryState.DEAD, DeliveryState.IN_DOUBT)
CAN_BE_RETRIED = (DeliveryState.UNCONFIRMED, DeliveryState.DEAD)
CAN_BE_DISCARDED = (*NEEDS_SOMEBODY, DeliveryState.PENDING)


@dataclass(frozen=True)
class Post:
    """A post. `kinds` are those of its notices; `receiver` is a person's, two people's or a programme's name."""

    id: int
    state: DeliveryState
    kinds: tuple[str, ...]
    receiver: str
    created_at: datetime
    not_before: datetime
    expires_at: datetime | None
    ended_at: datetime | None
    attempts: int
    error: str | None


async def count_posts(tx: Transaction) -> dict[DeliveryState, int]:
    """How many posts there are in each state that has any."""
    counts = await tx.execute(
        select(Delivery.state, func.count()).where(Delivery.redraws_id.is_(None)).group_by(Delivery.state)
    )
    return {DeliveryState(state): count for state, count in counts}


async def posts_in(tx: Transaction, states: Sequence[DeliveryState], most: int) -> list[Post]:
    """The newest posts in some states."""
    query = select(Delivery).where(Delivery.state.in_(states), Delivery.redraws_id.is_(None))
    return await _posts(tx, query.order_by(Delivery.id.desc()).limit(most))


async def posts_by_id(tx: Transaction, ids: Sequence[int]) -> list[Post]:
    """These posts; those that there are."""
    query = select(Delivery).where(Delivery.id.in_(ids), Delivery.redraws_id.is_(None))
    return await _posts(tx, query.order_by(Delivery.id))


async def send_again(tx: Transaction, ids: Sequence[int], now: datetime) -> list[int]:
    """Have posts sent that are dead or unconfirmed and whose time is not over; the ids of those."""
    again = {
        "state": DeliveryState.PENDING, "not_before": now, "attempts": 0, "error": None, "ended_at": None,
    }  # fmt: skip
    in_time = or_(Delivery.expires_at.is_(None), Delivery.expires_at > now)
    return await change(tx, (*_are_posts(ids), Delivery.state.in_(CAN_BE_RETRIED), in_time), again)


async def discard_posts(tx: Transaction, ids: Sequence[int], now: datetime) -> list[int]:
    """Have posts never sent (again) that are not on their way and have not arrived; the ids of those."""
    gone = {"state": DeliveryState.CANCELLED, "error": DISCARDED, "ended_at": now, "lease_token": None}
    return await change(tx, (*_are_posts(ids), Delivery.state.in_(CAN_BE_DISCARDED)), gone)


def _are_posts(ids: Sequence[int]) -> tuple[ColumnElement[bool], ...]:
    return Delivery.id.in_(ids), Delivery.redraws_id.is_(None)


async def _posts(tx: Transaction, query: Select[Delivery]) -> list[Post]:
    deliveries = (await tx.scalars(query)).all()
    notices = select(Notice.delivery_id, Notice.kind).where(Notice.delivery_id.in_([each.id for each in deliveries]))
    kinds = [(delivery_id, kind) for delivery_id, kind in await tx.execute(notices.order_by(Notice.id))]
    names = await _names(tx, deliveries)
    return [
        Post(
            each.id, DeliveryState(each.state), tuple(kind for delivery_id, kind in kinds if delivery_id == each.id),
            names[each.receiver], each.created_at, each.not_before, each.expires_at, each.ended_at, each.attempts,
            each.error,
        )
        for each in deliveries
    ]  # fmt: skip


async def _names(tx: Transaction, deliveries: Sequence[Delivery]) -> dict[str, str]:
    """What receivers are called, by their ids."""
    pairs = (await tx.scalars(select(Pair).where(Pair.id.in_([each.pair_id for each in deliveries])))).all()
    of_pairs = [person for pair in pairs for person in (pair.mentor_id, pair.mentee_id)]
    people = select(Person.id, Person.name).where(
        or_(Person.id.in_([each.person_id for each in deliveries]), Person.id.in_(of_pairs))
    )
    programmes = select(Programme.id, Programme.name).where(
        Programme.id.in_([each.programme_id for each in deliveries])
    )
    names = dict((await tx.execute(people)).tuples().all())
    names |= {id_: f"the channel of {name}" for id_, name in await tx.execute(programmes)}
    return names | {pair.id: f"{names[pair.mentor_id]} and {names[pair.mentee_id]}" for pair in pairs}
