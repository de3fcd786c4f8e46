"""Questions about posts that wait for somebody's answer, as parts of other statements, which are made once.

They are run with `reader`, whose answer it is, and `now`.
"""

from sqlalchemy import bindparam, func, select

from mentoring.consent import ShoutOutState
from storage.models import Consent, ShoutOut

WAITING = (
    select(ShoutOut)
    .join(Consent, Consent.shout_out_id == ShoutOut.id)
    .where(
        Consent.person_id == bindparam("reader"),
        Consent.answer.is_(None),
        ShoutOut.state == ShoutOutState.ASKING.value,
        ShoutOut.waits_until > bindparam("now"),
    )
)
# The ids of those that are the most urgent, of which `most`.
QUESTIONS = WAITING.order_by(ShoutOut.waits_until, ShoutOut.id).limit(bindparam("most")).with_only_columns(ShoutOut.id)
HOW_MANY_QUESTIONS = WAITING.with_only_columns(func.count()).scalar_subquery()
