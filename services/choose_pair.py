"""The pairs of somebody who wants something for one of them, and has not said which."""

from mentoring.pairs import PairChoice, PairState
from mentoring.people import Actor
from services.context import Services
from storage.pairs import pair_choice, pairs_and_partners
from storage.people import find_person
from storage.transaction import Transaction


async def pairs_to_choose(services: Services, actor: Actor) -> tuple[PairChoice, ...]:
    """All pairs of theirs that are under way, the oldest first; none of somebody Rapport does not know."""
    return await services.read(lambda tx: _choices(tx, actor, resting=False))


async def resting_pairs(services: Services, actor: Actor) -> tuple[PairChoice, ...]:
    """Those of them that rest."""
    return await services.read(lambda tx: _choices(tx, actor, resting=True))


async def _choices(tx: Transaction, actor: Actor, *, resting: bool) -> tuple[PairChoice, ...]:
    person = await find_person(tx, actor)
    if person is None:
        return ()
    return tuple(
        pair_choice(pair, person, partner)
        for pair, partner in await pairs_and_partners(tx, person)
        if not resting or pair.state == PairState.PAUSED
    )
