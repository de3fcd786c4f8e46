"""Slack would not take a post, because whoever it was for is no longer there."""

from services.context import Services
from services.departures import held_pairs_of, leave
from storage.models import Delivery, Person
from storage.transaction import Transaction


async def note_departure(services: Services, delivery_id: int) -> None:
    """End the pairs of whoever a delivery was for. Which of a pair has left, the next post to each alone will tell."""

    async def deed(tx: Transaction) -> None:
        delivery = await tx.get_one(Delivery, delivery_id)
        if delivery.person_id is None:
            return
        person = await tx.get_one(Person, delivery.person_id)
        await leave(tx, services.now(), person, await held_pairs_of(tx, person))

    await services.write(deed)
