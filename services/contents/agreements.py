"""What is told of an agreement: that it is proposed, made, or still right."""

from mentoring.agreements import AgreementConfirmed, AgreementMade, AgreementProposed, AgreementState
from services.agreements import version_read_by
from storage.agreements import Versions, versions_of
from storage.models import Agreement, Notice, Pair, Person
from storage.notices import was_sent
from storage.pairs import partner_of
from storage.people import card
from storage.transaction import Transaction


async def agreement_proposed(tx: Transaction, notice: Notice) -> AgreementProposed | None:
    """To both: what is proposed, or what became of it. What does not wait any more before it is told is not told."""
    pair = await tx.get_one(Pair, notice.pair_id)
    versions = await versions_of(tx, pair.id)
    row = _version(versions, notice.subject)
    waits = row is not None and row.state == AgreementState.WAITING and pair.ended_at is None
    if row is None or (not waits and not await was_sent(tx, notice)):
        return None
    reader = await tx.get_one(Person, notice.receiver)
    partner = await tx.get_one(Person, partner_of(pair, reader.id))
    version = version_read_by(tx, versions, row, pair, reader)
    is_over = pair.ended_at is not None
    return AgreementProposed(pair.id, card(partner), version, pair.rhythm_days, is_over, reader.locale)


async def agreement_made(tx: Transaction, notice: Notice) -> AgreementMade | None:
    """To both: that it holds, unless all is over by then. A rhythm that has been changed again is not spoken of."""
    pair = await tx.get_one(Pair, notice.subject)
    if pair.ended_at and not await was_sent(tx, notice):
        return None
    partner = await tx.get_one(Person, partner_of(pair, notice.receiver))
    days = notice.facts.get("days")
    return AgreementMade(
        pair.id, card(partner), notice.facts["by"] == notice.receiver, days if days == pair.rhythm_days else None
    )


async def agreement_confirmed(tx: Transaction, notice: Notice) -> AgreementConfirmed | None:
    """To the partner of whoever said so; nothing once it is about to be changed, or their pair has ended."""
    pair = await tx.get_one(Pair, notice.pair_id)
    versions = await versions_of(tx, pair.id)
    row = _version(versions, notice.subject)
    holds = row is not None and row.state == AgreementState.AGREED and versions.waiting is None
    if (not holds or pair.ended_at) and not await was_sent(tx, notice):
        return None
    partner = await tx.get_one(Person, partner_of(pair, notice.receiver))
    return AgreementConfirmed(pair.id, card(partner))


def _version(versions: Versions, id_: str) -> Agreement | None:
    return next((row for row in versions.rows if row.id == id_), None)
