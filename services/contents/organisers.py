"""What notices about organising a programme say."""

from mentoring.notices import OrganiserNamed, OrganiserReleased
from storage.models import Notice, Organiser, Person, Programme
from storage.people import card
from storage.transaction import Transaction


async def organiser_named(tx: Transaction, notice: Notice) -> OrganiserNamed:
    """To somebody who was named, as it stands now."""
    programme = await tx.get_one(Programme, notice.subject)
    by = await tx.get_one(Person, notice.facts["by"])
    still = await tx.get(Organiser, (programme.id, notice.receiver)) is not None
    return OrganiserNamed(programme.name, card(by), still)


async def organiser_released(tx: Transaction, notice: Notice) -> OrganiserReleased:
    """To somebody who organises it no longer."""
    programme = await tx.get_one(Programme, notice.subject)
    by = await tx.get_one(Person, notice.facts["by"])
    return OrganiserReleased(programme.name, None if by.id == notice.receiver else card(by))
