"""Somebody waits for an answer of their partner's: the partner is asked as if time alone had asked."""

from dataclasses import replace

from sqlalchemy import select

from mentoring.people import Actor
from mentoring.troubles import SilenceNoted, TroubleKind
from services.context import Services
from services.knowing import known_person, lively_pair
from services.telling import today_of, zone_of
from storage.models import Person, Silence, Trouble
from storage.pairs import partner_of
from storage.people import card
from storage.sessions import next_planned
from storage.transaction import Transaction


async def say_no_reply(services: Services, actor: Actor, pair_id: str) -> SilenceNoted:
    """Have the partner asked on one of the next working days. Said twice on a day, it is asked once.

    Raises:
        Refusal: It is not theirs, or it has not begun, or it has ended.
    """

    async def deed(tx: Transaction) -> SilenceNoted:
        now = services.now()
        person = await known_person(tx, actor)
        pair = await lively_pair(tx, person, pair_id)
        partner = await tx.get_one(Person, partner_of(pair, person.id))
        noted = SilenceNoted(card(partner), zone_of(person), person.locale)
        if planned := await next_planned(tx, (pair.id,), now):
            return replace(noted, planned_at=planned.planned_at)
        said_on = today_of(partner, now)
        said = select(Silence.id).where(
            Silence.pair_id == pair.id, Silence.partner_id == partner.id, Silence.said_on == said_on
        )
        if await tx.scalar(said) is None:
            tx.add(Silence(workspace_id=pair.workspace_id, pair_id=pair.id, partner_id=partner.id, said_on=said_on))
            trouble = Trouble(
                workspace_id=pair.workspace_id, pair_id=pair.id, author_id=person.id, tells_organiser=False,
                created_at=now,
            )  # fmt: skip
            tx.seal(trouble, "kind", TroubleKind.NO_REPLY)
            tx.add(trouble)
            pair.look_at = now
        return noted

    return await services.write(deed)
