"""How somebody felt about sessions, from 1 to 5. Every read is bound to its author."""

from datetime import date, datetime

from sqlalchemy import BindParameter, and_, bindparam, or_, select

from mentoring.heavy_weeks import RECORDS
from storage.models import CheckIn, Session
from storage.models.base import UtcDateTime
from storage.transaction import Transaction

# Made once: making a statement takes longer than running it. `ON` and `AT` are those of the record that is looked at.
ON: BindParameter[date] = bindparam("on")
AT: BindParameter[datetime] = bindparam("at", type_=UtcDateTime())
LAST = (
    select(CheckIn)
    .join(Session, Session.id == CheckIn.session_id)
    .where(
        CheckIn.author_id == bindparam("person"),
        Session.pair_id == bindparam("pair"),
        CheckIn.feeling.is_not(None),
        or_(Session.happened_on < ON, and_(Session.happened_on == ON, CheckIn.created_at <= AT)),
    )
    .order_by(Session.happened_on.desc(), CheckIn.created_at.desc())
    .limit(RECORDS)
)


async def feelings_until(tx: Transaction, author_id: str, check_in: CheckIn, session: Session) -> list[int]:
    """The last of what somebody felt in a pair, up to one record of theirs, the newest last; none if that has none."""
    if check_in.feeling is None or check_in.author_id != author_id:
        return []
    which = {"person": author_id, "pair": session.pair_id, "on": session.happened_on, "at": check_in.created_at}
    newest_first = [tx.unseal(each, "feeling") for each in await tx.scalars(LAST, which)]
    return [int(feeling) for feeling in reversed(newest_first) if feeling]
