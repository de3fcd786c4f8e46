"""What notices about pairs that end, or do not come about after all, say."""

from datetime import datetime

from sqlalchemy import func, select

from mentoring.notices import NoticeKind
from mentoring.partings import EndSaved, PairEnded, PersonLeft, ProposalWithdrawn
from mentoring.people import Person as Card
from mentoring.sessions import SessionState
from storage.models import JoinWish, Notice, Pair, Person, Session
from storage.pairs import partner_of, role_in
from storage.people import card
from storage.transaction import Transaction


async def end_saved(tx: Transaction, notice: Notice) -> EndSaved:
    """To whoever ended the pair."""
    pair = await tx.get_one(Pair, notice.subject)
    partner = await tx.get_one(Person, partner_of(pair, notice.receiver))
    wishing = {person.id for person in await _wishing(tx, pair)}
    return EndSaved(
        card(partner),
        await _cancelled(tx, pair),
        another_match=notice.receiver in wishing,
        tells_partner=await _is_told(tx, notice, partner),
    )


async def pair_ended(tx: Transaction, notice: Notice) -> PairEnded:
    """To the partner, or to an organiser."""
    pair = await tx.get_one(Pair, notice.subject)
    mentor, mentee = await tx.get_one(Person, pair.mentor_id), await tx.get_one(Person, pair.mentee_id)
    role = role_in(pair, notice.receiver)
    if role is None:
        return PairEnded(card(mentor), card(mentee), None, wishing=await _wishing(tx, pair))
    return PairEnded(card(mentor), card(mentee), role, await _cancelled(tx, pair))


async def person_left(tx: Transaction, notice: Notice) -> PersonLeft:
    """To the partner, or to an organiser."""
    pair = await tx.get_one(Pair, notice.subject)
    left = await tx.get_one(Person, notice.facts["left"])
    partner = await tx.get_one(Person, partner_of(pair, left.id))
    is_partner = notice.receiver == partner.id
    cancelled = await _cancelled(tx, pair) if is_partner else None
    return PersonLeft(card(left), card(partner), is_partner, pair.accepted_at is not None, cancelled)


async def proposal_withdrawn(tx: Transaction, notice: Notice) -> ProposalWithdrawn:
    """To one of the two who were asked."""
    pair = await tx.get_one(Pair, notice.subject)
    return ProposalWithdrawn(card(await tx.get_one(Person, partner_of(pair, notice.receiver))))


async def _cancelled(tx: Transaction, pair: Pair) -> datetime | None:
    """The planned session that the end of a pair cancelled."""
    return await tx.scalar(
        select(func.min(Session.planned_at)).where(
            Session.pair_id == pair.id,
            Session.state == SessionState.CANCELLED.value,
            Session.planned_at > pair.ended_at,
        )
    )


async def _is_told(tx: Transaction, notice: Notice, partner: Person) -> bool:
    """Whether the partner is told that the other ended it; not, where both did."""
    told = select(Notice.id).where(
        Notice.workspace_id == notice.workspace_id,
        Notice.kind == NoticeKind.PAIR_ENDED.value,
        Notice.subject == notice.subject,
        Notice.receiver == partner.id,
    )
    return await tx.scalar(told) is not None


async def _wishing(tx: Transaction, pair: Pair) -> tuple[Card, ...]:
    """Who of a pair would like another match in the role that they had in it."""
    query = (
        select(Person, JoinWish.role)
        .join(JoinWish, JoinWish.person_id == Person.id)
        .where(JoinWish.another_match, Person.id.in_((pair.mentor_id, pair.mentee_id)))
        .order_by(Person.name, Person.id)
    )
    return tuple(card(person) for person, role in await tx.execute(query) if role == role_in(pair, person.id))
