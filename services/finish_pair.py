"""Either of a pair finishes it: it is completed."""

from mentoring.notices import NoticeKind, Weight
from mentoring.pairs import LIVELY, PairState
from mentoring.people import Actor
from mentoring.refusals import Reason, Refusal
from services.context import Services
from services.knowing import known_person
from services.partings import cancel_planned, close, shown_to
from services.telling import tell
from storage.intake import is_first_submit
from storage.models import Person, Programme
from storage.pairs import find_pair, partner_of
from storage.people import mark_homes_stale, organisers_of
from storage.transaction import Transaction


async def finish_pair(services: Services, actor: Actor, pair_id: str, form_id: str) -> None:
    """Complete a pair; both get a kind word, the organisers learn it. Of two who do so at once, the second is too late.

    Raises:
        Refusal: It is not theirs, or it has not begun, or it has ended.
    """

    async def deed(tx: Transaction) -> None:
        now = services.now()
        person = await known_person(tx, actor)
        if not await is_first_submit(tx, actor.workspace, form_id, now):
            return
        pair = await find_pair(tx, person, pair_id, lock=True)
        if pair is None:
            raise Refusal(Reason.NOT_PARTNER)
        if pair.state == PairState.COMPLETED:
            return
        if pair.state not in LIVELY:
            raise Refusal(Reason.ALREADY_ENDED if pair.ended_at else Reason.NOT_ACTIVE)
        close(pair, PairState.COMPLETED, now)
        cancelled = await cancel_planned(tx, now, pair)
        programme = await tx.get_one(Programme, pair.programme_id)
        partner = await tx.get_one(Person, partner_of(pair, person.id))
        organisers = await organisers_of(tx, actor.workspace, programme.id)
        others = (each for each in organisers if each.id not in (person.id, partner.id))
        for receiver in (person, partner, *others):
            weight = Weight.REPLY if receiver is person else Weight.NEWS
            await tell(
                tx, now, NoticeKind.PAIR_COMPLETED, pair.id, receiver, programme, weight=weight, pair_id=pair.id,
                facts={"by": person.id, "cancelled": cancelled},
            )  # fmt: skip
        await mark_homes_stale(tx, now, await shown_to(tx, [pair]))

    await services.write(deed)
