"""Programmes of a workspace."""

from sqlalchemy import select

from storage.models import Organiser, Person, Programme
from storage.transaction import Transaction


async def first_programme(tx: Transaction, workspace: str) -> Programme:
    """The programme a workspace has from the start."""
    return (
        await tx.scalars(
            select(Programme)
            .where(Programme.workspace_id == workspace)
            .order_by(Programme.created_at, Programme.id)
            .limit(1)
        )
    ).one()


async def organised_programmes(tx: Transaction, person: Person) -> list[Programme]:
    """The programmes somebody runs, the oldest first."""
    query = (
        select(Programme)
        .join(Organiser, Organiser.programme_id == Programme.id)
        .where(Organiser.person_id == person.id, Programme.workspace_id == person.workspace_id)
        .order_by(Programme.created_at, Programme.id)
    )
    return list(await tx.scalars(query))


async def programmes_with_organisers(tx: Transaction, workspace: str) -> dict[Programme, list[Person]]:
    """The programmes of a workspace, the oldest first, each with its organisers by name."""
    rows = await tx.execute(
        select(Programme, Person)
        .outerjoin(Organiser, Organiser.programme_id == Programme.id)
        .outerjoin(Person, Person.id == Organiser.person_id)
        .where(Programme.workspace_id == workspace)
        .order_by(Programme.created_at, Programme.id, Person.name, Person.id)
    )
    found: dict[Programme, list[Person]] = {}
    for programme, *organisers in rows:
        # One without an organiser has a row, too, with nobody in it.
        found.setdefault(programme, []).extend(filter(None, organisers))
    return found
