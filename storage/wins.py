"""Wins in somebody's journal."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, and_, func, or_, select

from mentoring.wins import Audience
from storage.models import Pair, Person, Win
from storage.transaction import Transaction


async def journal_of(tx: Transaction, person: Person, limit: int) -> tuple[Sequence[Win], int]:
    """The newest wins somebody may read, and how many there are.

    Their own, and those a partner shared: whatever is for its author alone is left out by the query itself.
    """
    readable = _readable_by(person)
    newest = select(Win).where(readable).order_by(Win.created_at.desc(), Win.id).limit(limit)
    wins = (await tx.scalars(newest)).all()
    return wins, await tx.scalar(select(func.count()).select_from(Win).where(readable)) or 0


def _readable_by(person: Person) -> ColumnElement[bool]:
    my_pairs = select(Pair.id).where(or_(Pair.mentor_id == person.id, Pair.mentee_id == person.id))
    shared = and_(Win.pair_id.in_(my_pairs), Win.audience != Audience.ME.value)
    return and_(Win.workspace_id == person.workspace_id, or_(Win.author_id == person.id, shared))
