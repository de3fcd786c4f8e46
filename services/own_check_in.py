"""A check-in in the hands of its writer. Called inside a deed's transaction."""

from dataclasses import dataclass

from sqlalchemy import select

from mentoring.refusals import Reason, Refusal
from storage.models import CheckIn, Pair, Person, Session
from storage.pairs import find_pair
from storage.transaction import Transaction


@dataclass(frozen=True)
class OwnCheckIn:
    """A check-in with its session and its pair."""

    check_in: CheckIn
    session: Session
    pair: Pair


async def own_check_in(tx: Transaction, person: Person, check_in_id: str, *, lock: bool = False) -> OwnCheckIn | None:
    """What this person recorded, locked if it is to be changed; None: it has been withdrawn.

    Raises:
        Refusal: Somebody else wrote it.
    """
    found = (
        await tx.execute(
            select(CheckIn.author_id, Session.pair_id)
            .join(Session, Session.id == CheckIn.session_id)
            .where(CheckIn.id == check_in_id, CheckIn.workspace_id == person.workspace_id)
        )
    ).first()
    if found is None:
        return None
    author_id, pair_id = found
    pair = await find_pair(tx, person, pair_id, lock=lock)
    if pair is None or author_id != person.id:
        raise Refusal(Reason.NOT_YOURS)
    # Whatever changes a session holds its pair, so it is read only now.
    check_in = await tx.get(CheckIn, check_in_id, with_for_update=lock)
    if check_in is None:
        return None
    return OwnCheckIn(check_in, await tx.get_one(Session, check_in.session_id, with_for_update=lock), pair)
