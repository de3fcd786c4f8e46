"""What notices about proposed and new pairs say."""

from mentoring.beginnings import AskedAgain, Introduction, PairAgreed, PairDeclined, PairStarted
from mentoring.pairs import PairState
from storage.models import Notice, Pair, Person, Programme
from storage.notices import was_sent
from storage.pairs import accepted_at, partner_of, role_in
from storage.people import card
from storage.transaction import Transaction


async def introduction(tx: Transaction, notice: Notice) -> Introduction | None:
    """To one of a proposed pair, as the pair stands now."""
    pair = await tx.get_one(Pair, notice.subject)
    role = role_in(pair, notice.receiver)
    if role is None:
        return None
    partner = await tx.get_one(Person, partner_of(pair, notice.receiver))
    organiser = await tx.get_one(Person, pair.proposed_by_id)
    programme = await tx.get_one(Programme, pair.programme_id)
    return Introduction(
        pair_id=pair.id,
        role=role,
        partner=card(partner),
        organiser=None if pair.proposed_by_id == notice.receiver else card(organiser),
        programme=programme.name,
        rhythm_days=pair.rhythm_days,
        state=PairState(pair.state),
        i_accepted=accepted_at(pair, notice.receiver) is not None,
        partner_accepted=accepted_at(pair, partner.id) is not None,
    )


async def asked_again(tx: Transaction, notice: Notice) -> AskedAgain | None:
    """To one of a proposed pair. Whoever has answered before it is sent is not asked at all."""
    asked = await introduction(tx, notice)
    if asked is None:
        return None
    is_open = asked.state is PairState.PROPOSED and not asked.i_accepted
    return AskedAgain(asked) if is_open or await was_sent(tx, notice) else None


async def pair_declined(tx: Transaction, notice: Notice) -> PairDeclined:
    """To the other of the two, or to the organiser."""
    pair = await tx.get_one(Pair, notice.subject)
    mentor, mentee = await tx.get_one(Person, pair.mentor_id), await tx.get_one(Person, pair.mentee_id)
    return PairDeclined(card(mentor), card(mentee), role=role_in(pair, notice.receiver))


async def pair_agreed(tx: Transaction, notice: Notice) -> PairAgreed:
    """To the organiser."""
    pair = await tx.get_one(Pair, notice.subject)
    mentor, mentee = await tx.get_one(Person, pair.mentor_id), await tx.get_one(Person, pair.mentee_id)
    return PairAgreed(card(mentor), card(mentee))


async def pair_started(tx: Transaction, notice: Notice) -> PairStarted | None:
    """To both in their group message, or to one of them where Slack permits none; nothing once it has ended."""
    pair = await tx.get_one(Pair, notice.subject)
    if pair.ended_at and not await was_sent(tx, notice):
        return None
    mentor, mentee = await tx.get_one(Person, pair.mentor_id), await tx.get_one(Person, pair.mentee_id)
    return PairStarted(pair.id, card(mentor), card(mentee), pair.rhythm_days, is_group=notice.receiver == pair.id)
