"""Why somebody was nudged."""

from mentoring.nudge_contents import WhyNudged
from mentoring.nudges.kinds import NudgeKind
from mentoring.people import Actor
from services.answers import told_to
from services.context import Services
from services.knowing import known_person
from storage.models import Pair, Person
from storage.pairs import partner_of
from storage.people import card
from storage.transaction import Transaction


async def read_nudge(services: Services, actor: Actor, notice_id: str) -> WhyNudged:
    """What stands behind a nudge.

    Raises:
        Refusal: It was sent to somebody else.
    """

    async def look(tx: Transaction) -> WhyNudged:
        person = await known_person(tx, actor)
        notice = await told_to(tx, person, notice_id)
        pair = await tx.get_one(Pair, notice.pair_id)
        partner = await tx.get_one(Person, partner_of(pair, person.id))
        return WhyNudged(NudgeKind(notice.kind), card(partner), pair.rhythm_days)

    return await services.read(look)
