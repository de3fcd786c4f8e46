"""What can be seen of a world: what its people are told, what is sent, and what is stored."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, TypeVar

from sqlalchemy import Select, func, select

from services.compose_delivery import Composed
from services.context import Services
from services.drop_unsaid import drop_unsaid
from services.settle_shout_outs import settle_shout_outs
from storage.completing import Cancelled, Completion, Sent, complete
from storage.models import Base, Delivery, DeliveryState
from storage.outbox import claim_due
from storage.store import Store
from storage.transaction import Transaction
from tests.services.drawing import POSTS_THAT_MAY_SAY, POSTS_TO, POSTS_TO_CHANNEL, SAID_BY, Post, composed, posts

LEASE = timedelta(seconds=60)

C = TypeVar("C")


class Looks(ABC):
    """Looks at a workspace whose people are called by their first names; and its sender, who sends when asked."""

    store: Store
    services: Services
    now: datetime

    @abstractmethod
    async def id_of(self, name: str) -> str:
        """The id of somebody who is known."""

    async def posts_to(self, name: str) -> list[Post]:
        """The messages of somebody, sent or on their way, as they would be drawn now."""
        return await posts(self.services, POSTS_TO, {"receiver": await self.id_of(name)})

    async def posts_to_pair(self, pair: str) -> list[Post]:
        return await posts(self.services, POSTS_TO, {"receiver": pair})

    async def posts_to_channel(self) -> list[Post]:
        """The posts in the channel, sent or on their way, once all that is agreed has its place."""
        await settle_shout_outs(self.services)
        return await posts(self.services, POSTS_TO_CHANNEL, {})

    async def post_with(self, name: str, kind: type[Any]) -> Post:
        """The newest message of somebody in which a kind of thing is told."""
        which = {"receiver": await self.id_of(name), "kinds": SAID_BY[kind]}
        [post] = await posts(self.services, POSTS_THAT_MAY_SAY, which, newest=kind)
        return post

    async def told(self, name: str, kind: type[C]) -> list[C]:
        """What somebody is told of one kind, as it would be drawn now."""
        which = {"receiver": await self.id_of(name), "kinds": SAID_BY[kind]}
        found = await posts(self.services, POSTS_THAT_MAY_SAY, which)
        return [content for post in found for content in post.contents if isinstance(content, kind)]

    async def newest(self, name: str, kind: type[C]) -> C:
        """The newest thing of a kind that somebody is told, as it would be drawn now."""
        contents = (await self.post_with(name, kind)).contents
        return [content for content in contents if isinstance(content, kind)][-1]

    async def redrawings(self) -> set[int]:
        """The ids of the posts that wait to be drawn again."""
        query = select(Delivery.redraws_id).where(Delivery.state == DeliveryState.PENDING)
        return {id_ for id_ in await self.all(query) if id_ is not None}

    async def send_all(self) -> list[Composed]:
        """Send all that is due, as the sender would; what was said."""
        said: list[Composed] = []
        claimed = await self._claimed_after({})
        while claimed:
            drawn = await composed(self.services, [delivery.id for delivery in claimed])
            unsaid = [id_ for each in drawn if each and not each.redraws for id_ in each.unsaid]
            if unsaid:
                await drop_unsaid(self.services, unsaid)
            said += filter(None, drawn)
            claimed = await self._claimed_after(
                {
                    delivery: Sent(_channel(delivery), f"{delivery.id}.0") if each else Cancelled()
                    for delivery, each in zip(claimed, drawn, strict=True)
                }
            )
        return said

    async def completes_due(self, completion: Completion) -> list[int]:
        """Have all that is due end in some other way; the ids of the deliveries."""

        async def deed(tx: Transaction) -> list[int]:
            claimed = await claim_due(tx, self.now, 20, LEASE)
            for delivery in claimed:
                await complete(tx, delivery, completion, self.now)
            return [delivery.id for delivery in claimed]

        return await self.store.write(deed)

    async def _claimed_after(self, ended: dict[Delivery, Completion]) -> list[Delivery]:
        """Note what became of some deliveries, and take what is due then."""

        async def deed(tx: Transaction) -> list[Delivery]:
            for delivery, completion in ended.items():
                await complete(tx, delivery, completion, self.now)
            return await claim_due(tx, self.now, 20, LEASE)

        return await self.store.write(deed)

    async def all(self, query: Select[C]) -> Sequence[C]:
        async def look(tx: Transaction) -> Sequence[C]:
            return (await tx.scalars(query)).all()

        return await self.store.glance(look)

    async def rows(self, table: type[Base]) -> int:
        """How many rows a table has."""
        [number] = await self.all(select(func.count()).select_from(table))
        return number


def _channel(delivery: Delivery) -> str:
    return f"D{delivery.person_id or delivery.pair_id or delivery.programme_id}"[:32]
