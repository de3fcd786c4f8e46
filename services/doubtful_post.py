"""Where a post is looked for of which nobody knows whether it arrived."""

from dataclasses import dataclass

from services.context import Services
from storage.models import Delivery, Pair, Person, Workspace
from storage.transaction import Transaction


@dataclass(frozen=True)
class DoubtfulPost:
    """Where a post would be, and whose it would be.

    Attributes:
        channel: Slack's id of it; None: it was never opened, or nobody knows which it was.
        was_begun: Whether a post may have been on its way at all: nothing is posted before its channel is known.
        bot_user: Slack's id of Rapport there.
    """

    channel: str | None
    was_begun: bool
    bot_user: str


async def doubtful_post(services: Services, delivery_id: int) -> DoubtfulPost:
    """Where to look for a delivery's post."""

    async def look(tx: Transaction) -> DoubtfulPost:
        delivery = await tx.get_one(Delivery, delivery_id)
        bot_user = (await tx.get_one(Workspace, delivery.workspace_id)).bot_user_id
        channel = delivery.channel
        if channel is None and delivery.person_id:
            channel = (await tx.get_one(Person, delivery.person_id)).dm_channel
        elif channel is None and delivery.pair_id:
            channel = (await tx.get_one(Pair, delivery.pair_id)).group_channel
        # A programme's channel may have been changed since.
        return DoubtfulPost(channel, bool(channel or delivery.programme_id), bot_user)

    return await services.read(look)
