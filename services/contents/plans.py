"""What is told of planned sessions and of times that are proposed, as things stand."""

from datetime import datetime

from mentoring.notices import NoticeKind
from mentoring.planning import GroupArranged, SessionArranged, SessionCalledOff, Standing, TimesOffered
from mentoring.sessions import SessionKind, SessionState
from services.telling import zone_of
from storage.models import Notice, Pair, Person, Session, TimeOffer
from storage.notices import heard_at, was_sent
from storage.pairs import partner_of
from storage.people import card
from storage.plans import times_of
from storage.sessions import next_planned
from storage.transaction import Transaction


async def session_arranged(tx: Transaction, notice: Notice) -> SessionArranged | GroupArranged | None:
    """To one of a pair or to both. What has changed before it could be sent is told by what changed it."""
    session, at = await tx.get(Session, notice.subject), _at(notice)
    if session is None or at is None:
        return None
    standing = _standing(session, int(notice.occurrence))
    if standing is not Standing.PLANNED and not await was_sent(tx, notice):
        return None
    pair = await tx.get_one(Pair, session.pair_id)
    mentor, mentee = await tx.get_one(Person, pair.mentor_id), await tx.get_one(Person, pair.mentee_id)
    kind = SessionKind(session.kind)
    if notice.receiver == pair.id:
        people = tuple((card(person), zone_of(person)) for person in (mentor, mentee))
        return GroupArranged(session.id, pair.id, people, at, session.minutes, kind, standing)
    return SessionArranged(
        session_id=session.id,
        pair_id=pair.id,
        partner=card(mentee if notice.receiver == mentor.id else mentor),
        at=at,
        minutes=session.minutes,
        kind=kind,
        by_me=notice.facts["by"] == notice.receiver,
        moved=notice.facts["moved"],
        standing=standing,
    )


async def session_called_off(tx: Transaction, notice: Notice) -> SessionCalledOff | None:
    """To one of a pair: their session is cancelled, or was missed."""
    session, at = await tx.get(Session, notice.subject), _at(notice)
    if session is None or at is None:
        return None
    pair = await tx.get_one(Pair, session.pair_id)
    partner = await tx.get_one(Person, partner_of(pair, notice.receiver))
    planned = await next_planned(tx, (pair.id,), await heard_at(tx, notice))
    return SessionCalledOff(
        session_id=session.id,
        pair_id=pair.id,
        partner=card(partner),
        at=at,
        by_me=notice.facts["by"] == notice.receiver,
        missed=notice.kind == NoticeKind.SESSION_MISSED,
        planned_anew=planned is not None,
        tells_partner=notice.facts.get("told", True),
    )


async def times_offered(tx: Transaction, notice: Notice) -> TimesOffered | None:
    """To either of a pair: times that one of them proposes."""
    offer = await tx.get(TimeOffer, notice.subject)
    if offer is None:
        return None
    is_mine = notice.kind == NoticeKind.TIMES_PROPOSED
    if offer.settled_at and not is_mine and not await was_sent(tx, notice):
        return None
    pair = await tx.get_one(Pair, offer.pair_id)
    became = await tx.get(Session, offer.session_id) if offer.session_id else None
    planned = None if offer.settled_at else await next_planned(tx, (pair.id,), await heard_at(tx, notice))
    return TimesOffered(
        offer_id=offer.id,
        partner=card(await tx.get_one(Person, partner_of(pair, notice.receiver))),
        times=tuple((time.id, time.at) for time in await times_of(tx, offer)),
        kind=SessionKind(offer.kind),
        minutes=offer.minutes,
        is_mine=is_mine,
        taken=became.planned_at if became else None,
        is_settled=offer.settled_at is not None,
        instead_of=planned.planned_at if planned else None,
    )


def _at(notice: Notice) -> datetime | None:
    at = notice.facts.get("at")
    return datetime.fromisoformat(at) if at else None


def _standing(session: Session, revision: int) -> Standing:
    if session.state == SessionState.PLANNED:
        return Standing.PLANNED if session.revision == revision else Standing.CHANGED
    if session.state in (SessionState.CANCELLED, SessionState.MISSED):
        return Standing.CALLED_OFF
    return Standing.OVER
