"""What is told of something that is brought to the next session."""

from mentoring.notices import BroughtToSession, OffTheAgenda
from mentoring.picked import AboutMessage
from storage.agenda import is_open
from storage.models import AgendaItem, Notice, Pair, Person
from storage.pairs import partner_of
from storage.people import card
from storage.sessions import next_planned
from storage.transaction import Transaction


async def brought_to_session(tx: Transaction, notice: Notice) -> BroughtToSession | OffTheAgenda | None:
    """To whoever brought it, as things stand."""
    if notice.pair_id is None:
        return None
    pair = await tx.get_one(Pair, notice.pair_id)
    partner = card(await tx.get_one(Person, partner_of(pair, notice.receiver)))
    item = await tx.get(AgendaItem, notice.subject)
    if item is None:
        return OffTheAgenda(partner)
    planned = await next_planned(tx, (pair.id,), item.created_at)
    link = tx.unseal(item, "message_link")
    return BroughtToSession(
        item_id=item.id,
        partner=partner,
        words=tx.unseal(item, "words") or "",
        message=AboutMessage(link) if link else None,
        next_at=planned.planned_at if planned else None,
        is_discussed=not await is_open(tx, item),
    )
