"""Wins in somebody's journal."""

from sqlalchemy import and_, bindparam, func, or_, select
from sqlalchemy.orm import aliased

from mentoring.wins import Audience
from storage.models import Pair, Person, Win
from storage.transaction import Transaction

WRITER = aliased(Person)
MY_PAIRS = select(Pair.id).where(or_(Pair.mentor_id == bindparam("reader"), Pair.mentee_id == bindparam("reader")))
# Made once: making a statement takes longer than running it.
JOURNAL = (
    select(Win, Person, WRITER, func.count().over())
    .join(Person, Person.id == Win.author_id)
    .outerjoin(WRITER, WRITER.id == Win.message_by_id)
    .where(
        Win.workspace_id == bindparam("workspace"),
        or_(Win.author_id == bindparam("reader"), and_(Win.pair_id.in_(MY_PAIRS), Win.audience != Audience.ME.value)),
    )
    .order_by(Win.created_at.desc(), Win.id)
    .limit(bindparam("most"))
)


async def journal_of(
    tx: Transaction, person: Person, limit: int, pair_id: str | None = None
) -> tuple[list[tuple[Win, Person, Person | None]], int]:
    """The newest wins somebody may read, of one pair or of any and none, and how many there are.

    Each with its author, and with whoever wrote the message that it is about.
    Their own, and those a partner shared: whatever is for its author alone is left out by the query itself.
    """
    query = JOURNAL.where(Win.pair_id == pair_id) if pair_id else JOURNAL
    which = {"workspace": person.workspace_id, "reader": person.id, "most": limit}
    rows = (await tx.execute(query, which)).all()
    return [(win, author, by) for win, author, by, _ in rows], rows[0][-1] if rows else 0
