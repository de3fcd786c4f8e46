"""What is told of something that one of a pair shares with the other, and of the question that asks for it."""

from mentoring.sharing import AskedHowItGoes, SharedWithYou
from storage.models import Notice, Pair, Person, Sharing
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
