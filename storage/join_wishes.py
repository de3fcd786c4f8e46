"""Who would like to be paired, as mentor or as mentee."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, or_, select, true

from mentoring.pairs import Role
from storage.inserts import insert_once
from storage.models import JoinWish, Person, new_id
from storage.transaction import Transaction


async def keep_wish(tx: Transaction, person: Person, role: Role, now: datetime, *, another_match: bool = False) -> None:
    """Note that somebody would like to be paired in a role; who has said so already keeps their place in the list.

    `another_match`: they were in a pair in this role, and would like to be in another one.
    """
    await insert_once(
        tx, JoinWish, id=new_id(), workspace_id=person.workspace_id, person_id=person.id, role=role.value,
        another_match=another_match, created_at=now,
    )  # fmt: skip


async def forget_wishes(tx: Transaction, person: Person, roles: Sequence[Role] = tuple(Role)) -> None:
    """Forget that somebody would like to be paired: they are now, or they would rather not."""
    values = [role.value for role in roles]
    await tx.execute(delete(JoinWish).where(JoinWish.person_id == person.id, JoinWish.role.in_(values)))


async def find_wish(tx: Transaction, workspace: str, wish_id: str) -> tuple[JoinWish, Person] | None:
    """A wish and whose it is; None: it is gone, or of another workspace."""
    query = (
        select(JoinWish, Person)
        .join(Person, Person.id == JoinWish.person_id)
        .where(JoinWish.id == wish_id, JoinWish.workspace_id == workspace)
    )
    row = (await tx.execute(query)).first()
    return (row[0], row[1]) if row else None


async def wishes_seen_by(tx: Transaction, person: Person, *, is_organiser: bool) -> list[tuple[JoinWish, Person]]:
    """The wishes somebody may see, the oldest first: their own; an organiser those of all who are still here."""
    everybodys = true() if is_organiser else JoinWish.person_id == person.id
    query = (
        select(JoinWish, Person)
        .join(Person, Person.id == JoinWish.person_id)
        .where(
            JoinWish.workspace_id == person.workspace_id,
            everybodys,
            or_(Person.deactivated.is_(False), Person.id == person.id),
        )
        .order_by(JoinWish.created_at, JoinWish.id)
    )
    return [(wish, whose) for wish, whose in await tx.execute(query)]
