"""Pairs, and who is in them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import and_, bindparam, case, or_, select, update
from sqlalchemy.orm import aliased

from mentoring.pairs import LIVELY, PairChoice, PairState, Role
from mentoring.people import Actor
from storage.lists import is_any
from storage.models import Pair, Person, Programme, Session, table_of
from storage.people import card
from storage.sessions import asking_since, asks_something_of, how_many_records, meetings_in_row
from storage.transaction import Transaction

# Also once it is completed: its echo is asked for months later.
OF_WHICH_TIME_BRINGS_SOMETHING = (PairState.PROPOSED, *LIVELY, PairState.COMPLETED)

# Statements that most deeds need are made once: making one takes longer than running it.
THEIRS = and_(
    Pair.workspace_id == bindparam("workspace"),
    or_(Pair.mentor_id == bindparam("person"), Pair.mentee_id == bindparam("person")),
)
PARTNER_ID = case((Pair.mentor_id == bindparam("person"), Pair.mentee_id), else_=Pair.mentor_id)
IN_STATES = and_(THEIRS, Pair.state.in_(bindparam("states", expanding=True)))
PAIR = select(Pair).where(Pair.id == bindparam("pair"), THEIRS)
PAIR_LOCKED = PAIR.with_for_update()
PAIRS = select(Pair).where(IN_STATES).order_by(Pair.proposed_at, Pair.id)
WITH_PARTNER = (
    select(Pair, Person).join(Person, Person.id == PARTNER_ID).where(IN_STATES).order_by(Pair.proposed_at, Pair.id)
)
WITH_PARTNER_AND_MEETINGS = WITH_PARTNER.add_columns(*meetings_in_row())
ME = aliased(Person)
IN_FULL = (
    select(ME, Pair, Person, Programme)
    .join(Pair, and_(Pair.workspace_id == ME.workspace_id, or_(Pair.mentor_id == ME.id, Pair.mentee_id == ME.id)))
    .join(Person, Person.id == case((Pair.mentor_id == ME.id, Pair.mentee_id), else_=Pair.mentor_id))
    .join(Programme, Programme.id == Pair.programme_id)
    .where(ME.workspace_id == bindparam("workspace"), ME.slack_id == bindparam("user"))
)
LIVELY_IN_FULL = (
    IN_FULL.add_columns(how_many_records(ME.id), Session)
    .outerjoin(Session, and_(Session.pair_id == Pair.id, asks_something_of(ME.id)))
    .where(is_any(Pair.state, LIVELY))
    .order_by(Pair.proposed_at, Pair.id, Session.created_at, Session.id)
)
# Not with its sessions: PostgreSQL would give them as they were before it waited for the lock.
PAIR_IN_FULL_LOCKED = IN_FULL.where(Pair.id == bindparam("pair")).with_for_update(of=Pair)
LOOK_AT = update(table_of(Pair)).where(table_of(Pair).c.id == bindparam("pair")).values(look_at=bindparam("now"))
CHANNELS = select(Pair.id, Programme.channel).join(Programme, Programme.id == Pair.programme_id).where(IN_STATES)


@dataclass(frozen=True)
class PairInFull:
    """A pair of whoever acts, with the two, their programme and perhaps what sessions ask of them, read at once.

    `records`: how many sessions with the partner this person has recorded, read where those are.
    """

    me: Person
    pair: Pair
    partner: Person
    programme: Programme
    unsettled: list[Session] = field(default_factory=list)
    records: int = 0


def role_in(pair: Pair, person_id: str) -> Role | None:
    """What a person is in a pair; None: they are not in it."""
    if person_id == pair.mentor_id:
        return Role.MENTOR
    return Role.MENTEE if person_id == pair.mentee_id else None


def partner_of(pair: Pair, person_id: str) -> str:
    """The id of the other of the two."""
    return pair.mentee_id if person_id == pair.mentor_id else pair.mentor_id


def accepted_at(pair: Pair, person_id: str) -> datetime | None:
    """When one of the two accepted; None: not yet."""
    return pair.mentor_accepted_at if person_id == pair.mentor_id else pair.mentee_accepted_at


async def pairs_of(tx: Transaction, person: Person, states: Iterable[PairState] = LIVELY) -> Sequence[Pair]:
    """Somebody's pairs in certain states, the oldest first."""
    return (await tx.scalars(PAIRS, in_states(person, states))).all()


async def pairs_and_partners(
    tx: Transaction, person: Person, states: Iterable[PairState] = LIVELY
) -> list[tuple[Pair, Person]]:
    """Somebody's pairs in certain states with the partner in each, the oldest first."""
    return [(pair, partner) for pair, partner in await tx.execute(WITH_PARTNER, in_states(person, states))]


async def find_pair(tx: Transaction, person: Person, pair_id: str, *, lock: bool = False) -> Pair | None:
    """A pair that this person is in; anybody else's is not found."""
    return await tx.scalar(PAIR_LOCKED if lock else PAIR, {"pair": pair_id, **_whose(person)})


async def lively_pairs_in_full(tx: Transaction, actor: Actor, since: datetime) -> list[PairInFull]:
    """All pairs that are under way of whoever acts, the oldest first; none of somebody Rapport does not know.

    Each with what `unsettled_sessions` has since an instant. One SELECT.
    """
    which = {"workspace": actor.workspace, "user": actor.user}
    found: dict[str, PairInFull] = {}
    rows = await tx.execute(LIVELY_IN_FULL, {**which, **asking_since(since)})
    for me, pair, partner, programme, records, session in rows:
        in_full = found.setdefault(pair.id, PairInFull(me, pair, partner, programme, records=records))
        if session is not None:
            in_full.unsettled.append(session)
    return list(found.values())


async def find_pair_in_full(tx: Transaction, actor: Actor, pair_id: str) -> PairInFull | None:
    """A pair that whoever acts is in, locked, without its sessions; anybody else's is not found."""
    which = {"workspace": actor.workspace, "user": actor.user, "pair": pair_id}
    return next((PairInFull(*row) for row in await tx.execute(PAIR_IN_FULL_LOCKED, which)), None)


async def pair_choices(tx: Transaction, person: Person) -> tuple[PairChoice, ...]:
    """The pairs somebody can log sessions for, as they see them."""
    return tuple(pair_choice(pair, person, partner) for pair, partner in await pairs_and_partners(tx, person))


async def channels_of(tx: Transaction, person: Person) -> dict[str, str | None]:
    """The celebrations channel, or none, of each of somebody's pairs that are under way, by the pair's id."""
    rows = await tx.execute(CHANNELS, in_states(person, LIVELY))
    return {pair_id: channel for pair_id, channel in rows}  # noqa: C416 - rows are no tuples to a type checker


def pair_choice(pair: Pair, person: Person, partner: Person) -> PairChoice:
    """A pair as one of the two sees it."""
    return PairChoice(pair.id, role_in(pair, person.id) or Role.MENTEE, card(partner), pair.rhythm_days)


async def look_at_pair(tx: Transaction, pair: Pair, now: datetime) -> None:
    """Have the rules look again at a pair that is held. As setting its `look_at`, in half the time."""
    await tx.execute(LOOK_AT, {"pair": pair.id, "now": now})


async def look_at_pairs_of(tx: Transaction, person: Person, now: datetime) -> None:
    """Have the rules look again at the pairs of somebody whose hours, or what they wish of nudges, may have changed."""
    theirs = select(Pair.id).where(IN_STATES).params(in_states(person, OF_WHICH_TIME_BRINGS_SOMETHING))
    await tx.execute(update(Pair).where(Pair.id.in_(theirs)).values(look_at=now))


def _whose(person: Person) -> dict[str, Any]:
    return {"workspace": person.workspace_id, "person": person.id}


def in_states(person: Person, states: Iterable[PairState]) -> dict[str, Any]:
    """The parameters of the statements that read somebody's pairs in certain states."""
    return {**_whose(person), "states": [state.value for state in states]}
