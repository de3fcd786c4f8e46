"""Nudges that are out, to be answered."""

from collections.abc import Collection, Sequence

from sqlalchemy import or_, select

from mentoring.nudges.kinds import NudgeKind
from storage.models import Notice
from storage.transaction import Transaction

KINDS = [kind.value for kind in NudgeKind]


async def find_told(tx: Transaction, person_id: str, notice_id: str) -> Notice | None:
    """A notice to this person; anybody else's is not found."""
    if not notice_id.isdecimal():
        return None
    return await tx.scalar(select(Notice).where(Notice.id == int(notice_id), Notice.receiver == person_id))


async def nudges_beside(tx: Transaction, notice: Notice, *, lock: bool = False) -> Sequence[Notice]:
    """The nudges of the message that a notice is in, itself among them; locked if they are to be changed."""
    query = select(Notice).where(Notice.delivery_id == notice.delivery_id, Notice.kind.in_(KINDS)).order_by(Notice.id)
    return (await tx.scalars(query.with_for_update() if lock else query)).all()


async def asking(tx: Transaction, people: Collection[str], kinds: Collection[NudgeKind]) -> Sequence[Notice]:
    """What people were nudged about, of certain kinds, and what neither they nor events have answered."""
    query = select(Notice).where(
        Notice.receiver.in_(people),
        Notice.day.is_not(None),
        Notice.kind.in_([kind.value for kind in kinds]),
        Notice.answered_at.is_(None),
        Notice.overtaken_at.is_(None),
    )
    return (await tx.scalars(query.order_by(Notice.id).with_for_update())).all()


async def asked_or_put_off(tx: Transaction, person_id: str, kind: NudgeKind, subject: str) -> Sequence[Notice]:
    """What somebody was nudged about a subject and has not answered, or has put off."""
    query = select(Notice).where(
        Notice.receiver == person_id,
        Notice.day.is_not(None),
        Notice.kind == kind.value,
        Notice.subject == subject,
        or_(Notice.answered_at.is_(None), Notice.snoozed_until.is_not(None)),
        Notice.overtaken_at.is_(None),
    )
    return (await tx.scalars(query.order_by(Notice.id).with_for_update())).all()
