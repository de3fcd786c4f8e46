"""Wins in somebody's journal."""

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import aliased

from mentoring.wins import Audience
from storage.models import Pair, Person, Win
from storage.transaction import Transaction


async def journal_of(
    tx: Transaction, person: Person, limit: int, pair_id: str | None = None
) -> tuple[list[tuple[Win, Person, Person | None]], int]:
    """The newest wins somebody may read, of one pair or of any and none, and how many there are.

    Each with its author, and with whoever wrote the message that it is about.
    Their own, and those a partner shared: whatever is for its author alone is left out by the query itself.
    """
    writer = aliased(Person)
    query = (
        select(Win, Person, writer, func.count().over())
        .join(Person, Person.id == Win.author_id)
        .outerjoin(writer, writer.id == Win.message_by_id)
        .where(_readable_by(person))
        .order_by(Win.created_at.desc(), Win.id)
        .limit(limit)
    )
    if pair_id:
        query = query.where(Win.pair_id == pair_id)
    rows = (await tx.execute(query)).all()
    return [(win, author, by) for win, author, by, _ in rows], rows[0][-1] if rows else 0


def _readable_by(person: Person) -> ColumnElement[bool]:
    my_pairs = select(Pair.id).where(or_(Pair.mentor_id == person.id, Pair.mentee_id == person.id))
    shared = and_(Win.pair_id.in_(my_pairs), Win.audience != Audience.ME.value)
    return and_(Win.workspace_id == person.workspace_id, or_(Win.author_id == person.id, shared))
