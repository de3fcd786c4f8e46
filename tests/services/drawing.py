"""What the posts of a world say, as they would be drawn now: many in one look, and no more than are asked for."""

from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar, get_args, get_type_hints

from sqlalchemy import Select, bindparam, event, select
from sqlalchemy.orm import Session

from mentoring.notices import Content
from mentoring.nudge_contents import NudgeContent
from services.compose_delivery import CONTENTS, Composed, compose_delivery
from services.context import Services
from services.snapshots import NUDGES
from storage.models import Delivery, DeliveryState, Notice
from storage.transaction import Transaction

T = TypeVar("T")

# Sent or on their way, the newest first. Made once: making a statement takes longer than running it.
POSTS = (
    select(Delivery)
    .where(Delivery.redraws_id.is_(None), Delivery.state.not_in([DeliveryState.CANCELLED, DeliveryState.EXPIRED]))
    .order_by(Delivery.id.desc())
)
POSTS_TO = POSTS.where(Delivery.receiver == bindparam("receiver"))
POSTS_TO_CHANNEL = POSTS.where(Delivery.programme_id.is_not(None))
OF_KINDS = select(Notice.delivery_id).where(Notice.kind.in_(bindparam("kinds", expanding=True)))
POSTS_THAT_MAY_SAY = POSTS_TO.where(Delivery.id.in_(OF_KINDS))


def _said_by() -> dict[object, list[str]]:
    said_by: dict[object, list[str]] = {content: list(NUDGES) for content in get_args(NudgeContent)}
    for kind, gather in CONTENTS.items():
        returned = get_type_hints(gather)["return"]
        for content in get_args(returned) or (returned,):
            said_by.setdefault(content, []).append(kind.value)
    return said_by


# The kinds of notices that may say each thing: what gathers their contents returns it.
SAID_BY = _said_by()


@dataclass(frozen=True)
class Post:
    """A delivery: what it says if it is drawn now, from when it may go, and what became of it."""

    id: int
    contents: tuple[Content, ...]
    at: datetime
    state: DeliveryState


@dataclass(frozen=True)
class OneLook(Services):
    """Services whose looks are all one, so that what one of them has read the next need not read again."""

    tx: Transaction

    async def read(self, look: Callable[[Transaction], Awaitable[T]]) -> T:
        """A look within this one."""
        return await look(self.tx)


async def in_one_look(services: Services, work: Callable[[OneLook], Awaitable[T]]) -> T:
    """Do some work whose looks are all one."""
    # A session forgets rows that nobody has hold of.
    kept: list[object] = []

    async def look(tx: Transaction) -> T:
        def keep(_session: Session, row: object) -> None:
            kept.append(row)

        event.listen(tx.sync_session, "loaded_as_persistent", keep)
        try:
            return await work(OneLook(services.store, services.now, services.wake, tx))
        finally:
            event.remove(tx.sync_session, "loaded_as_persistent", keep)

    return await services.read(look)


async def composed(services: Services, ids: Sequence[int]) -> list[Composed | None]:
    """What some deliveries say, each in its place."""

    async def work(look: OneLook) -> list[Composed | None]:
        return [await compose_delivery(look, id_) for id_ in ids]

    return await in_one_look(services, work)


async def posts(
    services: Services,
    query: Select[Delivery],
    which: dict[str, Any],
    newest: type[Any] | None = None,
) -> list[Post]:
    """The posts of a query that have something to say, the oldest first; or the `newest` that says one thing, alone."""

    async def work(look: OneLook) -> list[Post]:
        found = []
        for delivery in (await look.tx.scalars(query, which)).all():
            said = await compose_delivery(look, delivery.id)
            if said and (newest is None or _says(said.contents, newest)):
                found.append(Post(delivery.id, said.contents, delivery.not_before, DeliveryState(delivery.state)))
                if newest:
                    break
        return found[::-1]

    return await in_one_look(services, work)


def _says(contents: Collection[Content], kind: type[Any]) -> bool:
    return any(isinstance(content, kind) for content in contents)
