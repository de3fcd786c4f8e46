"""What pairs bring to their next session."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, bindparam, exists, select, update
from sqlalchemy.orm import aliased

from mentoring.sessions import SessionState
from storage.models import AgendaItem, Person, Session, table_of
from storage.transaction import Transaction

# The session in which it was talked about did happen: one that is disputed or planned again did not. An alias, so that
# it is never taken for a session that the query around it reads.
TALKED = aliased(Session)
IS_DISCUSSED = exists().where(TALKED.id == AgendaItem.session_id, TALKED.state == SessionState.HAPPENED.value)
# Made once: making a statement takes longer than running it.
OPEN_UNTIL = select(AgendaItem.id).where(
    AgendaItem.pair_id == bindparam("pair"), AgendaItem.created_at < bindparam("until"), ~IS_DISCUSSED
)


def is_open_until(pair: ColumnElement[str]) -> ColumnElement[bool]:
    """Whether something of a pair's was there before an instant, `until`, and has not been talked about."""
    item, talked = table_of(AgendaItem).alias(), table_of(Session).alias()
    is_discussed = exists().where(talked.c.id == item.c.session_id, talked.c.state == SessionState.HAPPENED.value)
    return exists().where(item.c.pair_id == pair, item.c.created_at < bindparam("until"), ~is_discussed)


async def agenda_of(tx: Transaction, pair_ids: Collection[str], limit: int) -> list[tuple[AgendaItem, Person | None]]:
    """What these pairs have not talked about yet, each with who brought it, if anybody, in the order it came in."""
    query = (
        select(AgendaItem, Person)
        .outerjoin(Person, Person.id == AgendaItem.author_id)
        .where(AgendaItem.pair_id.in_(pair_ids), ~IS_DISCUSSED)
        .order_by(AgendaItem.created_at, AgendaItem.id)
        .limit(limit)
    )
    return [(item, author) for item, author in await tx.execute(query)]


async def is_open(tx: Transaction, item: AgendaItem) -> bool:
    """Whether something is still to be talked about."""
    return await tx.scalar(select(AgendaItem.id).where(AgendaItem.id == item.id, ~IS_DISCUSSED)) is not None


async def note_discussed(tx: Transaction, session: Session, until: datetime) -> Sequence[str]:
    """Note that a pair talked, in this session, about what was there before an instant; the ids of it."""
    ids = (await tx.scalars(OPEN_UNTIL, {"pair": session.pair_id, "until": until})).all()
    if ids:
        await tx.execute(update(AgendaItem).where(AgendaItem.id.in_(ids)).values(session_id=session.id))
    return ids
