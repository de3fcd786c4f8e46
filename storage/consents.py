"""Questions about posts that wait for somebody's answer."""

from datetime import datetime

from sqlalchemy import ScalarSelect, Select, func, select

from mentoring.consent import ShoutOutState
from storage.models import Consent, ShoutOut


def questions_for(person_id: str, now: datetime, limit: int) -> Select[str]:
    """The ids of the posts that somebody is asked about and has not answered, the most urgent, as a part of a query."""
    waiting = _waiting(person_id, now).order_by(ShoutOut.waits_until, ShoutOut.id).limit(limit)
    return waiting.with_only_columns(ShoutOut.id)


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
