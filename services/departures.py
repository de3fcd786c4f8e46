"""Somebody left the workspace: their pairs end, and nobody waits for them. Called inside a deed's transaction."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import or_, select, update

from mentoring.consent import Answer, ShoutOutState
from mentoring.notices import NoticeKind
from mentoring.pairs import LIVELY, PairState, Role
from services.partings import call_off, end
from services.telling import tell
from storage.join_wishes import forget_wish
from storage.models import Consent, Pair, Person, Programme, ShoutOut
from storage.pairs import partner_of
from storage.people import mark_homes_stale, organisers_of
from storage.transaction import Transaction

OPEN = (PairState.PROPOSED, *LIVELY)


async def held_pairs_of(tx: Transaction, person: Person) -> Sequence[Pair]:
    """The pairs of somebody that have not ended, locked.

    To be asked for before that person's own row is changed: whoever changes a pair holds it before its people.
    """
    query = select(Pair).where(
        Pair.workspace_id == person.workspace_id,
        or_(Pair.mentor_id == person.id, Pair.mentee_id == person.id),
        Pair.state.in_([state.value for state in OPEN]),
    )
    return (await tx.scalars(query.order_by(Pair.id).with_for_update())).all()


async def leave(tx: Transaction, now: datetime, person: Person, pairs: Sequence[Pair]) -> None:
    """End the pairs of somebody who has left; their partners are told kindly, and the organisers.

    What still waited for their consent counts as a "no", as silence would. Should they come back, nothing begins anew
    by itself. Doing it twice changes nothing.
    """
    person.deactivated = True
    begun = [pair for pair in pairs if pair.state != PairState.PROPOSED]
    proposed = [pair for pair in pairs if pair.state == PairState.PROPOSED]
    concerned = await end(tx, now, begun)
    heard, asked = await call_off(tx, now, proposed)
    for pair in (*begun, *proposed):
        programme = await tx.get_one(Programme, pair.programme_id)
        partner = await tx.get_one(Person, partner_of(pair, person.id))
        organisers = await organisers_of(tx, person.workspace_id, programme.id)
        others = [each for each in organisers if each.id not in (person.id, partner.id)]
        if pair in begun or (pair.id, partner.id) in heard:
            others.append(partner)
        for other in others:
            await tell(
                tx, now, NoticeKind.PERSON_LEFT, pair.id, other, programme, pair_id=pair.id, facts={"left": person.id}
            )
    asking = select(ShoutOut.id).where(ShoutOut.state == ShoutOutState.ASKING.value)
    await tx.execute(
        update(Consent)
        .where(Consent.person_id == person.id, Consent.answer.is_(None), Consent.shout_out_id.in_(asking))
        .values(answer=Answer.NO.value, answered_at=now)
    )
    for role in Role:
        await forget_wish(tx, person.id, role)
    await mark_homes_stale(tx, now, concerned | asked)
