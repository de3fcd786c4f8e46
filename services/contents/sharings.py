"""What is told of something that one of a pair shares with the other, and of the question that asks for it."""

from mentoring.pulses import PulseShared, Share, Worth
from mentoring.sharing import AskedHowItGoes, SharedWithYou
from storage.models import Notice, Pair, Person, Pulse, Session, Sharing
from storage.pairs import partner_of
from storage.people import card
from storage.transaction import Transaction


async def shared_with_you(tx: Transaction, notice: Notice) -> SharedWithYou | None:
    """To the partner."""
    sharing = await tx.get(Sharing, notice.subject)
    if sharing is None:
        return None
    author = await tx.get_one(Person, sharing.author_id)
    return SharedWithYou(card(author), tx.unseal(sharing, "words") or "")


async def asked_how_it_goes(tx: Transaction, notice: Notice) -> AskedHowItGoes:
    """To the partner of whoever asks; once they have answered, with what they wrote."""
    pair = await tx.get_one(Pair, notice.subject)
    author = await tx.get_one(Person, partner_of(pair, notice.receiver))
    answer = await tx.get(Sharing, notice.facts.get("sharing") or "")
    return AskedHowItGoes(notice.id, card(author), tx.unseal(answer, "words") if answer else None)


async def pulse_shared(tx: Transaction, notice: Notice) -> PulseShared | None:
    """To the partner: what was shared of it, and never what was not."""
    pulse = await tx.get(Pulse, notice.subject)
    if pulse is None:
        return None
    author, session = await tx.get_one(Person, pulse.author_id), await tx.get_one(Session, pulse.session_id)
    share, worth = Share(notice.facts["share"]), tx.unseal(pulse, "shared_worth")
    return PulseShared(
        card(author),
        session.happened_on or pulse.created_at.date(),
        Worth(worth) if worth and share is not Share.WORDS else None,
        None if share is Share.WORTH else tx.unseal(pulse, "shared_words"),
    )
