"""Who acts, and what they may act on. Called inside a deed's transaction; anything else is refused."""

from sqlalchemy import select

from mentoring.pairs import LIVELY, PairState
from mentoring.people import Actor
from mentoring.refusals import Reason, Refusal
from storage.models import Pair, Person, Programme, Session
from storage.pairs import PairInFull, find_pair, find_pair_in_full
from storage.people import find_person, organisers_of
from storage.programmes import organised_programmes
from storage.transaction import Transaction


async def known_person(tx: Transaction, actor: Actor) -> Person:
    """Whoever acted.

    Raises:
        Refusal: Rapport does not know them, so they are in no pair.
    """
    person = await find_person(tx, actor)
    if person is None:
        raise Refusal(Reason.NO_PAIR)
    return person


async def lively_pair(tx: Transaction, person: Person, pair_id: str, *, lock: bool = True) -> Pair:
    """A pair of this person's that meets and celebrates, locked if it is to be changed.

    Raises:
        Refusal: It is not theirs, or it has not begun, or it has ended.
    """
    return _lively(await find_pair(tx, person, pair_id, lock=lock))


async def pair_to_look_back_on(tx: Transaction, person: Person, pair_id: str, *, lock: bool = True) -> Pair:
    """A pair of this person's that is under way or was completed, locked if something of it is to be written.

    Raises:
        Refusal: It is not theirs, or it has not begun, or it has ended early.
    """
    pair = await find_pair(tx, person, pair_id, lock=lock)
    if pair and PairState(pair.state) is PairState.COMPLETED:
        return pair
    return _lively(pair)


async def lively_pair_in_full(tx: Transaction, actor: Actor, pair_id: str) -> PairInFull:
    """The same of whoever acts, locked, read with all that belongs to it.

    Raises:
        Refusal: As `known_person` and `lively_pair`.
    """
    found = await find_pair_in_full(tx, actor, pair_id)
    if found is None:
        await known_person(tx, actor)
        raise Refusal(Reason.NOT_PARTNER)
    _lively(found.pair)
    return found


async def pair_of_session(tx: Transaction, actor: Actor, session_id: str) -> str:
    """The id of the pair that a session of this workspace is of; whose that is, is another question.

    Raises:
        Refusal: There is no such session any more.
    """
    query = select(Session.pair_id).where(Session.id == session_id, Session.workspace_id == actor.workspace)
    pair_id = await tx.scalar(query)
    if pair_id is None:
        raise Refusal(Reason.WITHDRAWN)
    return pair_id


def _lively(pair: Pair | None) -> Pair:
    if pair is None:
        raise Refusal(Reason.NOT_PARTNER)
    if pair.ended_at:
        raise Refusal(Reason.ALREADY_ENDED)
    if PairState(pair.state) not in LIVELY:
        raise Refusal(Reason.NOT_ACTIVE)
    return pair


async def organised_programme(tx: Transaction, actor: Actor, *, lock: bool = False) -> tuple[Person, Programme]:
    """Whoever acted, and the programme they run; locked if two may not change it at once.

    Raises:
        Refusal: They run none.
    """
    person = await find_person(tx, actor)
    programmes = await organised_programmes(tx, person) if person else []
    if programmes and lock:
        # Not so tightly that whoever writes a row which points at it would have to wait.
        await tx.refresh(programmes[0], with_for_update={"key_share": True})
        organisers = await organisers_of(tx, actor.workspace, programmes[0].id)
        programmes = programmes if person in organisers else []
    if person is None or not programmes:
        names = ", ".join(organiser.name for organiser in await organisers_of(tx, actor.workspace))
        raise Refusal(Reason.NOT_ORGANISER, names=names)
    return person, programmes[0]
