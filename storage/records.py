"""A check-in with what is told of it, read at once."""

from dataclasses import dataclass

from sqlalchemy import bindparam, case, func, select
from sqlalchemy.orm import aliased

from mentoring.sessions import SessionState
from storage.models import CheckIn, Pair, Person, Session
from storage.transaction import Transaction


@dataclass(frozen=True)
class Record:
    """What somebody recorded of a session.

    Attributes:
        check_in: What its writer recorded.
        session: Of which session.
        pair: Of which pair.
        writer: Who recorded it.
        partner: The other of the two.
        sides: How many of the two have recorded that session.
        planned: The first session that was planned for later when this was written, if there is one still.
    """

    check_in: CheckIn
    session: Session
    pair: Pair
    writer: Person
    partner: Person
    sides: int
    planned: Session | None


WRITER, PARTNER, PLANNED, SIDE, LATER = (
    aliased(Person), aliased(Person), aliased(Session), aliased(CheckIn), aliased(Session),
)  # fmt: skip
# Made once: making a statement takes longer than running it.
RECORD = (
    select(
        CheckIn,
        Session,
        Pair,
        WRITER,
        PARTNER,
        select(func.count(SIDE.id)).where(SIDE.session_id == Session.id).correlate(Session).scalar_subquery(),
        PLANNED,
    )
    .join(Session, Session.id == CheckIn.session_id)
    .join(Pair, Pair.id == Session.pair_id)
    .join(WRITER, WRITER.id == CheckIn.author_id)
    .join(PARTNER, PARTNER.id == case((Pair.mentor_id == WRITER.id, Pair.mentee_id), else_=Pair.mentor_id))
    .outerjoin(
        PLANNED,
        PLANNED.id
        == select(LATER.id)
        .where(
            LATER.pair_id == Pair.id,
            LATER.state == SessionState.PLANNED.value,
            LATER.planned_at > CheckIn.created_at,
        )
        .order_by(LATER.planned_at, LATER.id)
        .limit(1)
        .correlate(Pair, CheckIn)
        .scalar_subquery(),
    )
    .where(CheckIn.id == bindparam("check_in"))
)


async def find_record(tx: Transaction, check_in_id: str) -> Record | None:
    """A check-in with what is told of it; None: it was withdrawn."""
    row = (await tx.execute(RECORD, {"check_in": check_in_id})).first()
    return Record(*row) if row else None
