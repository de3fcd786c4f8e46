"""What the forms start with that plan a session or propose times for one."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from sqlalchemy import select

from mentoring.hours import local
from mentoring.people import Actor
from mentoring.planning import USUAL_MINUTES, PlanDraft
from mentoring.refusals import Reason, Refusal
from mentoring.sessions import NOTHING_SEEN, Seen, SessionKind
from mentoring.suggesting import Suggesting, favours_me, outside, suggest
from services.arranging import session_to_move
from services.context import Services
from services.knowing import known_person, lively_pair, pair_of_session
from services.telling import hours_of, zone_of
from storage.models import Pair, Person, Programme, Session, TimeOffer
from storage.pairs import pair_choice, pairs_and_partners
from storage.plans import LastTime, last_time, no_time_for_it, open_offer, times_of
from storage.transaction import Transaction


async def prepare_plan(
    services: Services,
    actor: Actor,
    *,
    pair_id: str | None = None,
    session_id: str | None = None,
    offer_id: str | None = None,
) -> PlanDraft:
    """What the form starts with: for a pair, to move a session, in answer to an offer, or else for the first pair.

    Raises:
        Refusal: The actor is in no pair that meets, or it is not theirs, or has ended.
    """

    async def look(tx: Transaction) -> PlanDraft:
        now = services.now()
        person = await known_person(tx, actor)
        offer = await _of_workspace(tx, actor, offer_id) if offer_id else None
        of_pair = offer.pair_id if offer else pair_id
        if session_id:
            of_pair = await pair_of_session(tx, actor, session_id)
        if of_pair:
            # A message's button stays there when the pair has ended.
            await lively_pair(tx, person, of_pair, lock=False)
        found = await pairs_and_partners(tx, person)
        if not found:
            raise Refusal(Reason.NO_PAIR)
        pair, partner = next((each for each in found if each[0].id == of_pair), found[0])
        session = await session_to_move(tx, now, pair, session_id, lock=False)
        like, last = session or offer, await last_time(tx, pair)
        about = await _suggesting(tx, now, pair, person, partner, last, like.minutes if like else USUAL_MINUTES)
        times = suggest(about, now, await _first_day(tx, now, zone_of(person), pair, session, offer, last))
        planned_at = session.planned_at if session else None
        theirs = await open_offer(tx, pair, partner, now)
        return PlanDraft(
            pairs=tuple(pair_choice(each, person, other) for each, other in found),
            pair=pair_choice(pair, person, partner),
            time_zone=zone_of(person),
            partner_zone=zone_of(partner),
            locale=person.locale,
            times=times,
            suits=not any(outside(at, about.minutes, hours) for at in times for hours in about.both),
            session_id=session_id or (session.id if session else None),
            planned_at=planned_at,
            has_passed=planned_at is not None and planned_at <= now,
            kind=SessionKind(like.kind) if like else SessionKind.SESSION,
            minutes=about.minutes,
            seen=_seen(session),
            offer_id=theirs.id if theirs else None,
            offered=tuple(time.at for time in await times_of(tx, theirs) if time.at > now) if theirs else (),
        )

    return await services.read(look)


async def _of_workspace(tx: Transaction, actor: Actor, offer_id: str) -> TimeOffer:
    query = select(TimeOffer).where(TimeOffer.id == offer_id, TimeOffer.workspace_id == actor.workspace)
    offer = await tx.scalar(query)
    if offer is None:
        raise Refusal(Reason.WITHDRAWN)
    return offer


def _seen(session: Session | None) -> Seen:
    if session is None:
        return NOTHING_SEEN
    return Seen(session.planned_at, kind=SessionKind(session.kind), minutes=session.minutes)


async def _suggesting(
    tx: Transaction, now: datetime, pair: Pair, person: Person, partner: Person, last: LastTime, minutes: int
) -> Suggesting:
    programme = await tx.get_one(Programme, pair.programme_id)
    mine, theirs = hours_of(person, programme), hours_of(partner, programme)
    about = Suggesting(mine, theirs, minutes, await no_time_for_it(tx, pair, now))
    return replace(about, favours_me=favours_me(about, last.planned_at))


async def _first_day(
    tx: Transaction,
    now: datetime,
    zone: str,
    pair: Pair,
    session: Session | None,
    offer: TimeOffer | None,
    last: LastTime,
) -> date:
    """From which day on to look: after the times that did not fit, around the plan that is moved, in the rhythm."""
    if offer and (offered := await times_of(tx, offer)):
        return local(offered[-1].at, zone).date() + timedelta(days=1)
    if session and session.planned_at:
        return local(session.planned_at, zone).date()
    return last.met_on + timedelta(days=pair.rhythm_days) if last.met_on else local(now, zone).date()
