"""Somebody reads what their partners promised, all of it."""

from mentoring.people import Actor
from mentoring.promises import PROMISES_A_PAGE, WAITING, PartnerPromise, PromisePage
from mentoring.refusals import Reason, Refusal
from services.context import Services
from services.telling import today_of
from storage.pairs import pairs_and_partners
from storage.people import card, find_person
from storage.sessions import promise_line, promises_of
from storage.transaction import Transaction


async def read_partner_promises(services: Services, actor: Actor, *, skip: int = 0) -> PromisePage:
    """A page of the open promises of somebody's partners, without so many newer ones.

    Raises:
        Refusal: They are in no pair that meets.
    """

    async def look(tx: Transaction) -> PromisePage:
        person = await find_person(tx, actor)
        pairs = await pairs_and_partners(tx, person) if person else []
        if person is None or not pairs:
            raise Refusal(Reason.NO_PAIR)
        partners = {pair.id: partner for pair, partner in pairs}
        waiting = await promises_of(tx, partners.keys(), WAITING, reader_id=person.id)
        theirs = [promise for promise in waiting if promise.owner_id != person.id]
        # Sorted backwards, promises of one check-in keep their order.
        newest = sorted(theirs, key=lambda promise: promise.created_at, reverse=True)
        shown = tuple(
            PartnerPromise(promise_line(tx, promise), card(partners[promise.pair_id]))
            for promise in newest[skip : skip + PROMISES_A_PAGE]
        )
        return PromisePage(shown, today_of(person, services.now()), skip, len(newest), person.locale)

    return await services.read(look)
