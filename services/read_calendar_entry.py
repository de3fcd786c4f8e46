"""A session as a calendar holds it."""

from mentoring.people import Actor
from mentoring.planning import CalendarEntry
from mentoring.refusals import Reason, Refusal
from mentoring.sessions import SessionState
from services.context import Services
from services.knowing import known_person, pair_of_session
from services.telling import zone_of
from storage.models import Person, Session
from storage.pairs import find_pair, partner_of
from storage.people import card
from storage.transaction import Transaction


async def read_calendar_entry(services: Services, actor: Actor, session_id: str) -> CalendarEntry:
    """A session that was planned, for the calendar of one of the two; also of a pair that has ended.

    Raises:
        Refusal: It is not theirs, or is no longer there, or was never planned.
    """

    async def look(tx: Transaction) -> CalendarEntry:
        person = await known_person(tx, actor)
        pair = await find_pair(tx, person, await pair_of_session(tx, actor, session_id))
        if pair is None:
            raise Refusal(Reason.NOT_PARTNER)
        session = await tx.get_one(Session, session_id)
        if session.planned_at is None:
            raise Refusal(Reason.WITHDRAWN)
        return CalendarEntry(
            session_id=session.id,
            partner=card(await tx.get_one(Person, partner_of(pair, person.id))),
            at=session.planned_at,
            minutes=session.minutes,
            revision=session.revision,
            changed_at=session.called_off_at or session.arranged_at or session.created_at,
            is_called_off=session.state in (SessionState.CANCELLED, SessionState.MISSED),
            time_zone=zone_of(person),
            locale=person.locale,
        )

    return await services.read(look)
