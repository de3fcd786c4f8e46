"""Somebody says of their own promises by when they mean to keep them, and what became of them."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy import select

from mentoring.notices import NoticeKind
from mentoring.people import Actor
from mentoring.promises import (
    SETTLED,
    PromiseState,
    PromiseValues,
    Standing,
    refusals_of_promise,
    standing_after,
)
from mentoring.refusals import Reason, Refusal, refuse
from services.context import Services
from services.knowing import known_person
from services.preparations import show_preparation
from services.telling import today_of
from storage.intake import is_first_submit
from storage.models import Pair, Person, Promise
from storage.notices import redraw
from storage.people import mark_homes_stale
from storage.transaction import Transaction

# What shows a promise, beside App Home.
ABOUT_A_PROMISE = (NoticeKind.CHECK_IN_SAVED, NoticeKind.PARTNER_CHECKED_IN)


async def update_promises(services: Services, actor: Actor, values: Sequence[PromiseValues], form_id: str) -> None:
    """Keep what was changed of one's own promises; nobody is sent a message. A second submit changes nothing.

    What a partner has withdrawn in the meantime is passed over: nothing of it is left to be kept.

    Raises:
        Refusals: Dates that have passed; `CHANGED_MEANWHILE`: what was changed elsewhere too, and differently.
        Refusal: One of them is somebody else's.
    """

    async def deed(tx: Transaction) -> None:
        now = services.now()
        if not await is_first_submit(tx, actor.workspace, form_id, now):
            return
        person = await known_person(tx, actor)
        pairs, promises = await _own(tx, person, {each.promise_id for each in values})
        there = [(each, promises[each.promise_id]) for each in values if each.promise_id in promises]
        today = today_of(person, now)
        refuse([wrong for each, promise in there for wrong in refusals_of_promise(each, _standing(promise), today)])
        changed = [
            promise for each, promise in there if _change(promise, standing_after(each, _standing(promise)), now)
        ]
        await _show(tx, changed, pairs, now)

    await services.write(deed)


async def settle_promise(services: Services, actor: Actor, promise_id: str, state: PromiseState) -> None:
    """Say in one tap that an open promise of one's own is done, or dropped. The same tap twice changes nothing.

    Raises:
        Refusal: It is somebody else's, or, `TOO_LATE`, it is settled otherwise, or it was withdrawn.
    """

    async def deed(tx: Transaction) -> None:
        now = services.now()
        person = await known_person(tx, actor)
        pairs, promises = await _own(tx, person, {promise_id})
        promise = promises.get(promise_id)
        if promise is None or promise.state not in (PromiseState.OPEN, state):
            raise Refusal(Reason.TOO_LATE)
        if _change(promise, Standing(promise.due_on, state), now):
            await _show(tx, [promise], pairs, now)

    await services.write(deed)


async def _show(tx: Transaction, changed: Sequence[Promise], pairs: Mapping[str, Pair], now: datetime) -> None:
    """Have all that shows them follow; what asks about them is settled by the rules."""
    await redraw(tx, [promise.check_in_id for promise in changed if promise.check_in_id], ABOUT_A_PROMISE, now)
    concerned = [pairs[promise.pair_id] for promise in changed]
    for pair in concerned:
        pair.look_at = now
    for pair_id in sorted({pair.id for pair in concerned}):
        await show_preparation(tx, now, pair_id)
    await mark_homes_stale(tx, now, (one for pair in concerned for one in (pair.mentor_id, pair.mentee_id)))


async def _own(tx: Transaction, person: Person, ids: Collection[str]) -> tuple[dict[str, Pair], dict[str, Promise]]:
    """The promises and their pairs by id, locked: whatever changes what a pair wrote holds the pair first."""
    meant = Promise.id.in_(ids), Promise.workspace_id == person.workspace_id
    of_them = select(Promise.pair_id).where(*meant)
    pairs = await tx.scalars(select(Pair).where(Pair.id.in_(of_them)).order_by(Pair.id).with_for_update())
    by_id = {pair.id: pair for pair in pairs}
    promises = (await tx.scalars(select(Promise).where(*meant).order_by(Promise.id).with_for_update())).all()
    if any(promise.owner_id != person.id for promise in promises):
        raise Refusal(Reason.NOT_YOURS)
    return by_id, {promise.id: promise for promise in promises}


def _standing(promise: Promise) -> Standing:
    return Standing(promise.due_on, PromiseState(promise.state))


def _change(promise: Promise, after: Standing, now: datetime) -> bool:
    """Bring a promise to how it is to stand; whether that is a change."""
    before = _standing(promise)
    promise.due_on, promise.state = after.due_on, after.state
    if after.due_on != before.due_on:
        promise.dated_at = now if after.due_on else None
    if after.state != before.state:
        promise.settled_at = now if after.state in SETTLED else None
    return after != before
