"""What somebody said of sessions for themselves. Every read is bound to its author."""

from sqlalchemy import and_, bindparam, select

from mentoring.pulses import PulseLine, Worth
from storage.models import Pair, Person, Pulse, Session
from storage.pairs import PARTNER_ID
from storage.people import card
from storage.transaction import Transaction

BY_AUTHOR = and_(Pulse.author_id == bindparam("person"), Pulse.session_id == bindparam("session"))

# Made once: making a statement takes longer than running it.
ONE = (
    select(Pulse, Session.happened_on, Person)
    .join(Session, Session.id == Pulse.session_id)
    .join(Pair, Pair.id == Pulse.pair_id)
    .join(Person, Person.id == PARTNER_ID)
    .where(BY_AUTHOR)
)
STANDS = select(Pulse.shared_at).where(BY_AUTHOR)
LOCKED = select(Pulse).where(BY_AUTHOR).with_for_update()


async def pulse_of(tx: Transaction, author_id: str, session_id: str) -> tuple[Pulse, PulseLine] | None:
    """What this person said of a session; None: nothing. What the partner said is not found."""
    row = (await tx.execute(ONE, {"person": author_id, "session": session_id})).first()
    if row is None:
        return None
    pulse, happened_on, partner = row
    line = PulseLine(
        pulse.session_id,
        card(partner),
        happened_on or pulse.created_at.date(),
        Worth(str(tx.unseal(pulse, "worth"))),
        tx.unseal(pulse, "words"),
    )
    return pulse, line


async def pulse_to_change(tx: Transaction, author_id: str, session_id: str) -> Pulse | None:
    """The same, locked."""
    return await tx.scalar(LOCKED, {"person": author_id, "session": session_id})


async def how_pulse_stands(tx: Transaction, author_id: str, session_id: str) -> tuple[bool, bool]:
    """Whether this person has said something of a session, and whether they shared some of it. Nothing is unsealed."""
    row = (await tx.execute(STANDS, {"person": author_id, "session": session_id})).first()
    return row is not None, row is not None and row.shared_at is not None
