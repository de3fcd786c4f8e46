"""Promises that wait to be kept, or to be accepted, in all of somebody's pairs. Called inside a look's transaction."""

from collections.abc import Sequence

from mentoring.people import Actor
from mentoring.promises import WAITING
from mentoring.refusals import Reason, Refusal
from services.knowing import known_person
from storage.models import Person, Promise
from storage.pairs import pairs_and_partners
from storage.sessions import promises_of
from storage.transaction import Transaction


async def waiting_promises(tx: Transaction, actor: Actor) -> tuple[Person, dict[str, Person], Sequence[Promise]]:
    """Whoever acts, their partners by the pair's id, and the promises of all of them, in the order they were made.

    Raises:
        Refusal: They are in no pair that meets.
    """
    person = await known_person(tx, actor)
    partners = {pair.id: partner for pair, partner in await pairs_and_partners(tx, person)}
    if not partners:
        raise Refusal(Reason.NO_PAIR)
    return person, partners, await promises_of(tx, partners.keys(), WAITING, reader_id=person.id)
