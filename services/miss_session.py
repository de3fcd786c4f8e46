"""The time of a planned session has passed, and one of the two says that they did not meet."""

from mentoring.notices import NoticeKind
from mentoring.people import Actor
from mentoring.refusals import Reason, Refusal
from mentoring.sessions import SessionState
from services.arranging import call_off, tell_of_plan
from services.context import Services
from services.knowing import lively_pair_in_full, pair_of_session
from storage.people import mark_homes_stale
from storage.sessions import find_session
from storage.transaction import Transaction


async def miss_session(services: Services, actor: Actor, session_id: str) -> None:
    """Note that a pair did not meet, and offer both to plan anew. A second tap changes nothing.

    Raises:
        Refusal: It is not theirs, or is still to come, or has been recorded in the meantime; or their pair has ended.
    """

    async def deed(tx: Transaction) -> None:
        now = services.now()
        found = await lively_pair_in_full(tx, actor, await pair_of_session(tx, actor, session_id))
        session = await find_session(tx, found.pair, session_id)
        if session is None or session.state in (SessionState.HAPPENED, SessionState.DISPUTED):
            raise Refusal(Reason.TOO_LATE)
        if session.state != SessionState.PLANNED:
            return
        if session.planned_at is None or session.planned_at > now:
            raise Refusal(Reason.STILL_TO_COME)
        await call_off(tx, now, found.pair, session, SessionState.MISSED)
        await tell_of_plan(
            tx, now, NoticeKind.SESSION_MISSED, session, found.me, found.partner, found.programme,
            at=session.planned_at,
        )  # fmt: skip
        await mark_homes_stale(tx, now, (found.me.id, found.partner.id))

    await services.write(deed)
