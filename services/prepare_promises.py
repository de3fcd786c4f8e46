"""What the form for somebody's own promises starts with."""

from collections.abc import Mapping, Sequence

from sqlalchemy import select

from mentoring.people import Actor
from mentoring.promises import PartnerPromise, PromiseRow, PromisesDraft, PromiseState, Standing
from mentoring.refusals import Reason, Refusal
from services.context import Services
from services.telling import today_of
from services.waiting_promises import waiting_promises
from storage.models import Person, Promise
from storage.people import card
from storage.sessions import promise_line
from storage.transaction import Transaction

# A form takes 100 blocks, and each promise up to five of them.
MOST_PROMISES = 15
MOST_PROPOSALS = 5


async def prepare_promises(
    services: Services, actor: Actor, *, shown: Sequence[str] = (), skip: int = 0
) -> PromisesDraft:
    """Somebody's open promises, the newest first, and what is suggested to them.

    Args:
        services: What the deed needs.
        actor: Whose promises.
        shown: The ids of those that the form shows already: they stay, in this order, whatever became of them.
        skip: How many open ones to leave out, since other forms have them.

    Raises:
        Refusal: They are in no pair that meets.
    """

    async def look(tx: Transaction) -> PromisesDraft:
        person, partners, waiting = await waiting_promises(tx, actor)
        mine = [promise for promise in waiting if promise.owner_id == person.id]
        # Sorted backwards, promises of one check-in keep their order.
        open_ = sorted(
            (promise for promise in mine if promise.state == PromiseState.OPEN),
            key=lambda promise: promise.created_at,
            reverse=True,
        )
        there = await _shown(tx, person, partners, shown)
        more = [promise for promise in open_[skip:] if promise not in there]
        room = max(0, MOST_PROMISES - len(there))
        proposals = [promise for promise in mine if promise.state == PromiseState.PROPOSED]
        return PromisesDraft(
            rows=tuple(_row(tx, promise, partners) for promise in (*there, *more[:room])),
            today=today_of(person, services.now()),
            skipped=skip,
            left=len(more[room:]),
            proposals=tuple(
                PartnerPromise(promise_line(tx, promise), card(partners[promise.pair_id]))
                for promise in proposals[:MOST_PROPOSALS]
            ),
            proposals_left=len(proposals[MOST_PROPOSALS:]),
            locale=person.locale,
        )

    return await services.read(look)


async def prepare_promise_date(services: Services, actor: Actor, promise_id: str) -> PromisesDraft:
    """One open promise of somebody's, for the form that gives it another date.

    Raises:
        Refusal: It is not theirs, or their pair has ended, or, `TOO_LATE`, it is done or dropped, or was withdrawn.
    """

    async def look(tx: Transaction) -> PromisesDraft:
        person, partners, _ = await waiting_promises(tx, actor)
        there = await _shown(tx, person, partners, [promise_id])
        if not there:
            is_gone = await tx.get(Promise, promise_id) is None
            raise Refusal(Reason.TOO_LATE if is_gone else Reason.NOT_YOURS)
        if there[0].state != PromiseState.OPEN:
            raise Refusal(Reason.TOO_LATE)
        row = _row(tx, there[0], partners)
        return PromisesDraft(rows=(row,), today=today_of(person, services.now()), locale=person.locale)

    return await services.read(look)


async def _shown(tx: Transaction, person: Person, partners: Mapping[str, Person], ids: Sequence[str]) -> list[Promise]:
    rows = await tx.scalars(
        select(Promise).where(Promise.id.in_(ids), Promise.owner_id == person.id, Promise.pair_id.in_(partners.keys()))
    )
    return sorted(rows, key=lambda promise: ids.index(promise.id))


def _row(tx: Transaction, promise: Promise, partners: Mapping[str, Person]) -> PromiseRow:
    standing = Standing(promise.due_on, PromiseState(promise.state))
    words = tx.unseal(promise, "words") or ""
    return PromiseRow(promise.id, words, card(partners[promise.pair_id]), chosen=standing, seen=standing)
