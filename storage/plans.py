"""What a pair plans: when it met, rests and is taken, and the times that were proposed."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import bindparam, exists, func, or_, select, update

from mentoring.nudges.diary import Pause as Rest
from mentoring.sessions import SessionState
from storage.models import CheckIn, OfferedTime, Pair, Pause, Person, Session, TimeOffer
from storage.transaction import Transaction

# Made once: making a statement takes longer than running it.
LAST = select(func.max(Session.happened_on), func.max(Session.planned_at)).where(
    Session.pair_id == bindparam("pair"), Session.state == SessionState.HAPPENED.value
)
PAUSES = select(Pause.since, Pause.until).where(Pause.pair_id == bindparam("pair"), Pause.until > bindparam("now"))
PLANNED_OF_BOTH = (
    select(Session.planned_at, Session.minutes)
    .join(Pair, Pair.id == Session.pair_id)
    .where(
        or_(
            Pair.mentor_id.in_(bindparam("people", expanding=True)),
            Pair.mentee_id.in_(bindparam("people", expanding=True)),
        ),
        Session.state == SessionState.PLANNED.value,
        Session.planned_at > bindparam("now"),
    )
)
TIMES = select(OfferedTime).where(OfferedTime.offer_id == bindparam("offer")).order_by(OfferedTime.at, OfferedTime.id)

OPEN_OFFER = select(TimeOffer).where(
    TimeOffer.pair_id == bindparam("pair"),
    TimeOffer.author_id == bindparam("author"),
    TimeOffer.settled_at.is_(None),
    exists().where(OfferedTime.offer_id == TimeOffer.id, OfferedTime.at > bindparam("now")),
)
CALLED_OFF = (
    select(Session.id)
    .where(
        Session.pair_id == bindparam("pair"),
        Session.state.in_([SessionState.CANCELLED.value, SessionState.MISSED.value]),
    )
    .order_by(Session.called_off_at.desc(), Session.id)
    .limit(1)
)
# Both sides of the last two sessions.
LATEST_CHECK_INS = (
    select(CheckIn.id)
    .join(Session, Session.id == CheckIn.session_id)
    .where(Session.pair_id == bindparam("pair"))
    .order_by(CheckIn.created_at.desc(), CheckIn.id)
    .limit(4)
)


@dataclass(frozen=True)
class LastTime:
    """When a pair last met: the date that was recorded, and the instant for which it had been planned."""

    met_on: date | None
    planned_at: datetime | None


async def last_time(tx: Transaction, pair: Pair) -> LastTime:
    """When a pair last met."""
    row = (await tx.execute(LAST, {"pair": pair.id})).one()
    return LastTime(*row)


async def no_time_for_it(tx: Transaction, pair: Pair, now: datetime) -> tuple[Rest, ...]:
    """When a pair cannot meet: in its pauses, and while one of the two is in a session, with whomever."""
    both = (pair.mentor_id, pair.mentee_id)
    pauses = await tx.execute(PAUSES, {"pair": pair.id, "now": now})
    planned = await tx.execute(PLANNED_OF_BOTH, {"people": both, "now": now})
    taken = (Rest(at, at + timedelta(minutes=minutes)) for at, minutes in planned if at)
    return (*(Rest(since, until) for since, until in pauses), *taken)


async def times_of(tx: Transaction, offer: TimeOffer) -> Sequence[OfferedTime]:
    """The times of an offer, the earliest first."""
    return (await tx.scalars(TIMES, {"offer": offer.id})).all()


async def open_offer(tx: Transaction, pair: Pair, author: Person, now: datetime) -> TimeOffer | None:
    """What one of a pair proposes, as long as a time of it can be taken: it lies ahead, and nothing has settled it."""
    return await tx.scalar(OPEN_OFFER, {"pair": pair.id, "author": author.id, "now": now})


async def last_called_off(tx: Transaction, pair: Pair) -> Sequence[str]:
    """The id of the session of a pair that was cancelled or missed last, if there is one."""
    return (await tx.scalars(CALLED_OFF, {"pair": pair.id})).all()


async def latest_check_ins(tx: Transaction, pair: Pair) -> Sequence[str]:
    """The ids of what a pair recorded last: what was told of it names the next session."""
    return (await tx.scalars(LATEST_CHECK_INS, {"pair": pair.id})).all()


async def close_offers(tx: Transaction, pair: Pair, now: datetime) -> Collection[str]:
    """Settle the offers of a pair that are open; the ids of them."""
    query = update(TimeOffer).where(TimeOffer.pair_id == pair.id, TimeOffer.settled_at.is_(None))
    return (await tx.scalars(query.values(settled_at=now).returning(TimeOffer.id))).all()
