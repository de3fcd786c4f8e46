"""Somebody says of their own promises by when they mean to keep them, and what became of them."""

from collections.abc import Collection, Sequence
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
        changed = [promise for each, promise in there if _change(promise, each, now)]
        await redraw(tx, [promise.check_in_id for promise in changed if promise.check_in_id], ABOUT_A_PROMISE, now)
        concerned = [pairs[promise.pair_id] for promise in changed]
        for pair in concerned:
            pair.look_at = now
        await mark_homes_stale(tx, now, (one for pair in concerned for one in (pair.mentor_id, pair.mentee_id)))

    await services.write(deed)


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


def _change(promise: Promise, values: PromiseValues, now: datetime) -> bool:
    """Bring a promise to what was chosen; whether that is a change."""
    before = _standing(promise)
    after = standing_after(values, before)
    promise.due_on, promise.state = after.due_on, after.state
    if after.due_on != before.due_on:
        promise.dated_at = now if after.due_on else None
    if after.state != before.state:
        promise.settled_at = now if after.state in SETTLED else None
    return after != before
