"""The direct or group message that Slack opened for a delivery is remembered."""

from services.context import Services
from storage.models import Delivery, Pair, Person
from storage.transaction import Transaction


async def remember_channel(services: Services, delivery_id: int, channel: str) -> None:
    """Note where a person, or a pair, is written to (Slack's channel id), so that it need not be asked again."""

    async def deed(tx: Transaction) -> None:
        delivery = await tx.get_one(Delivery, delivery_id)
        if delivery.person_id:
            (await tx.get_one(Person, delivery.person_id)).dm_channel = channel
        elif delivery.pair_id:
            (await tx.get_one(Pair, delivery.pair_id)).group_channel = channel

    await services.store.write(deed)
