"""Pairs, and who is in them."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Select, and_, case, or_, select, update

from mentoring.pairs import LIVELY, PairChoice, PairState, Role
from storage.models import Pair, Person, Programme
from storage.people import card
from storage.sessions import Meetings, meetings_in_row
from storage.transaction import Transaction


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
    query = select(Pair).where(_has_in_states(person, states)).order_by(Pair.proposed_at, Pair.id)
    return (await tx.scalars(query)).all()


async def pairs_and_partners(
    tx: Transaction, person: Person, states: Iterable[PairState] = LIVELY
) -> list[tuple[Pair, Person]]:
    """Somebody's pairs in certain states with the partner in each, the oldest first."""
    return [(pair, partner) for pair, partner in await tx.execute(_with_partner(person, states))]


async def pairs_as_met(
    tx: Transaction, person: Person, states: Iterable[PairState]
) -> list[tuple[Pair, Person, Meetings]]:
    """The same, each with how often the two met, and when last."""
    times, last = meetings_in_row()
    rows = await tx.execute(_with_partner(person, states).add_columns(times, last))
    return [(pair, partner, Meetings(count, last_met)) for pair, partner, count, last_met in rows]


async def find_pair(tx: Transaction, person: Person, pair_id: str, *, lock: bool = False) -> Pair | None:
    """A pair that this person is in; anybody else's is not found."""
    query = select(Pair).where(
        Pair.id == pair_id,
        Pair.workspace_id == person.workspace_id,
        or_(Pair.mentor_id == person.id, Pair.mentee_id == person.id),
    )
    return await tx.scalar(query.with_for_update() if lock else query)


async def pair_choices(tx: Transaction, person: Person) -> tuple[PairChoice, ...]:
    """The pairs somebody can log sessions for, as they see them."""
    return tuple(pair_choice(pair, person, partner) for pair, partner in await pairs_and_partners(tx, person))


async def channels_of(tx: Transaction, person: Person) -> dict[str, str | None]:
    """The celebrations channel, or none, of each of somebody's pairs that are under way, by the pair's id."""
    query = select(Pair.id, Programme.channel).join(Programme, Programme.id == Pair.programme_id)
    rows = await tx.execute(query.where(_has_in_states(person, LIVELY)))
    return {pair_id: channel for pair_id, channel in rows}  # noqa: C416 - rows are no tuples to a type checker


def pair_choice(pair: Pair, person: Person, partner: Person) -> PairChoice:
    """A pair as one of the two sees it."""
    return PairChoice(pair.id, role_in(pair, person.id) or Role.MENTEE, card(partner), pair.rhythm_days)


async def look_at_proposals_of(tx: Transaction, person: Person, now: datetime) -> None:
    """Have the rules look again at the proposed pairs of somebody whose hours may have changed."""
    await tx.execute(update(Pair).where(_has_in_states(person, (PairState.PROPOSED,))).values(look_at=now))


def _with_partner(person: Person, states: Iterable[PairState]) -> Select[Pair, Person]:
    partner_id = case((Pair.mentor_id == person.id, Pair.mentee_id), else_=Pair.mentor_id)
    return (
        select(Pair, Person)
        .join(Person, Person.id == partner_id)
        .where(_has_in_states(person, states))
        .order_by(Pair.proposed_at, Pair.id)
    )


def _has_in_states(person: Person, states: Iterable[PairState]) -> ColumnElement[bool]:
    return and_(
        Pair.workspace_id == person.workspace_id,
        or_(Pair.mentor_id == person.id, Pair.mentee_id == person.id),
        Pair.state.in_([state.value for state in states]),
    )
