"""Wins in somebody's journal."""

from typing import NamedTuple

from sqlalchemy import and_, bindparam, func, or_, select
from sqlalchemy.orm import aliased

from mentoring.wins import Audience
from storage.models import Pair, Person, ShoutOut, Win
from storage.transaction import Transaction


class WinInFull(NamedTuple):
    """A win with its author, whoever wrote the message that it is about, and what became of a post of it."""

    win: Win
    author: Person
    message_by: Person | None
    post: str | None


WRITER = aliased(Person)
MY_PAIRS = select(Pair.id).where(or_(Pair.mentor_id == bindparam("reader"), Pair.mentee_id == bindparam("reader")))
# Made once: making a statement takes longer than running it.
JOURNAL = (
    select(Win, Person, WRITER, ShoutOut.state, func.count().over())
    .join(Person, Person.id == Win.author_id)
    .outerjoin(WRITER, WRITER.id == Win.message_by_id)
    .outerjoin(ShoutOut, ShoutOut.win_id == Win.id)
    .where(
        Win.workspace_id == bindparam("workspace"),
        or_(Win.author_id == bindparam("reader"), and_(Win.pair_id.in_(MY_PAIRS), Win.audience != Audience.ME.value)),
    )
    .order_by(Win.created_at.desc(), Win.id)
    .limit(bindparam("most"))
)


async def journal_of(
    tx: Transaction, person: Person, limit: int, pair_id: str | None = None
) -> tuple[list[WinInFull], int]:
    """The newest wins somebody may read, of one pair or of any and none, and how many there are.

    Their own, and those a partner shared: whatever is for its author alone is left out by the query itself.
    """
    query = JOURNAL.where(Win.pair_id == pair_id) if pair_id else JOURNAL
    which = {"workspace": person.workspace_id, "reader": person.id, "most": limit}
    rows = (await tx.execute(query, which)).all()
    return [WinInFull(*row[:-1]) for row in rows], rows[0][-1] if rows else 0
