"""Programmes of a workspace, and who organises them."""

from datetime import datetime

from sqlalchemy import and_, bindparam, delete, select, update
from sqlalchemy.orm import aliased

from storage.consents import HOW_MANY_QUESTIONS
from storage.inserts import insert_once
from storage.models import Organiser, Person, Programme
from storage.transaction import Transaction

ME = aliased(Person)
# Made once: making a statement takes longer than running it.
AROUND = (
    select(ME, HOW_MANY_QUESTIONS, Programme, Person)
    .join(Programme, Programme.workspace_id == ME.workspace_id)
    .outerjoin(Organiser, Organiser.programme_id == Programme.id)
    .outerjoin(Person, and_(Person.id == Organiser.person_id, Person.deactivated.is_(False)))
    .where(ME.id == bindparam("reader"))
    .order_by(Programme.created_at, Programme.id, Person.name, Person.id)
)


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


async def programmes_around(
    tx: Transaction, person_id: str, now: datetime
) -> tuple[Person, int, dict[Programme, list[Person]]]:
    """Somebody, and the programmes of their workspace with the organisers by name.

    Between the two, how many questions about posts wait for them. The oldest programme comes first. Whoever has left
    organises nothing. Most people are asked nothing, so that is found out here instead of by a query of its own.
    """
    rows = await tx.execute(AROUND, {"reader": person_id, "now": now})
    found: dict[Programme, list[Person]] = {}
    people = {}
    for person, questions, programme, *organisers in rows:
        people[person] = questions
        # One without an organiser has a row, too, with nobody in it.
        found.setdefault(programme, []).extend(filter(None, organisers))
    [(person, questions)] = people.items()
    return person, questions, found


async def add_organiser(tx: Transaction, programme: Programme, person: Person) -> None:
    """Let somebody organise a programme."""
    await insert_once(
        tx, Organiser, workspace_id=programme.workspace_id, programme_id=programme.id, person_id=person.id
    )


async def remove_organisers(tx: Transaction, programme: Programme, keep: set[str]) -> None:
    """Have a programme organised by nobody but some people: their ids."""
    await tx.execute(delete(Organiser).where(Organiser.programme_id == programme.id, Organiser.person_id.not_in(keep)))


async def look_at_organiser(tx: Transaction, person: Person, now: datetime) -> None:
    """Look again when somebody is told what waits for them as an organiser, since their hours may have changed."""
    await tx.execute(update(Organiser).where(Organiser.person_id == person.id).values(look_at=now))
