"""Questions about posts that wait for somebody's answer."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ScalarSelect, Select, func, select

from mentoring.consent import ShoutOutState
from storage.models import Consent, ShoutOut
from storage.transaction import Transaction


async def questions_for(tx: Transaction, person_id: str, now: datetime, limit: int) -> Sequence[ShoutOut]:
    """The posts that somebody is asked about and has not answered, the most urgent first."""
    return (await tx.scalars(_waiting(person_id, now).order_by(ShoutOut.waits_until, ShoutOut.id).limit(limit))).all()


def how_many_questions(person_id: str, now: datetime) -> ScalarSelect[int]:
    """How many there are, as a part of another query."""
    return _waiting(person_id, now).with_only_columns(func.count()).scalar_subquery()


def _waiting(person_id: str, now: datetime) -> Select[ShoutOut]:
    return (
        select(ShoutOut)
        .join(Consent, Consent.shout_out_id == ShoutOut.id)
        .where(
            Consent.person_id == person_id,
            Consent.answer.is_(None),
            ShoutOut.state == ShoutOutState.ASKING.value,
            ShoutOut.waits_until > now,
        )
    )
