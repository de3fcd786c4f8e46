"""One of a pair recorded a session, and the other says that they did not meet."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from mentoring.notices import NoticeKind
from mentoring.people import Actor
from mentoring.refusals import Reason, Refusal
from mentoring.sessions import SessionState
from services.context import Services
from services.knowing import known_person, lively_pair
from services.milestones import notice_milestones, take_back_milestones
from services.telling import tell
from services.withdraw_check_in import ABOUT_A_CHECK_IN
from storage.models import CheckIn, Pair, Person, Programme, Session
from storage.notices import Receiver, redraw, take_back
from storage.pairs import partner_of
from storage.people import mark_homes_stale
from storage.sessions import check_ins_of, find_session
from storage.transaction import Transaction


@dataclass(frozen=True)
class _Record:
    """The only record of a session, and who of its pair speaks of it."""

    session: Session
    check_in: CheckIn
    pair: Pair
    programme: Programme
    person: Person
    partner: Person

    @property
    def is_mine(self) -> bool:
        return self.check_in.author_id == self.person.id


async def dispute_session(services: Services, actor: Actor, session_id: str) -> None:
    """Say that one did not meet: it counts for nothing from now on, and both are asked once more.

    Raises:
        Refusal: It has been withdrawn, or is this person's own record, or nothing to dispute any more.
    """

    async def dispute(tx: Transaction, now: datetime, record: _Record) -> bool:
        session = record.session
        if record.is_mine:
            raise Refusal(Reason.TOO_LATE)
        if session.state == SessionState.DISPUTED:
            return False
        session.state = SessionState.DISPUTED
        session.disputed_at = now
        session.disputed_by_id = record.person.id
        await tx.flush()
        # Before any message: whoever answers about a milestone holds it before the message they answer in.
        await take_back_milestones(tx, now, record.pair)
        await tell(
            tx, now, NoticeKind.SESSION_DISPUTED, record.check_in.id, record.partner, record.programme,
            pair_id=record.pair.id,
        )  # fmt: skip
        return True

    await _answer(services, actor, session_id, dispute)


async def deny_again(services: Services, actor: Actor, session_id: str) -> None:
    """Asked once more, whoever disputed a session says again that they did not meet.

    Raises:
        Refusal: As for `dispute_session`.
    """

    async def deny(_tx: Transaction, now: datetime, record: _Record) -> bool:
        if record.is_mine or record.session.state != SessionState.DISPUTED:
            raise Refusal(Reason.TOO_LATE)
        if record.session.denied_again_at:
            return False
        record.session.denied_again_at = now
        return True

    await _answer(services, actor, session_id, deny)


async def say_we_met(services: Services, actor: Actor, session_id: str) -> None:
    """Asked once more, one says that they did meet: from its writer it stands, from the other it is resolved.

    Raises:
        Refusal: It has been withdrawn, or is no longer theirs to answer.
    """

    async def met(tx: Transaction, now: datetime, record: _Record) -> bool:
        session = record.session
        if session.state != SessionState.DISPUTED:
            return False
        if record.is_mine:
            if session.upheld_at:
                return False
            session.upheld_at = now
            return True
        await resolve_as_met(tx, now, session, record.check_in)
        await notice_milestones(tx, now, record.pair, record.programme, (record.person, record.partner))
        return True

    await _answer(services, actor, session_id, met)


async def resolve_as_met(tx: Transaction, now: datetime, session: Session, check_in: CheckIn) -> None:
    """Have a disputed session count again. Whoever has not heard that it was disputed never does."""
    session.state = SessionState.HAPPENED
    session.disputed_at = session.disputed_by_id = session.denied_again_at = session.upheld_at = None
    await tx.flush()
    writer = Receiver(session.workspace_id, person_id=check_in.author_id)
    await take_back(tx, NoticeKind.SESSION_DISPUTED, check_in.id, writer, now)


async def _answer(
    services: Services,
    actor: Actor,
    session_id: str,
    change: Callable[[Transaction, datetime, _Record], Awaitable[bool]],
) -> None:
    async def deed(tx: Transaction) -> None:
        now = services.now()
        record = await _record(tx, actor, session_id)
        if not await change(tx, now, record):
            return
        record.pair.look_at = now
        await redraw(tx, (record.check_in.id,), ABOUT_A_CHECK_IN, now)
        both = (record.person.id, record.partner.id)
        await mark_homes_stale(tx, now, both, organisers_of=record.programme.id)

    await services.write(deed)


async def _record(tx: Transaction, actor: Actor, session_id: str) -> _Record:
    person = await known_person(tx, actor)
    pair_id = await tx.scalar(
        select(Session.pair_id).where(Session.id == session_id, Session.workspace_id == actor.workspace)
    )
    if pair_id is None:
        raise Refusal(Reason.WITHDRAWN)
    pair = await lively_pair(tx, person, pair_id)
    session = await find_session(tx, pair, session_id)
    check_ins = await check_ins_of(tx, session) if session else ()
    if session is None or not check_ins:
        raise Refusal(Reason.WITHDRAWN)
    if len(check_ins) > 1 or session.state not in (SessionState.HAPPENED, SessionState.DISPUTED):
        raise Refusal(Reason.TOO_LATE)
    programme = await tx.get_one(Programme, pair.programme_id)
    partner = await tx.get_one(Person, partner_of(pair, person.id))
    return _Record(session, check_ins[0], pair, programme, person, partner)
