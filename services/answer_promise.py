"""Somebody accepts or refuses a promise that their partner proposed for them."""

from sqlalchemy import select

from mentoring.notices import NoticeKind
from mentoring.people import Actor
from mentoring.promises import SETTLED, PromiseState
from mentoring.refusals import Reason, Refusal
from services.context import Services
from services.knowing import known_person
from services.preparations import show_preparation
from storage.models import Pair, Promise
from storage.notices import redraw
from storage.people import mark_homes_stale
from storage.transaction import Transaction


async def answer_promise(services: Services, actor: Actor, promise_id: str, *, accepts: bool) -> None:
    """Make a proposed promise one's own, or not. It can be changed; the same answer twice changes nothing.

    Raises:
        Refusal: It is not this person's to answer, or its writer has withdrawn it, or, once it is done or dropped, it
            is too late to refuse it; or their pair has ended.
    """

    async def deed(tx: Transaction) -> None:
        now = services.now()
        person = await known_person(tx, actor)
        mine = (
            Promise.id == promise_id,
            Promise.workspace_id == actor.workspace,
            Promise.owner_id == person.id,
            Promise.author_id != person.id,
        )
        # Whatever changes what a pair wrote holds the pair first.
        of_it = select(Promise.pair_id).where(*mine).scalar_subquery()
        pair = await tx.scalar(select(Pair).where(Pair.id == of_it).with_for_update())
        promise = await tx.scalar(select(Promise).where(*mine).with_for_update())
        if promise is None or pair is None:
            is_gone = await tx.get(Promise, promise_id) is None
            raise Refusal(Reason.WITHDRAWN if is_gone else Reason.NOT_YOURS)
        answer = PromiseState.OPEN if accepts else PromiseState.REFUSED
        if promise.state == answer or (accepts and promise.state in SETTLED):
            return
        if promise.state in SETTLED:
            raise Refusal(Reason.TOO_LATE)
        if pair.ended_at:
            raise Refusal(Reason.ALREADY_ENDED)
        promise.state = answer
        if promise.due_on:
            promise.dated_at = now
        pair.look_at = now
        # Both messages show it: the one that proposed it, and the writer's own summary.
        kinds = (NoticeKind.PARTNER_CHECKED_IN, NoticeKind.CHECK_IN_SAVED)
        await redraw(tx, (promise.check_in_id or "",), kinds, now)
        await show_preparation(tx, now, pair.id)
        await mark_homes_stale(tx, now, (person.id, promise.author_id))

    await services.write(deed)
