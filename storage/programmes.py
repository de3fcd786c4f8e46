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
