"""What somebody said of sessions for themselves. Every read is bound to its author."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import bindparam, select

from mentoring.pulses import PulseLine, Worth
from storage.models import Pair, Person, Pulse, Session
from storage.pairs import PARTNER_ID
from storage.people import card
from storage.transaction import Transaction

OF_AUTHOR = (
    select(Pulse, Session.happened_on, Person)
    .join(Session, Session.id == Pulse.session_id)
    .join(Pair, Pair.id == Pulse.pair_id)
    .join(Person, Person.id == PARTNER_ID)
    .where(Pulse.author_id == bindparam("person"))
)

# Made once: making a statement takes longer than running it.
ONE = OF_AUTHOR.where(Pulse.session_id == bindparam("session"))
ALL = OF_AUTHOR.where(Pulse.pair_id.in_(bindparam("pairs", expanding=True))).order_by(
    Session.happened_on.desc(), Pulse.created_at.desc(), Pulse.id
)
STANDS = select(Pulse.shared_at).where(Pulse.author_id == bindparam("person"), Pulse.session_id == bindparam("session"))
LOCKED = (
    select(Pulse)
    .where(Pulse.author_id == bindparam("person"), Pulse.session_id == bindparam("session"))
    .with_for_update()
)


async def pulses_of(tx: Transaction, author_id: str, pair_ids: Collection[str]) -> list[PulseLine]:
    """What somebody said of the sessions of these pairs, the newest first; nobody else's is ever among it."""
    rows = await tx.execute(ALL, {"person": author_id, "pairs": list(pair_ids)})
    return [_line(tx, pulse, happened_on, partner) for pulse, happened_on, partner in rows]


async def pulse_of(tx: Transaction, author_id: str, session_id: str) -> tuple[Pulse, PulseLine] | None:
    """What this person said of a session; None: nothing. What the partner said is not found."""
    row = (await tx.execute(ONE, {"person": author_id, "session": session_id})).first()
    return (row[0], _line(tx, *row)) if row else None


async def pulse_to_change(tx: Transaction, author_id: str, session_id: str) -> Pulse | None:
    """The same, locked."""
    return await tx.scalar(LOCKED, {"person": author_id, "session": session_id})


async def how_pulse_stands(tx: Transaction, author_id: str, session_id: str) -> tuple[bool, bool]:
    """Whether this person has said something of a session, and whether they shared some of it. Nothing is unsealed."""
    row = (await tx.execute(STANDS, {"person": author_id, "session": session_id})).first()
    return row is not None, row is not None and row.shared_at is not None


def _line(tx: Transaction, pulse: Pulse, happened_on: date | None, partner: Person) -> PulseLine:
    return PulseLine(
        pulse.session_id,
        card(partner),
        happened_on or pulse.created_at.date(),
        Worth(str(tx.unseal(pulse, "worth"))),
        tx.unseal(pulse, "words"),
        pulse.shared_at is not None,
    )
