"""Somebody reads the agreement of a pair of theirs, and how it came about."""

from mentoring.agreements import VERSIONS_A_PAGE, AgreementHistory, AgreementPage
from mentoring.pairs import PairChoice, PairState
from mentoring.people import Actor
from services.agreements import begun_pair, page_read_by, version_read_by
from services.context import Services
from services.knowing import known_person
from storage.agreements import pairs_that_agreed, versions_of
from storage.models import Person
from storage.pairs import pair_choice, pair_choices, pairs_and_partners, partner_of
from storage.people import card, find_person
from storage.transaction import Transaction

ENDED = (PairState.COMPLETED, PairState.ENDED_EARLY)


async def read_agreement(services: Services, actor: Actor, pair_id: str) -> AgreementPage:
    """How it stands, also once the pair has ended.

    Raises:
        Refusal: It is not theirs, or it has not begun.
    """

    async def look(tx: Transaction) -> AgreementPage:
        person = await known_person(tx, actor)
        pair = await begun_pair(tx, person, pair_id)
        partner = await tx.get_one(Person, partner_of(pair, person.id))
        return page_read_by(tx, await versions_of(tx, pair.id), pair, person, partner, services.now())

    return await services.read(look)


async def read_agreement_history(services: Services, actor: Actor, pair_id: str, skip: int = 0) -> AgreementHistory:
    """Who proposed and changed what, a page at a time; `skip`: how many newer versions come before.

    Raises:
        Refusal: As `read_agreement`.
    """

    async def look(tx: Transaction) -> AgreementHistory:
        person = await known_person(tx, actor)
        pair = await begun_pair(tx, person, pair_id)
        partner = await tx.get_one(Person, partner_of(pair, person.id))
        versions = await versions_of(tx, pair.id)
        newest = list(reversed(versions.rows))
        skipped = min(max(0, skip), max(0, len(newest) - 1)) // VERSIONS_A_PAGE * VERSIONS_A_PAGE
        shown = tuple(
            version_read_by(tx, versions, row, pair, person) for row in newest[skipped : skipped + VERSIONS_A_PAGE]
        )
        return AgreementHistory(pair.id, card(partner), shown, skipped, len(newest), person.locale)

    return await services.read(look)


async def pairs_to_agree(services: Services, actor: Actor) -> tuple[PairChoice, ...]:
    """The pairs of theirs that are under way; where there are none, those that ended and had agreed on something."""

    async def look(tx: Transaction) -> tuple[PairChoice, ...]:
        person = await find_person(tx, actor)
        if person is None:
            return ()
        if under_way := await pair_choices(tx, person):
            return under_way
        ended = await pairs_and_partners(tx, person, ENDED)
        agreed = await pairs_that_agreed(tx, [pair.id for pair, _ in ended])
        return tuple(pair_choice(pair, person, partner) for pair, partner in ended if pair.id in agreed)

    return await services.read(look)
