"""What somebody can do now."""

from mentoring.forms import Menu
from mentoring.pairs import PairState
from mentoring.people import Actor, Person
from mentoring.reviews import MyReviews
from services.context import Services
from services.read_reviews import my_reviews
from storage.pairs import accepted_at, pairs_of
from storage.people import card, find_person, organisers_of
from storage.transaction import Transaction


async def read_menu(services: Services, actor: Actor) -> Menu:
    """What to offer behind `/mentoring`."""

    async def look(tx: Transaction) -> Menu:
        person = await find_person(tx, actor)
        organisers = await organisers_of(tx, actor.workspace)
        proposed = await pairs_of(tx, person, (PairState.PROPOSED,)) if person else []
        reviews = await my_reviews(tx, person, services.now()) if person else MyReviews()
        states = {pair.state for pair in await pairs_of(tx, person)} if person else set()
        return Menu(
            has_pair=bool(states),
            awaits_answer=person is not None and any(accepted_at(pair, person.id) is None for pair in proposed),
            is_organiser=any(organiser.slack_id == actor.user for organiser in organisers),
            may_become_organiser=not organisers,
            waits_to_begin=bool(proposed),
            has_paused=PairState.PAUSED in states,
            wraps_up=PairState.WRAPPING_UP in states,
            looks_back=bool(reviews.to_write or reviews.written),
        )

    return await services.read(look)


async def read_organisers(services: Services, workspace: str) -> tuple[Person, ...]:
    """Whom to ask about mentoring in a workspace."""

    async def look(tx: Transaction) -> tuple[Person, ...]:
        return tuple(card(organiser) for organiser in await organisers_of(tx, workspace))

    return await services.read(look)
