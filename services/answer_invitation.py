"""Each of a proposed pair accepts or declines; declining needs no reason, and the other learns of none."""

from datetime import datetime

from mentoring.hours import next_open, next_open_to_both
from mentoring.notices import NoticeKind
from mentoring.pairs import LIVELY, PairState, Role
from mentoring.people import Actor
from mentoring.refusals import Reason, Refusal
from services.context import Services
from services.knowing import known_person
from services.telling import hours_of, tell
from storage.join_wishes import forget_wish
from storage.models import Pair, Person, Programme
from storage.notices import INVITATIONS, Receiver, redraw, take_back
from storage.pairs import accepted_at, find_pair, partner_of, role_in
from storage.people import mark_homes_stale, organisers_of
from storage.putting import Telling, put_notices
from storage.transaction import Transaction


async def answer_invitation(services: Services, actor: Actor, pair_id: str, *, accepts: bool) -> None:
    """Accept or decline a pair. The same answer twice changes nothing.

    Raises:
        Refusal: It is not this person's to answer, or the pair has ended.
    """

    async def deed(tx: Transaction) -> None:
        now = services.now()
        person = await known_person(tx, actor)
        pair = await find_pair(tx, person, pair_id, lock=True)
        if pair is None:
            raise Refusal(Reason.NOT_YOURS)
        if pair.state != PairState.PROPOSED:
            if accepts is (PairState(pair.state) in LIVELY):
                return
            raise Refusal(Reason.ALREADY_ENDED if accepts else Reason.TOO_LATE)
        if accepts and accepted_at(pair, person.id):
            return
        programme = await tx.get_one(Programme, pair.programme_id)
        partner = await tx.get_one(Person, partner_of(pair, person.id))
        if accepts:
            await _accept(tx, now, pair, programme, person, partner)
        else:
            await _decline(tx, now, pair, programme, person, partner)
        await redraw(tx, (pair.id,), INVITATIONS, now)
        await mark_homes_stale(tx, now, (person.id, partner.id), organisers_of=programme.id)

    await services.write(deed)


async def _accept(
    tx: Transaction, now: datetime, pair: Pair, programme: Programme, person: Person, partner: Person
) -> None:
    if role_in(pair, person.id) is Role.MENTOR:
        pair.mentor_accepted_at = now
    else:
        pair.mentee_accepted_at = now
    if not (pair.mentor_accepted_at and pair.mentee_accepted_at):
        return
    pair.state = PairState.ACTIVE
    pair.accepted_at = now
    pair.look_at = now
    # What they had wished for has come about.
    await forget_wish(tx, pair.mentor_id, Role.MENTOR)
    await forget_wish(tx, pair.mentee_id, Role.MENTEE)
    # In the hours of both; or else of the one who accepted first, since the other is here now.
    hours = hours_of(partner, programme)
    both_at = next_open_to_both(now, hours_of(person, programme), hours)
    both = Receiver(pair.workspace_id, pair_id=pair.id)
    telling = Telling(NoticeKind.PAIR_STARTED, both, pair.id, both_at or next_open(now, hours), pair.id)
    await put_notices(tx, [telling], now)
    await _tell_organiser(tx, now, NoticeKind.PAIR_AGREED, pair, programme)


async def _decline(
    tx: Transaction, now: datetime, pair: Pair, programme: Programme, person: Person, partner: Person
) -> None:
    pair.state = PairState.ENDED_EARLY
    pair.ended_at = now
    pair.look_at = None
    asked = {
        each.id: not await take_back(
            tx, NoticeKind.INTRODUCTION, pair.id, Receiver(pair.workspace_id, person_id=each.id), now
        )
        for each in (person, partner)
    }
    # Somebody who has not been asked yet, nor found it in App Home, need not hear of it at all.
    if asked[partner.id] or accepted_at(pair, partner.id) or partner.id == pair.proposed_by_id:
        await tell(tx, now, NoticeKind.PAIR_DECLINED, pair.id, partner, programme, pair_id=pair.id)
    await _tell_organiser(tx, now, NoticeKind.PAIR_DECLINED, pair, programme)


async def _tell_organiser(tx: Transaction, now: datetime, kind: NoticeKind, pair: Pair, programme: Programme) -> None:
    organisers = await organisers_of(tx, pair.workspace_id, programme.id)
    # Whoever proposed the pair; once they organise no longer, those who do.
    proposer = [organiser for organiser in organisers if organiser.id == pair.proposed_by_id]
    for organiser in proposer or organisers:
        if organiser.id not in (pair.mentor_id, pair.mentee_id):
            await tell(tx, now, kind, pair.id, organiser, programme, pair_id=pair.id)
