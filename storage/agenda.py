"""What pairs bring to their next session."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, exists, select, update

from mentoring.sessions import SessionState
from storage.models import AgendaItem, Person, Session
from storage.transaction import Transaction


async def agenda_of(tx: Transaction, pair_ids: Collection[str], limit: int) -> list[tuple[AgendaItem, Person]]:
    """What these pairs have not talked about yet, each with who brought it, in the order in which it came."""
    query = (
        select(AgendaItem, Person)
        .join(Person, Person.id == AgendaItem.author_id)
        .where(AgendaItem.pair_id.in_(pair_ids), ~_is_discussed())
        .order_by(AgendaItem.created_at, AgendaItem.id)
        .limit(limit)
    )
    return [(item, author) for item, author in await tx.execute(query)]


async def is_open(tx: Transaction, item: AgendaItem) -> bool:
    """Whether something is still to be talked about."""
    return await tx.scalar(select(AgendaItem.id).where(AgendaItem.id == item.id, ~_is_discussed())) is not None


async def note_discussed(tx: Transaction, session: Session, until: datetime) -> Sequence[str]:
    """Note that a pair talked, in this session, about what was there before an instant; the ids of it."""
    open_till_now = select(AgendaItem.id).where(
        AgendaItem.pair_id == session.pair_id, AgendaItem.created_at < until, ~_is_discussed()
    )
    ids = (await tx.scalars(open_till_now)).all()
    await tx.execute(update(AgendaItem).where(AgendaItem.id.in_(ids)).values(session_id=session.id))
    return ids


def _is_discussed() -> ColumnElement[bool]:
    """The session in which it was talked about did happen: one that is disputed or planned again did not."""
    return exists().where(Session.id == AgendaItem.session_id, Session.state == SessionState.HAPPENED.value)
