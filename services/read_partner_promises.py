"""Somebody reads what their partners promised, all of it."""

from mentoring.people import Actor
from mentoring.promises import PROMISES_A_PAGE, PartnerPromise, PromisePage
from services.context import Services
from services.telling import today_of
from services.waiting_promises import waiting_promises
from storage.people import card
from storage.sessions import promise_line
from storage.transaction import Transaction


async def read_partner_promises(services: Services, actor: Actor, *, skip: int = 0) -> PromisePage:
    """A page of the open promises of somebody's partners, without so many newer ones.

    Raises:
        Refusal: They are in no pair that meets.
    """

    async def look(tx: Transaction) -> PromisePage:
        person, partners, waiting = await waiting_promises(tx, actor)
        theirs = [promise for promise in waiting if promise.owner_id != person.id]
        # Sorted backwards, promises of one check-in keep their order.
        newest = sorted(theirs, key=lambda promise: promise.created_at, reverse=True)
        shown = tuple(
            PartnerPromise(promise_line(tx, promise), card(partners[promise.pair_id]))
            for promise in newest[skip : skip + PROMISES_A_PAGE]
        )
        return PromisePage(shown, today_of(person, services.now()), skip, len(newest), person.locale)

    return await services.read(look)
