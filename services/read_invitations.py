"""Which proposed pairs wait for somebody."""

from mentoring.pairs import PairState
from mentoring.people import Actor
from services.context import Services
from services.knowing import known_person
from storage.pairs import pairs_of
from storage.transaction import Transaction


async def read_invitations(services: Services, actor: Actor) -> tuple[str, ...]:
    """The ids of the proposed pairs that somebody is in.

    Raises:
        Refusal: Rapport does not know them.
    """

    async def look(tx: Transaction) -> tuple[str, ...]:
        person = await known_person(tx, actor)
        return tuple(pair.id for pair in await pairs_of(tx, person, (PairState.PROPOSED,)))

    return await services.read(look)
