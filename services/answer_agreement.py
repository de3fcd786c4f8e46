"""One of a pair agrees to what the other proposed, takes their own proposal back, or says that it is still right."""

from collections.abc import Awaitable, Callable
from datetime import datetime

from sqlalchemy import select

from mentoring.agreements import AgreementState
from mentoring.notices import NoticeKind
from mentoring.people import Actor
from mentoring.refusals import Reason, Refusal
from services.agreements import is_confirmed_today, tell_both
from services.change_rhythm import keep_rhythm
from services.context import Services
from services.knowing import known_person, lively_pair
from services.telling import tell
from storage.agreements import Versions, terms_of, versions_of
from storage.models import Agreement, Pair, Person, Programme
from storage.notices import redraw
from storage.pairs import partner_of
from storage.transaction import Transaction

# What is done with a version, once its pair is held.
Answer = Callable[[Transaction, datetime, Person, Pair, Versions, Agreement], Awaitable[None]]


async def agree(services: Services, actor: Actor, agreement_id: str) -> str:
    """Agree to what waits; from now on it holds, and so does its rhythm. Doing so twice changes nothing.

    Returns:
        The id of the pair.

    Raises:
        Refusal: It is their own, or not of their pair, or, `TOO_LATE`, it does not wait any more; or the pair has
            ended.
    """
    return await _answer(services, actor, agreement_id, _agree)


async def withdraw_agreement(services: Services, actor: Actor, agreement_id: str) -> str:
    """Take a proposal of one's own back; what it had changed waits again. Doing so twice changes nothing.

    Returns:
        The id of the pair.

    Raises:
        Refusal: It is the partner's, or, `TOO_LATE`, it does not wait any more; or the pair has ended.
    """
    return await _answer(services, actor, agreement_id, _withdraw)


async def say_still_right(services: Services, actor: Actor, agreement_id: str) -> str:
    """Say that what was agreed to is still right; it is asked about anew from now on. Once a day is enough.

    Returns:
        The id of the pair.

    Raises:
        Refusal: It is not of their pair, or, `TOO_LATE`, it does not hold any more or is about to be changed; or the
            pair has ended.
    """
    return await _answer(services, actor, agreement_id, _confirm)


async def _answer(services: Services, actor: Actor, agreement_id: str, answer: Answer) -> str:
    async def deed(tx: Transaction) -> str:
        query = select(Agreement.pair_id).where(Agreement.id == agreement_id, Agreement.workspace_id == actor.workspace)
        pair_id = await tx.scalar(query)
        if pair_id is None:
            raise Refusal(Reason.TOO_LATE)
        person = await known_person(tx, actor)
        pair = await lively_pair(tx, person, pair_id)
        # Read once the pair is held: until then the other may have changed it.
        versions = await versions_of(tx, pair.id)
        row = next(each for each in versions.rows if each.id == agreement_id)
        await answer(tx, services.now(), person, pair, versions, row)
        return pair.id

    return await services.write(deed)


async def _agree(
    tx: Transaction, now: datetime, person: Person, pair: Pair, versions: Versions, row: Agreement
) -> None:
    if row.author_id == person.id:
        raise Refusal(Reason.NOT_YOURS)
    if row.state == AgreementState.AGREED:
        return
    _has_to_wait(row)
    days = terms_of(tx, row, pair).rhythm_days
    if versions.agreed:
        versions.agreed.state = AgreementState.REPLACED.value
    row.state, row.settled_at, row.rhythm_days = AgreementState.AGREED.value, now, days
    pair.look_at = now
    is_new_rhythm = days != pair.rhythm_days
    if is_new_rhythm:
        await keep_rhythm(tx, now, pair, days)
    await redraw(tx, [row.id], [NoticeKind.AGREEMENT_PROPOSED], now)
    facts = {"days": days} if is_new_rhythm else {}
    await tell_both(tx, now, NoticeKind.AGREEMENT_MADE, pair.id, pair, person, occurrence=str(row.number), **facts)


async def _withdraw(
    tx: Transaction, now: datetime, person: Person, pair: Pair, versions: Versions, row: Agreement
) -> None:
    if row.author_id != person.id:
        raise Refusal(Reason.NOT_YOURS)
    if row.state == AgreementState.WITHDRAWN:
        return
    _has_to_wait(row)
    row.state, row.settled_at = AgreementState.WITHDRAWN.value, now
    waits_again = versions.before(row)
    if waits_again and waits_again.state == AgreementState.CHANGED:
        waits_again.state, waits_again.settled_at = AgreementState.WAITING.value, None
    pair.look_at = now
    await redraw(tx, [each.id for each in (row, waits_again) if each], [NoticeKind.AGREEMENT_PROPOSED], now)


async def _confirm(
    tx: Transaction, now: datetime, person: Person, pair: Pair, versions: Versions, row: Agreement
) -> None:
    if row.state != AgreementState.AGREED or versions.waiting:
        raise Refusal(Reason.TOO_LATE)
    if is_confirmed_today(row, person, now):
        return
    row.confirmed_at, row.confirmed_by_id = now, person.id
    row.confirmations += 1
    pair.look_at = now
    programme = await tx.get_one(Programme, pair.programme_id)
    partner = await tx.get_one(Person, partner_of(pair, person.id))
    await tell(
        tx, now, NoticeKind.AGREEMENT_CONFIRMED, row.id, partner, programme, occurrence=str(row.confirmations),
        pair_id=pair.id, facts={"by": person.id},
    )  # fmt: skip


def _has_to_wait(row: Agreement) -> None:
    if row.state != AgreementState.WAITING:
        raise Refusal(Reason.TOO_LATE)
