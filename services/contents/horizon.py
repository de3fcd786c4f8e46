"""What is told of a horizon check, to both the same."""

from mentoring.horizon import HorizonCompared, Round
from storage.horizon import card_as_it_stands, cards_of
from storage.models import Notice, Pair, Person
from storage.pairs import partner_of
from storage.people import card
from storage.transaction import Transaction


async def horizon_compared(tx: Transaction, notice: Notice) -> HorizonCompared:
    """To each of them: the cards of that check, and where each is by now."""
    pair = await tx.get_one(Pair, notice.subject)
    partner = await tx.get_one(Person, partner_of(pair, notice.receiver))
    rows = (await cards_of(tx, pair))[Round(notice.occurrence)]
    cards = tuple([await card_as_it_stands(tx, row) for row in rows])
    return HorizonCompared(pair.id, card(partner), cards, is_over=pair.ended_at is not None)
