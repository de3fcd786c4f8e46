"""One of a pair cancels a planned session: no reason is asked for, and none is given."""

from sqlalchemy import select

from mentoring.notices import NoticeKind
from mentoring.people import Actor
from mentoring.refusals import Reason, Refusal
from mentoring.sessions import SessionState
from services.arranging import call_off, tell_of_plan
from services.context import Services
from services.knowing import lively_pair_in_full, pair_of_session
from storage.models import Person, Session, TimeOffer
from storage.notices import Receiver, take_back
from storage.people import mark_homes_stale
from storage.sessions import find_session
from storage.transaction import Transaction


async def cancel_session(services: Services, actor: Actor, session_id: str) -> None:
    """Cancel a session, and tell both. A second tap changes nothing.

    Raises:
        Refusal: It is not theirs, or has been recorded in the meantime; or their pair has ended.
    """

    async def deed(tx: Transaction) -> None:
        now = services.now()
        found = await lively_pair_in_full(tx, actor, await pair_of_session(tx, actor, session_id))
        session = await find_session(tx, found.pair, session_id)
        if session is None or session.state in (SessionState.HAPPENED, SessionState.DISPUTED):
            raise Refusal(Reason.TOO_LATE)
        if session.state != SessionState.PLANNED:
            return
        was_new = session.revision == 1
        await call_off(tx, now, found.pair, session, SessionState.CANCELLED)
        receiver = Receiver(actor.workspace, person_id=found.partner.id)
        taken_back = await take_back(tx, NoticeKind.SESSION_ARRANGED, session.id, receiver, now)
        # Of what the partner has not heard of they need not hear at all.
        unheard = taken_back and was_new and not await _was_proposed(tx, session, found.partner)
        await tell_of_plan(
            tx, now, NoticeKind.SESSION_CANCELLED, session, found.me, found.partner, found.programme,
            at=session.planned_at, tells_partner=not unheard,
        )  # fmt: skip
        await mark_homes_stale(tx, now, (found.me.id, found.partner.id))

    await services.write(deed)


async def _was_proposed(tx: Transaction, session: Session, partner: Person) -> bool:
    query = select(TimeOffer.id).where(TimeOffer.session_id == session.id, TimeOffer.author_id == partner.id)
    return await tx.scalar(query) is not None
