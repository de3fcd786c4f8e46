"""One of a pair ends it: no reason is asked for, and none is given."""

from mentoring.notices import NoticeKind, Weight
from mentoring.pairs import LIVELY, PairState
from mentoring.partings import EndDraft, EndValues
from mentoring.people import Actor
from mentoring.refusals import Reason, Refusal
from services.context import Services
from services.knowing import known_person, lively_pair
from services.partings import end
from services.telling import tell, zone_of
from storage.intake import is_first_submit
from storage.join_wishes import keep_wish
from storage.models import Person, Programme
from storage.notices import Receiver, take_back
from storage.pairs import find_pair, pair_choice, partner_of, role_in
from storage.people import card, mark_homes_stale, organisers_of
from storage.sessions import next_planned
from storage.transaction import Transaction


async def prepare_end(services: Services, actor: Actor, pair_id: str) -> EndDraft:
    """What the form says before a pair is ended.

    Raises:
        Refusal: It is not theirs, or it has not begun, or it has ended.
    """

    async def look(tx: Transaction) -> EndDraft:
        person = await known_person(tx, actor)
        pair = await lively_pair(tx, person, pair_id, lock=False)
        partner = await tx.get_one(Person, partner_of(pair, person.id))
        organisers = await organisers_of(tx, actor.workspace, pair.programme_id)
        planned = await next_planned(tx, (pair.id,), services.now())
        return EndDraft(
            pair_choice(pair, person, partner),
            tuple(card(organiser) for organiser in organisers if organiser.id not in (person.id, partner.id)),
            planned.planned_at if planned else None,
            zone_of(person),
            person.locale,
            partner_organises=partner in organisers,
        )

    return await services.read(look)


async def end_pair(services: Services, actor: Actor, values: EndValues, form_id: str) -> None:
    """End a pair, tell the partner kindly and the organisers that it ended. A second submit changes nothing.

    Where the partner was quicker it has ended already; that one would like another match is kept all the same.

    Raises:
        Refusal: It is not theirs, or it has not begun.
    """

    async def deed(tx: Transaction) -> None:
        now = services.now()
        person = await known_person(tx, actor)
        if not await is_first_submit(tx, actor.workspace, form_id, now):
            return
        pair = await find_pair(tx, person, values.pair_id, lock=True)
        role = role_in(pair, person.id) if pair else None
        if pair is None or role is None:
            raise Refusal(Reason.NOT_PARTNER)
        if pair.state == PairState.PROPOSED:
            raise Refusal(Reason.NOT_ACTIVE)
        programme = await tx.get_one(Programme, pair.programme_id)
        if values.another_match:
            await keep_wish(tx, person, role, now, another_match=True)
        if PairState(pair.state) in LIVELY:
            concerned = await end(tx, now, [pair])
            both = (pair.mentor_id, pair.mentee_id)
            organisers = await organisers_of(tx, actor.workspace, programme.id)
            partner = await tx.get_one(Person, partner_of(pair, person.id))
            for other in (partner, *(each for each in organisers if each.id not in both)):
                await tell(tx, now, NoticeKind.PAIR_ENDED, pair.id, other, programme, pair_id=pair.id)
        else:
            concerned = {person.id}
            # What they have just done themselves need not be told to them in the morning.
            await take_back(tx, NoticeKind.PAIR_ENDED, pair.id, Receiver(pair.workspace_id, person_id=person.id), now)
        await tell(tx, now, NoticeKind.END_SAVED, pair.id, person, programme, weight=Weight.REPLY, pair_id=pair.id)
        await mark_homes_stale(tx, now, concerned)

    await services.write(deed)
