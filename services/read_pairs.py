"""Somebody looks at their pairs, or at one of them."""

from mentoring.home import longest_apart_first
from mentoring.pair_pages import PairPages
from mentoring.pairs import LIVELY
from mentoring.people import Actor
from mentoring.refusals import Reason, Refusal
from services.context import Services
from services.knowing import known_person, lively_pair
from services.pair_cards import pair_card
from services.telling import today_of, zone_of
from storage.dashboard import pairs_with_pauses
from storage.transaction import Transaction


async def read_pairs(services: Services, actor: Actor, pair_id: str | None = None) -> PairPages:
    """All their pairs that are under way, or the one with an id.

    Raises:
        Refusal: They have none, or the one is not theirs or has ended.
    """

    async def look(tx: Transaction) -> PairPages:
        now = services.now()
        me = await known_person(tx, actor)
        if pair_id:
            await lively_pair(tx, me, pair_id, lock=False)
        found = await pairs_with_pauses(tx, me, LIVELY)
        if not found:
            raise Refusal(Reason.NO_PAIR)
        cards = tuple(pair_card(each, me, now) for each in found if pair_id in (None, each.pair.id))
        return PairPages(longest_apart_first(cards), zone_of(me), today_of(me, now), me.locale)

    return await services.read(look)
