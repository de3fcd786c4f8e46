"""The promises of a check-in, as its writer has them line by line. Called inside a deed's transaction."""

from collections.abc import Sequence
from datetime import datetime

from mentoring.promises import WAITING, PromiseState
from mentoring.sessions import CheckInValues
from storage.models import CheckIn, Pair, Person, Promise
from storage.transaction import Transaction


def shown_promises(tx: Transaction, promises: Sequence[Promise], owner_id: str) -> list[tuple[str, Promise]]:
    """Somebody's promises among those of a check-in that its form shows, with their words; what is settled is not."""
    return [
        (tx.unseal(promise, "words") or "", promise)
        for promise in promises
        if promise.owner_id == owner_id and promise.state in WAITING
    ]


async def keep_promises(
    tx: Transaction,
    now: datetime,
    check_in: CheckIn,
    pair: Pair,
    person: Person,
    partner: Person,
    values: CheckInValues,
    before: Sequence[Promise] = (),
) -> None:
    """Bring what a check-in promises to what was entered; `before` is all that it promised until now.

    A line that was there stays as it is, one that is gone vanishes, one that is new is added.
    """
    written = (
        (values.my_promises, person, PromiseState.OPEN),
        (values.their_promises, partner, PromiseState.PROPOSED),
    )
    position = 0
    for lines, owner, state in written:
        there = shown_promises(tx, before, owner.id)
        for words in lines:
            promise = _taken_from(there, words)
            if promise is None:
                promise = Promise(
                    workspace_id=pair.workspace_id, pair_id=pair.id, check_in_id=check_in.id, author_id=person.id,
                    owner_id=owner.id, state=state, created_at=now,
                )  # fmt: skip
                tx.seal(promise, "words", words)
                tx.add(promise)
            promise.position = position
            position += 1
        for _, promise in there:
            await tx.delete(promise)
    await tx.flush()


def _taken_from(there: list[tuple[str, Promise]], words: str) -> Promise | None:
    for each in there:
        if each[0] == words:
            there.remove(each)
            return each[1]
    return None
