"""Who would like to be paired, as mentor or as mentee."""

from datetime import datetime

from sqlalchemy import and_, bindparam, delete, exists, or_, select, update

from mentoring.pairs import PairState, Role
from storage.inserts import insert_once
from storage.models import JoinWish, Pair, Person, new_id
from storage.transaction import Transaction

IS_MINE = JoinWish.person_id == bindparam("person")
IS_ASKED = exists().where(
    Pair.state == PairState.PROPOSED.value,
    or_(
        and_(Pair.mentor_id == JoinWish.person_id, JoinWish.role == Role.MENTOR.value),
        and_(Pair.mentee_id == JoinWish.person_id, JoinWish.role == Role.MENTEE.value),
    ),
)
# Made once: making a statement takes longer than running it.
WISHES = (
    select(JoinWish, Person)
    .join(Person, Person.id == JoinWish.person_id)
    .where(JoinWish.workspace_id == bindparam("workspace"))
    .order_by(JoinWish.created_at, JoinWish.id)
)
MY_WISHES = WISHES.where(IS_MINE)
ALL_WISHES = WISHES.where(or_(IS_MINE, and_(Person.deactivated.is_(False), ~IS_ASKED)))


async def keep_wish(tx: Transaction, person: Person, role: Role, now: datetime, *, another_match: bool = False) -> None:
    """Note that somebody would like to be paired in a role; who has said so already keeps their place in the list.

    `another_match`: they were in a pair in this role, and would like to be in another one.
    """
    is_new = await insert_once(
        tx, JoinWish, id=new_id(), workspace_id=person.workspace_id, person_id=person.id, role=role.value,
        another_match=another_match, created_at=now,
    )  # fmt: skip
    if another_match and not is_new:
        theirs = update(JoinWish).where(JoinWish.person_id == person.id, JoinWish.role == role.value)
        await tx.execute(theirs.values(another_match=True))


async def forget_wish(tx: Transaction, person_id: str, role: Role) -> None:
    """Forget that somebody would like to be paired in a role: they are now, or they would rather not."""
    await tx.execute(delete(JoinWish).where(JoinWish.person_id == person_id, JoinWish.role == role.value))


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
    """The wishes somebody may see, the oldest first: their own; an organiser those of all who are still here.

    Whoever has been asked to be in a pair is not in an organiser's list until they, or the other, declined.
    """
    which = {"workspace": person.workspace_id, "person": person.id}
    return [(wish, whose) for wish, whose in await tx.execute(ALL_WISHES if is_organiser else MY_WISHES, which)]
