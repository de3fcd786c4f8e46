"""Why somebody was nudged."""

from mentoring.nudge_contents import WhyNudged
from mentoring.nudges.kinds import NudgeKind
from mentoring.people import Actor
from services.answers import is_over, told_to
from services.context import Services
from services.knowing import known_person
from storage.models import Notice, Pair, Person
from storage.nudges import nudges_beside
from storage.pairs import partner_of
from storage.people import card
from storage.transaction import Transaction


async def read_nudge(services: Services, actor: Actor, notice_id: str) -> tuple[WhyNudged, ...]:
    """What stands behind a nudge, and behind those that came with it and still ask; each thing once.

    Raises:
        Refusal: It was sent to somebody else.
    """

    async def look(tx: Transaction) -> tuple[WhyNudged, ...]:
        person = await known_person(tx, actor)
        notice = await told_to(tx, person, notice_id)
        beside = [each for each in await nudges_beside(tx, notice) if not is_over(each)]
        found = [await _why(tx, each, person) for each in beside or [notice]]
        return tuple(dict.fromkeys(found))

    return await services.read(look)


async def _why(tx: Transaction, notice: Notice, person: Person) -> WhyNudged:
    pair = await tx.get_one(Pair, notice.pair_id)
    partner = await tx.get_one(Person, partner_of(pair, person.id))
    return WhyNudged(NudgeKind(notice.kind), card(partner), pair.rhythm_days)
