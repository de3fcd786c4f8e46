"""An organiser takes a proposed pair back before both have accepted."""

from sqlalchemy import select

from mentoring.deliveries import COUNTED_FOR
from mentoring.notices import NoticeKind
from mentoring.pairs import PairState
from mentoring.people import Actor
from mentoring.refusals import Reason, Refusal
from services.context import Services
from services.knowing import known_person
from services.partings import call_off
from services.telling import tell
from storage.models import Pair, Person, Programme
from storage.notices import redraw_posts
from storage.organising import weeks_since
from storage.people import mark_homes_stale, organisers_of
from storage.transaction import Transaction


async def withdraw_proposal(services: Services, actor: Actor, pair_id: str) -> None:
    """Take a proposal back; whoever has been asked is told kindly. Withdrawing twice changes nothing.

    Raises:
        Refusal: The actor does not organise this pair, or it has begun in the meantime.
    """

    async def deed(tx: Transaction) -> None:
        now = services.now()
        person = await known_person(tx, actor)
        pair = await tx.scalar(
            select(Pair).where(Pair.id == pair_id, Pair.workspace_id == actor.workspace).with_for_update()
        )
        if pair is None or person not in await organisers_of(tx, actor.workspace, pair.programme_id):
            raise Refusal(Reason.NOT_YOURS)
        if pair.state != PairState.PROPOSED:
            if pair.ended_at:
                return
            raise Refusal(Reason.TOO_LATE)
        programme = await tx.get_one(Programme, pair.programme_id)
        heard, concerned = await call_off(tx, now, [pair])
        for _, each in sorted(heard):
            if each != person.id:
                asked = await tx.get_one(Person, each)
                await tell(tx, now, NoticeKind.PROPOSAL_WITHDRAWN, pair.id, asked, programme, pair_id=pair.id)
        await redraw_posts(tx, await weeks_since(tx, programme.id, now - COUNTED_FOR), now)
        await mark_homes_stale(tx, now, concerned)

    await services.write(deed)
